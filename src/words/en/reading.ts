/** How a file is read where that is open: beside the first rows, before the import. */
export const reading = {
  title: 'How the file is read',
  sheet: 'Sheet',
  delimiter: 'Between fields',
  decimal: 'Decimal mark',
  encoding: 'Encoding',
  language: 'Language of the labels',
  delimiters: { comma: 'Comma ,', semicolon: 'Semicolon ;', tab: 'Tab', bar: 'Bar \u2758' },
  decimals: { point: 'Point 1.5', comma: 'Comma 1,5' },
  withRows: '{name} ({rows} row) | {name} ({rows} rows)',
  companion: 'Form or codebook',
  addCompanion: 'Add its form or codebook…',
  withoutCompanion: 'Read without {file}',
  remove: 'Remove',
  leftOut: 'No variables, so not brought in: {names}.',
  labels: {
    both: 'The file holds the form’s labels: its questions get their names, its answers their codes.',
    headers: 'The header holds the labels of the form’s questions: they get their names.',
    answers: 'The answers are labels of the form: they get their codes.',
  },
  unknownDates: 'Not a date or time that is understood, so kept as text: {texts}.',
  unknownAnswers: 'Not the label of one choice, so kept as text: {texts}.',
  again: 'Reading again',
  repeats:
    'Also bring in, each as a survey of its own in the same study, with the weight, strata, clusters and area of its household',
};
