import type { ProblemCode } from '#engine/survey/problemCodes.ts';

/**
 * What went wrong, where, and what to do: one message for each problem that the app can name. The terminal
 * says some of them with its own options: `terminalProblems.ts`.
 */
export const problems: Readonly<Record<ProblemCode, string>> = {
  'file.notFound': 'There is no file {file}. Check its name and folder.',
  'file.unreadable': 'The file {file} cannot be read ({reason}). Check that you may open it, and try again.',
  'file.empty': 'The file {file} is empty. Ask for it again from where it came.',
  'file.unknownFormat':
    'The file {file} is not a survey file that this program knows. It opens SPSS files (.sav, .zsav, .por), Stata files (.dta), Excel workbooks, Parquet and CSV files, and files of fixed width that come with a DDI codebook.',
  'file.truncated':
    'The file {file} is cut off: it should hold {expected}, but holds {found}. Copy it again from where it came.',
  'file.damaged':
    'The file {file} is damaged at {place}: {detail}. Copy it again from where it came, or save it anew in the program that made it.',
  'file.unsupported': 'The file {file} is {feature}, which cannot be opened yet. Please {advice}.',
  'file.notPermitted': 'The file {file} was not chosen in this window. Choose it with “Choose a file”.',
  'file.noRows': 'The file {file} has variables but no respondents. Choose the file that holds the answers.',
  'file.unknownEncoding':
    'The file {file} says that its text is in “{encoding}”, an encoding that is not known. Save it as UTF-8 in the program that made it.',
  'file.duplicateVariable':
    'The file {file} has two variables called {variable}. Rename one of them in the program that made it.',
  'file.tooManyColumns':
    'Row {row} of {file} has {found} fields where the header has {expected}. Mend that row, or check the delimiter.',
  'file.quoteNotClosed': 'In {file} a quotation mark opened in row {row} is never closed. Mend that row.',
  'file.encrypted':
    'The file {file} is locked with a password. Open it in the program that made it, save it without one, and choose it again.',
  'file.mergedHeader':
    'In the sheet “{sheet}” of {file} the header in row {row} has merged cells ({cells}), so that some columns have no name of their own. Unmerge them and give each column its name.',
  'file.unknownCompanion':
    'The file {file} explains no survey: it is neither an XLSForm (a workbook with the sheets “survey” and “choices”) nor a DDI codebook (.xml). Choose the form or codebook that belongs to the data.',
  'file.halfForm':
    'The file {file} is one of the two sheets of a form; its sheet “{sheet}” is missing. Choose both files together, its questions and its choices.',
  'file.notItsForm':
    'The form or codebook {companion} does not belong to {file}: it knows only {matched} of the {columns} columns ({percent} %). Choose the one that the data were collected with.',
  'file.noSpace':
    'There is no room on the disk for a copy of {file} in {folder}. Make room there, then choose the file again.',
  'file.outOfMemory':
    'Reading {file} took more memory than there is, so it was stopped. Nothing was changed. Close other programs, or save the file with fewer variables, or as .sav, .dta or CSV, and choose that.',
  'file.readingStopped':
    'Reading {file} ended before it was through ({detail}). Nothing was changed. Try again; if it ends so once more, save the file anew in the program that made it, or as CSV.',
  'export.besideExists':
    'There is a file {file} already, which this export would write over with its codebook. Move it away, or choose another name for the CSV.',
  'export.exists': 'There is a file {file} already. Choose another name.',
  'export.unknownFormat':
    'The ending of {file} does not say which format to write. End the name in one of {formats}.',
  'export.notWritable':
    'The file {file} cannot be written ({reason}). Check that you may write to its folder, or choose another one.',
  'export.diskFull':
    'The disk became full while {file} was written. Nothing was left behind, and an older file of that name is as it was: make room, then try again.',
  'export.overSource':
    'The file {file} is the one that is being read. Choose another name for what is written.',
  'export.tooManyVariables':
    'The survey has {count} variables, but this format holds {limit} at most in {file}. Choose fewer variables or another format.',
  'export.tooManyRows':
    'The survey has {count} rows, but this format holds {limit} at most in {file}. Choose another format.',
  'export.tooLarge':
    'The survey is too large for a workbook: {file} would take more than 4 GB. Choose fewer variables or another format.',
  'study.notFound': 'There is no study {study}. Check its name and folder.',
  'study.exists': 'There is a study {study} already. Choose another name.',
  'study.notAStudy':
    '{study} is not a Larger Freedom study, or its beginning is damaged. Choose a file that ends in .lfstudy; if this was your study, look for a copy of it.',
  'study.newer':
    'The study {study} was made by a newer version of this program (its form is {version}; this program knows {supported}). Install the newer version to open it. Nothing was changed.',
  'study.openElsewhere':
    'The study {study} is open in another window or program. Close it there, then try again. Nothing was changed.',
  'study.openInWindow':
    'The study {study} is open in another window or tab of this program. Go on there, or look at it here without changing it.',
  'study.locked': 'The study {study} is under a passphrase. Say it to open the study.',
  'study.wrongPassphrase':
    'That is not the passphrase of {study}. Look at capital letters and the keyboard’s language, and try again. If you are sure of it, the file may be damaged: look for a copy.',
  'study.passphraseShort': 'A passphrase needs at least {least} characters. Several words are best.',
  'study.damaged':
    'The study {study} is damaged ({detail}). Go back to a copy of it, or rescue what can be read; nothing was changed.',
  'study.unreadable':
    'The disk could not read {study} ({reason}). Where it is on a stick or in a network folder, see that it is still connected, then try again. If it goes on so, the disk is failing: go back to a copy, or rescue what can be read, onto another disk.',
  'study.diskFull':
    'The disk is full or could not be written while saving {study}. Nothing was lost and nothing was half saved: make room, then try again.',
  'study.notWritable':
    'The study {study} cannot be written ({reason}). Check that you may write to its folder, or copy it to one where you may.',
  'study.noSurvey': 'The study {study} holds no survey yet. Import a survey file first.',
  'study.manySurveys': 'The study {study} holds several surveys: {surveys}. Choose one.',
  'study.outOfMemory':
    'The work on {study} took more memory than there is, so it was stopped. The study is as it was. Close other programs, or work with fewer variables at once, and try again.',
  'study.workStopped':
    'The work on {study} ended before it was through ({detail}). The study is as it was. Try again; if it ends so once more, work on a copy of it.',
  'study.beyondRescue':
    'Nothing could be read of {study}: it is damaged where its parts begin ({detail}). It was not changed. Go back to a copy of it, if there is one.',
  'backup.unknown': 'There is no copy {backup} of the study {study}.',
  'backup.unreadable':
    'The copy {backup} of the study {study} is damaged, so it cannot be written anew with the others. Delete the copies of the study, or this one in its folder, then try again. Nothing was changed.',
  'backup.noRoom':
    'There is no room for a copy of {study} in {folder}. The study is as it was. Make room on the disk.',
  'backup.failed':
    'No copy of {study} could be made in {folder} ({reason}). The study is as it was. Check that you may write to its folder.',
  'survey.unknown': 'The study {study} has no survey {survey}.',
  'survey.same': 'The survey {survey} was named twice. Choose two different surveys.',
  'survey.nothingLeft':
    'Every variable of {file} is to be left out, so nothing would be imported. Keep at least one.',
  'variable.unknown': 'There is no variable {variable}. Choose one from the list of variables.',
  'variable.unknownNear': 'There is no variable {variable}. Did you mean {suggestion}?',
  'variable.notNumeric':
    'The variable {variable} holds text and cannot be used as {use}. Choose a variable with numbers.',
  'variable.tooManyCategories':
    'The variable {variable} has more than {limit} different values: too many for a table. Choose one with fewer, or group its values first.',
  'missing.unknownCode': '“{text}” is not a missing code. Write them as in Q1=8,9 or *=-1,8,9.',
  'expression.invalid':
    'The expression cannot be read at character {position}: {detail}. It was: {expression}',
  'derived.nameTaken': 'There is a variable {variable} already. Choose another name.',
  'derived.nameInvalid':
    '“{variable}” cannot be a name. Begin with a letter, go on with letters, digits, _ or ., up to 64 of them, without spaces.',
  'derived.unknown':
    'There is no derived variable {variable}. Check its name in the list of derived variables.',
  'derived.cycle':
    'These variables are made from each other in a circle: {variables}. Make one of them from other variables.',
  'derived.needed': 'The variable {variable} is used by {dependents}. Change or remove those first.',
  'derived.isConcern': 'The variable {variable} is tagged as a concern. Remove it from the concerns first.',
  'derived.hasRole':
    'The variable {variable} serves the survey as {role}. Choose another variable for that first.',
  'derived.needsWeight':
    'The variable {variable} is computed with the survey’s weight, and the survey has none. Choose a weight, or compute it unweighted.',
  'derived.cutsOrder':
    'The cut point {cut} comes after {before}. Give cut points in ascending order, each once.',
  'derived.noSpread':
    'The variable {variable} has no two different valid values, so that it cannot be standardised or cut into groups. Choose another variable.',
  'responseSet.unknown': 'There is no multiple-response set {set}. Check its name in the list of sets.',
  'responseSet.nameTaken': 'There is a multiple-response set {set} already. Choose another name.',
  'responseSet.mixed':
    'The set {set} mixes variables that hold numbers with variables that hold text: {variables}. Choose variables of one kind.',
  'responseSet.counted':
    'The set {set} needs a value that says yes where each of its variables stands for one answer, and none where they hold the answers themselves.',
  'design.weightMissing':
    'The weight {variable} is missing for {count} respondents (rows {rows}). Give each a weight, or choose another weight.',
  'design.weightNegative':
    'The weight {variable} is negative for {count} respondents (rows {rows}). Correct them, or choose another weight.',
  'design.weightAllZero': 'The weight {variable} is zero for everyone. Choose another weight.',
  'design.strataMissing':
    'The strata variable {variable} is missing for {count} respondents (rows {rows}). Each must belong to a stratum.',
  'design.psuMissing':
    'The PSU variable {variable} is missing for {count} respondents (rows {rows}). Each must belong to a PSU.',
  'design.fpcInvalid':
    'The population sizes in {variable} cannot be used for {count} respondents (rows {rows}): {detail}.',
  'design.fpcVaries':
    'The population size in {variable} differs within stratum {stratum}. It must be the same for a whole stratum.',
  'design.fpcVariesWithoutStrata':
    'The population size in {variable} is not the same for everyone. Without strata it must be; name the strata that it belongs to.',
  'design.singlePsu':
    'All respondents are in one and the same PSU, so that nothing tells how far another sample would differ. Choose another PSU variable, or none.',
  'design.lonelyPsu':
    'Stratum {strata} has a single PSU, so its variance cannot be estimated. Choose what to do with it under Survey, “If a stratum has a single PSU”. | {count} strata have a single PSU ({strata}), so their variance cannot be estimated. Choose what to do with them under Survey, “If a stratum has a single PSU”.',
  'design.noRespondents': 'No respondent is left. Check the filter and the missing codes.',
  'design.secondStageWithoutFirst':
    'The second stage {variable} needs a first: choose the variable of the PSUs as well.',
  'design.secondFpcWithoutFirst':
    'The population sizes {variable} of the second stage count only with those of the first. Choose these as well, or leave out {variable}.',
  'design.ssuMissing':
    'The second-stage variable {variable} is missing for {count} respondents (rows {rows}). Each must belong to a unit of the second stage.',
  'design.fpcVariesWithinPsu':
    'The population size in {variable} differs within PSU {psu}. It must be the same for a whole PSU.',
  'design.lonelySsu':
    'PSU {psus} has a single second-stage unit, so the variance within it cannot be estimated. Choose what to do with it under Survey, “If a stratum has a single PSU”. | {count} PSUs have a single second-stage unit ({psus}), so the variance within them cannot be estimated. Choose what to do with them under Survey, “If a stratum has a single PSU”.',
  'design.replicatesWithSample':
    'Replicate weights hold the strata and PSUs already. Take out either the replicate weights or {variables}.',
  'design.replicatesWithoutWeight':
    'Replicate weights need the full-sample weight beside them. Choose the weight.',
  'design.replicateIsWeight':
    'The variable {variable} is the full-sample weight and cannot be one of its replicates. Take it out of the replicate weights.',
  'design.replicatesTooFew':
    'A variance needs at least two replicate weights, and there are {count}. Choose them all.',
  'design.replicateMissing':
    'The replicate weight {variable} is missing for {count} respondents (rows {rows}). Give each a weight, or leave this replicate out.',
  'design.replicateNegative':
    'The replicate weight {variable} is negative for {count} respondents (rows {rows}). Correct them, or leave this replicate out.',
  'design.replicateAllZero':
    'The replicate weight {variable} is zero for everyone. Leave this replicate out.',
  'design.replicateScale':
    'The option {option} of the replicate weights cannot be {value}. It must be {allowed}.',
  'design.tooManyReplicates':
    '{replicates} replicates of {psus} PSUs are more than fit into memory. Ask for fewer replicates, or choose the variable of the PSUs.',
  'calibration.noMargins': 'There are no known totals to weight to. Choose at least one variable.',
  'calibration.twice':
    'The variable {variable} is named twice among the known totals, or the weights are calibrated already. Name each variable once.',
  'calibration.missing':
    'The variable {variable} has known totals but no value for {count} respondents (rows {rows}). Give each a value, or take the variable out.',
  'calibration.noTarget':
    'Respondents have the value {levels} of {variable}, for which no total is known. Give a total for each value.',
  'calibration.noRespondents':
    'Nobody in the sample has the value {levels} of {variable}, for which a total is known. Join it with another value.',
  'calibration.targetInvalid':
    'The known total of {variable} for {levels} is not a number above 0. Correct it.',
  'calibration.totalsDiffer':
    'The totals of {variable} add up to {total}, those of {other} to {otherTotal}. They must describe the same population: give them the same sum.',
  'calibration.notConverging':
    'After {rounds} rounds the weights still miss the total of {variable} for {level}: the known totals contradict each other in this sample. Join values with few respondents, or take a variable out.',
  'calibration.sharesIncomplete':
    'The known shares of {variable} add up to {total} per cent instead of 100. Give one for each value.',
  'calibration.valueTwice': 'The value {level} of {variable} has two known totals. Give one.',
  'calibration.partlyShares':
    'Some totals of {variable} are per cent and some are not. Give all of them in the same way.',
  'calibration.notATable':
    'The table of known totals needs columns named variable, value and total; its first line is: {found}.',
  'calibration.notANumber':
    'Line {line} of the known totals cannot be read: {text}. It needs a variable, one of its values, and a number.',
  'concern.noCodes': 'The concern {variable} has no answers that count as concerned. Tick at least one.',
  'concern.unknownCode': 'The variable {variable} has no code {code}. Its codes are {known}.',
  'concern.codesMissing':
    'All codes of {variable} that count as concerned ({codes}) are set aside as missing, so nobody could be concerned. Choose other codes, or do not set these aside.',
  'concern.duplicate': 'The variable {variable} is listed twice. Keep one of them.',
  'concern.bothFreedoms':
    'The variable {variable} is listed as fear and as want. A concern belongs to one freedom: remove it from one list.',
  'matrix.noFear': 'No fear concern has been tagged yet. Tag at least one.',
  'matrix.noWant': 'No want concern has been tagged yet. Tag at least one.',
  'crosstab.sameVariable':
    'The rows and the columns are the same variable, {variable}. Choose another for one of them.',
  'crosstab.noValidRows': 'No respondent has a valid answer to both {rows} and {columns}.',
  'groups.sameVariable':
    'The groups are the answers to {variable} itself, so that there is nothing to compare. Choose another variable for one of the two.',
  'groups.none': 'No respondent has a valid answer to {variable}, so it makes no groups. Choose another.',
  'comparison.sameSurvey':
    'The two surveys are one and the same, and would be compared as if each had been drawn without the other. Compare groups of it instead (in the terminal: --by V).',
  'ranking.noConcerns': 'There are no concerns to rank. Tag some in Concerns, or name them.',
  'responses.none': 'No respondent has a valid answer to any variable of the set {set}.',
  'responses.confidentiality':
    'Parts of all responses add up, so that what confidentiality hides of one could be computed from the others. Ask for shares of respondents.',
  'net.unknownCode':
    'The net “{label}” names the code {code}, which is not among the answers to {variable}: {known}.',
  'table.confidentiality':
    'Several tables side by side, with a column of all, would tell what confidentiality hides in one of them. Ask for them one at a time with crosstab.',
  'table.tooLarge':
    'The table would have more than {limit} figures. Take fewer rows or columns, or do not nest columns with many categories.',
  'table.layerValue':
    'Nobody among these respondents has the answer {value} to {variable}. Choose another of its answers.',
  'mean.noValues': 'No respondent has a number for {variable}, so it has no mean.',
  'option.invalid': '“{value}” is not a value for {option}. Use {allowed}.',
  'analysis.nameEmpty': 'An analysis needs a name. Give it one, then keep it again.',
  'analysis.nameTaken':
    'There is an analysis named {name} already. Choose another name; capital and small letters count as the same.',
  'analysis.damaged':
    'The kept analysis “{analysis}” is damaged and cannot be shown. The others and the rest of the study are as they were. A copy of the study may still have it whole.',
  'analysis.unknown':
    'The analysis is not in the study any more. It may have been removed elsewhere: nothing was changed.',
  'analysis.tooMany':
    'A study keeps up to {limit} analyses. Remove one that is not needed, then keep this one.',
  'publication.nothing':
    'There is nothing to take out of this analysis yet. Tag concerns of both freedoms, or put a variable into the rows, and try again.',
  'publication.noPicture':
    'There is no picture of this result. Choose another kind of picture, or take its table.',
  'publication.noDetail': 'No pair or concern is looked at in this analysis. Open one, then take it out.',
  'history.changedSince':
    'This cannot be undone or done again: the study {study} is not as that step left it. Nothing was changed.',
  'request.invalid': 'The request {operation} was not understood ({detail}).',
  'request.unknown': 'There is nothing called {operation} to ask for.',
  'server.gone':
    'The program behind this page does not answer ({detail}). If it has been stopped, start it again and open the new address that it prints.',
  internal:
    'Something went wrong inside the program ({detail}). Your study is as it was. Please report what you did just before.',
};
