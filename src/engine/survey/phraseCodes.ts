/**
 * What a problem says in passing: a place in a file, what is there, what to do. Their words stand in
 * `src/words/<language>/phrases.ts`, which must have all of them to compile.
 */
export const phraseCodes = [
  // parts of a file
  'fileHeader',
  'dictionary',
  'dictionaryRest',
  'dictionaryEnd',
  'variableRecord',
  'extensionRecord',
  'numberedRecord', // { record }
  'variable',
  'namedVariable', // { variable }
  'variableCount',
  'variableNames',
  'variableTypes',
  'variableLabel',
  'variableLabels',
  'valueLabel',
  'valueLabels',
  'labelSetNames',
  'labelledVariables',
  'missingValues',
  'displayFormats',
  'sortOrder',
  'fileMap',
  'characteristics',
  'tag', // { tag }
  'longTexts',
  'documents',
  'product',
  'author',
  'precision',
  'weight',
  'rows',
  'rowsEnd',
  'compressedData',
  'compressedHeader',
  'compressedTrailer',
  'compressedBlock', // { number }
  // places in a file
  'byte', // { offset }
  'byteIn', // { offset, part }
  'row', // { row }
  'rowOf', // { row, variable }
  'rowByte', // { offset, row }
  'text',
  'size',
  'rowList',
  'gzip',
  'workbook',
  // what is there, and what should be
  'bytesOf', // { count, offset, part }
  'bytes', // { count }
  'countedRows', // { count }
  'rowsAsOpened', // { count }
  'roomForRows', // { count }
  'roomForRowsIn', // { bytes, count }
  'restOfRow', // { row }
  'nothingAfter', // { offset }
  'values', // { count }
  'valuesFrom', // { count, row }
  'partList',
  'bytesWithoutList', // { count }
  // what is wrong with it
  'lengthOf', // { length, part }
  'noVariables',
  'emptyDictionary',
  'rowCountOf', // { count }
  'countOf', // { count }
  'widthOf', // { width }
  'linesOf', // { count }
  'elementsOf', // { count, size }
  'tagMissing', // { tag }
  'labelTable', // { length }
  'labelTableHolds', // { bytes, count, length }
  'labelStart', // { length, start }
  'labelsOverlap',
  'labelsForNone',
  'labelsForUnknown',
  'labelsForNumber', // { count, number }
  'labelsRepeated',
  'languagesRepeated',
  'longTextUnknown', // { number, row }
  'longTextType', // { type }
  'longTextMissing', // { number, row }
  'variableType', // { code, number, version }
  'unknownRelease', // { newest, oldest, version }
  'byteOrder', // { order }
  'tooManyCharacteristics', // { count }
  'unknownLayout', // { code }
  'unknownCompression', // { code }
  'compressionBias', // { bias }
  'unknownRecord', // { type }
  'recordInsteadOf', // { type }
  'labelFlag', // { flag }
  'missingCode', // { code }
  'continuationOfNone',
  'continuations', // { expected, found }
  'textSegments', // { count, each, segments, width }
  'noWidth', // { text }
  'attributeValues', // { count }
  'overrun', // { left, length }
  'misplacedInNumber', // { code }
  'misplacedInText', // { code }
  'inflatesBeyond', // { stated }
  'inflatesTo', // { length, stated }
  'notInflated', // { reason }
  'offsetToItself', // { offset }
  'trailerAt', // { offset }
  'trailerOf', // { length }
  'blocksIn', // { count, length }
  'blockAt', // { next, number, offset }
  'blockInflates', // { compressed, inflated, number }
  'blockBeyond', // { end, number }
  'blocksEnd', // { end }
  'rowsBeyondBlocks', // { count, most, stated }
  'weightUnknown', // { number }
  'weightText', // { variable }
  'signatureInstead', // { text }
  'unknownVersion',
  'recordBeforeVariable', // { tag }
  'unknownTag', // { tag }
  'variablesStated', // { count, stated }
  'moreThanThree',
  'rangeOfText',
  'numberThatIsNone',
  'numberBeyond', // { least, most, value }
  'onlyBlanks',
  'notValidText', // { encoding }
  'nul',
  'longLine',
  'shortLine', // { count, width }
  'notANumber', // { text, variable }
  'rowsOfParts', // { count, stated }
  'tooLargeCodebook', // { count }
  'tooLargeFile', // { count }
  'tooLargePacked', // { count }
  'noRow', // { row }
  'noCell', // { cell }
  'noCellInColumn', // { column }
  'cellText', // { row, text }
  'cellType', // { row, type }
  'cellNumber', // { row, text }
  'cellTooLong', // { count }
  'sheetTwice',
  'notInWorkbook',
  'unpacksTo', // { count }
  'unpacksBeyond', // { count }
  'unpacksBeyondStated', // { stated }
  'unpacksShort', // { count, stated }
  'notUnpacked', // { reason }
  'notAPart', // { offset }
  'listTakes', // { length }
  'listCutOff',
  'partsUnpackTo', // { count }
  'beyondEnd', // { offset }
  'unpacksImpossibly', // { count, packed }
  'documentType',
  'tooManyAttributes',
  'nestedTooDeep',
  'xmlTextTooLong',
  // files that cannot be opened: what they are
  'ebcdicFile',
  'foreignFloats', // { form }
  'sasFile',
  'sasCatalogue',
  'sasTransport',
  'zipArchive',
  'gzipFile',
  'sqliteFile',
  'webPage',
  'ddiCodebook',
  'xmlFile',
  'jsonFile',
  'pdfDocument',
  'stataHugeText', // { length, offset }
  'parquetNested',
  'hierarchicalFile',
  'oldOfficeDocument',
  'officeDocument',
  'binaryWorkbook',
  'emptyWorkbook', // { columns, rows, sheet }
  'uncalculated', // { column }
  'hugeTextList', // { count }
  'packedWith', // { method }
  'impossibleName', // { variable }
  // files that cannot be opened: what to do
  'saveAsSav',
  'saveAsSavAgain',
  'convertSas',
  'convertTransport',
  'exportFromSas',
  'unpackFirst',
  'writeFromR',
  'openAsStudy',
  'downloadSurvey',
  'chooseItsData',
  'askForSavOrCsv',
  'askForAnswers',
  'askForXlsxOrCsv',
  'dropLongTexts',
  'unnest',
  'askForRectangular',
  'saveAsXlsx',
  'deleteEmpty',
  'calculate',
  'saveSheetAsCsv',
  'saveAnew',
  'renameForSav',
  // why a file cannot be read
  'isFolder',
  'isNoFile',
  'notPermitted',
  // choices in reading
  'encodingOption',
  'languageOption',
  'sheetOption',
  'codePage', // { number }
  'encodingNames', // { last, names }
  'alwaysUtf8',
  'oneLanguageOnly',
  // expressions
  'somethingExpected', // { text }
  'comparisonExpected',
  'numberExpected',
  'numberNotText',
  'textExpected',
  'variableExpected',
  'nameExpected',
  'valueExpected',
  'endExpected',
  'unknownFunction', // { name }
  'tooFewValues', // { count, name }
  'tooManyValues', // { count, name }
  'oneValueOnly', // { name }
  'nestedTooDeeply',
  'isEmpty',
  'isTooLong',
  'noMeaning', // { character }
  'emptyName',
  'openQuote', // { quote }
  'holdsText', // { variable }
  'numberWithText',
  // what a variable of numbers is used for
  'asWeight',
  'asFpc',
  'asReplicate',
  'asMean',
  'asBand',
  'asRecode',
  'asStandardise',
  // what a variable is to a survey
  'weightRole',
  'strataRole',
  'psuRole',
  'fpcRole',
  'areaRole',
  'secondStageRole',
  'secondFpcRole',
  'replicatesRole',
  'marginsRole',
  // a design's numbers
  'noValue',
  'negativeValue',
  'fractionsAndCounts',
  'fewerThanSampled',
  'leftOut',
  'leftOutFor', // { type }
  'given',
  'fromZeroToOne',
  'aboveZero',
  'zeroOrAbove',
  'numbers', // { count }
  'numbersEach', // { count }
  'scalesOfJkn',
  // a study
  'moreThanSurveys', // { count }
  'moreThanAnalyses', // { count }
  'notItsTables',
  'tableList',
  'columns',
  'notAsWritten',
  'keptUnder', // { part }
  'columnOf', // { variable }
  'partOfColumn', // { part, variable }
  'readingOf', // { survey }
  'definitionOf', // { variable }
  'inTheWay', // { path }
  'mayNotWrite',
  'readOnlyDisk',
  'notAFolder',
  'nameTooLong',
  'heldByOther',
  // the program's work
  'noMemory',
  'workerEnded',
] as const;

export type PhraseCode = (typeof phraseCodes)[number];
