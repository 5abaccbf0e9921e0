import type { Phrase } from './phrase.ts';

/**
 * Every problem that the app can name. A code belongs to the noun before its dot.
 * The words for each stand in `src/words/<language>/problems.ts`, which must have all of them to compile.
 */
export const problemCodes = [
  // reading a file
  'file.notFound', // { file }
  'file.unreadable', // { file, reason }
  'file.empty', // { file }
  'file.unknownFormat', // { file }
  'file.truncated', // { file, expected, found } what is missing, in the file's own terms
  'file.damaged', // { file, place, detail }
  'file.unsupported', // { file, feature, advice }
  'file.notPermitted', // { file }
  'file.noRows', // { file }
  'file.unknownEncoding', // { file, encoding }
  'file.duplicateVariable', // { file, variable }
  'file.tooManyColumns', // { file, row, expected, found }
  'file.quoteNotClosed', // { file, row }
  'file.noSpace', // { file, folder }
  'file.encrypted', // { file }
  'file.mergedHeader', // { file, sheet, row, cells }
  'file.unknownCompanion', // { file }
  'file.halfForm', // { file, sheet } of a form in two files, which sheet is missing: `survey` or `choices`
  'file.notItsForm', // { file, companion, matched, columns, percent }
  'file.outOfMemory', // { file }
  'file.readingStopped', // { file, detail }
  // writing a file
  'export.exists', // { file }
  'export.besideExists', // { file }
  'export.unknownFormat', // { file, formats }
  'export.notWritable', // { file, reason }
  'export.diskFull', // { file }
  'export.overSource', // { file }
  'export.tooManyVariables', // { file, count, limit }
  'export.tooManyRows', // { file, count, limit }
  'export.tooLarge', // { file }
  // the study
  'study.notFound', // { study }
  'study.exists', // { study }
  'study.notAStudy', // { study }
  'study.newer', // { study, version, supported }
  'study.openElsewhere', // { study }
  'study.openInWindow', // { study }
  'study.locked', // { study }
  'study.wrongPassphrase', // { study }
  'study.passphraseShort', // { least }
  'study.damaged', // { study, detail }
  'study.unreadable', // { study, reason }
  'study.diskFull', // { study }
  'study.notWritable', // { study, reason }
  'study.noSurvey', // { study }
  'study.manySurveys', // { study, surveys }
  'study.outOfMemory', // { study }
  'study.workStopped', // { study, detail }
  'study.beyondRescue', // { study, detail }
  'backup.unknown', // { study, backup }
  'backup.unreadable', // { study, backup }
  'backup.noRoom', // { study, folder }
  'backup.failed', // { study, folder, reason }
  'survey.unknown', // { study, survey }
  'survey.same', // { survey }
  'survey.nothingLeft', // { file }
  // variables and rules
  'variable.unknown', // { variable }
  'variable.unknownNear', // { variable, suggestion }
  'variable.notNumeric', // { variable, use }
  'variable.tooManyCategories', // { variable, count, limit }
  'missing.unknownCode', // { text }
  'expression.invalid', // { expression, position, detail, expected }
  // derived variables and multiple-response sets
  'derived.nameTaken', // { variable }
  'derived.nameInvalid', // { variable }
  'derived.unknown', // { variable }
  'derived.cycle', // { variables }
  'derived.needed', // { variable, dependents }
  'derived.isConcern', // { variable }
  'derived.hasRole', // { variable, role }
  'derived.needsWeight', // { variable }
  'derived.cutsOrder', // { cut, before }
  'derived.noSpread', // { variable }
  'responseSet.unknown', // { set }
  'responseSet.nameTaken', // { set }
  'responseSet.mixed', // { set, variables }
  'responseSet.counted', // { set }
  // design
  'design.weightMissing', // { variable, rows, count }
  'design.weightNegative', // { variable, rows, count }
  'design.weightAllZero', // { variable }
  'design.strataMissing', // { variable, rows, count }
  'design.psuMissing', // { variable, rows, count }
  'design.fpcInvalid', // { variable, rows, count, detail }
  'design.fpcVaries', // { variable, stratum }
  'design.fpcVariesWithoutStrata', // { variable }
  'design.singlePsu', // {}
  'design.lonelyPsu', // { strata, count }
  'design.noRespondents', // {}
  'design.secondStageWithoutFirst', // { variable }
  'design.secondFpcWithoutFirst', // { variable }
  'design.ssuMissing', // { variable, rows, count }
  'design.fpcVariesWithinPsu', // { variable, psu }
  'design.lonelySsu', // { psus, count }
  'design.replicatesWithSample', // { variables }
  'design.replicatesWithoutWeight', // {}
  'design.replicateIsWeight', // { variable }
  'design.replicatesTooFew', // { count }
  'design.replicateMissing', // { variable, rows, count }
  'design.replicateNegative', // { variable, rows, count }
  'design.replicateAllZero', // { variable }
  'design.replicateScale', // { option, value, allowed }
  'design.tooManyReplicates', // { psus, replicates, limit }
  // weights calibrated to known totals
  'calibration.noMargins', // {}
  'calibration.twice', // { variable }
  'calibration.missing', // { variable, rows, count }
  'calibration.noTarget', // { variable, levels }
  'calibration.noRespondents', // { variable, levels }
  'calibration.targetInvalid', // { variable, levels }
  'calibration.totalsDiffer', // { variable, total, other, otherTotal }
  'calibration.notConverging', // { variable, level, rounds }
  'calibration.sharesIncomplete', // { variable, total }
  'calibration.valueTwice', // { variable, level }
  'calibration.partlyShares', // { variable }
  'calibration.notATable', // { found }
  'calibration.notANumber', // { line, text }
  // concerns and tables
  'concern.noCodes', // { variable }
  'concern.unknownCode', // { variable, code, known }
  'concern.codesMissing', // { variable, codes }
  'concern.duplicate', // { variable }
  'concern.bothFreedoms', // { variable }
  'matrix.noFear', // {}
  'matrix.noWant', // {}
  'crosstab.sameVariable', // { variable }
  'crosstab.noValidRows', // { rows, columns }
  'groups.none', // { variable }
  'groups.sameVariable', // { variable }
  'ranking.noConcerns',
  'comparison.sameSurvey', // {}
  'mean.noValues', // { variable }
  'responses.none', // { set }
  'responses.confidentiality',
  'table.confidentiality',
  'table.layerValue', // { variable, value }
  'table.tooLarge', // { limit }
  'net.unknownCode', // { label, code, variable, known }
  'option.invalid', // { option, value, allowed }
  // kept analyses and the history
  'analysis.nameEmpty', // {}
  'analysis.nameTaken', // { name }
  'analysis.damaged', // { analysis }
  'analysis.unknown', // { analysis }
  'analysis.tooMany', // { limit }
  'publication.nothing', // {}
  'publication.noPicture', // {}
  'publication.noDetail', // {}
  'history.changedSince', // { study }
  // the app itself
  'request.invalid', // { operation, detail }
  'request.unknown', // { operation }
  'server.gone', // { detail }
  'internal', // { detail }
] as const;

export type ProblemCode = (typeof problemCodes)[number];

export type ProblemParams = Readonly<Record<string, string | number | Phrase | readonly (string | number)[]>>;
