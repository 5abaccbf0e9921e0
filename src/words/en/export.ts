import type { LossKind } from '#engine/survey/loss.ts';

/** What a format had no room for; how many variables it concerns, and which, is said beside it. */
export const lossWords: Readonly<Record<LossKind, string>> = {
  name: 'Renamed, because the format does not allow the name',
  label: 'Label shortened',
  valueLabel: 'Labels of answers left out or shortened',
  text: 'Long text cut',
  missingRule:
    'Codes not declared as missing, because the format has no room for so many; they are there as answers',
  missingCode: 'Missing codes written as the format’s own missing values',
  row: 'Rows without a single answer, which are passed over when the file is read',
  missingReason: 'Reasons for missing answers (.a to .z) written as plain missing',
  dateUnit: 'Weeks, months or quarters written as their first day',
  measure: 'Nominal, ordinal or scale is not said in this format',
  weight: 'Not marked as the weight in this format; the variable itself is there',
  responseSets: 'Multiple-response set not declared; its variables are there',
  note: 'Notes left out or shortened',
  attribute: 'Attributes left out, shortened or called otherwise',
  language: 'Labels in further languages left out',
};

/** The dialog that writes a survey into a file. */
export const exportWords = {
  open: 'Export…',
  title: 'Export the survey',
  lead: 'With labels, missing codes and derived variables, for other programs.',
  format: 'Format',
  formats: {
    sav: 'SPSS',
    zsav: 'SPSS, compressed',
    dta: 'Stata',
    csv: 'CSV with a codebook',
    xlsx: 'Excel workbook',
    ddi: 'Codebook only',
  },
  formatText: {
    sav: '.sav for SPSS, PSPP and R. Keeps labels, missing codes and the weight.',
    zsav: '.zsav, a smaller file for SPSS 21 and later, PSPP and R.',
    dta: '.dta for Stata 14 and later and R. Missing codes become .a, .b, …',
    csv: '.csv for any program, with what the codes mean in a second file.',
    xlsx: '.xlsx with sheets for codes, labels, codebook and notes.',
    ddi: '.xml, DDI Codebook 2.5 for archives: no answers, only what they mean.',
  },
  applyMissing: 'Leave missing answers empty, rather than keep their codes',
  excel: 'For Excel: mark the text as UTF-8',
  protect: 'Guard text that looks like a formula with an apostrophe',
  start: 'Choose where and export',
  download: 'Export and download',
  exporting: 'Writing the file',
  rowsOf: '{done} of {all} rows',
  done: 'Written: {rows} rows, {variables} variables',
  nothingLost: 'Everything that the survey holds is in the file.',
  lost: 'What the format could not hold',
  lostIn: '{count} variable: {names} | {count} variables: {names}',
  lostInSome: '{count} variable | {count} variables',
  fileTitle: 'the title of the file',
  fileItself: 'the file itself',
  becomes: '{variable} → {name}',
  again: 'Export another',
  loss: lossWords,
};
