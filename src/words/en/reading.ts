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
  again: 'Reading again',
  repeats: 'Also bring in, each as a survey of its own in the same study',
};
