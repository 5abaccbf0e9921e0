import { MissingReason, type Column } from '#engine/survey/column.ts';

const no = new Set(['FALSE', '0', 'NO']);
const unanswered = new Set(['', 'NA', 'N/A']);

/**
 * A column of one choice as 0 and 1, where it is text: `TRUE` and `FALSE` as R writes them, or (as Kobo can export
 * it) the choice’s own code or label where it was chosen.
 */
export function ticked(column: Column, rows: number): Column {
  if (column.kind !== 'text') return column;
  const answers = column.dictionary.map((text): boolean | null => {
    const word = text.trim().toUpperCase();
    return unanswered.has(word) ? null : !no.has(word);
  });
  return answered(rows, (row) => answers[column.codes[row]]);
}

/**
 * 1 where `code` is among the codes of a `select_multiple` answer, which stand with spaces between them; 0 where
 * others are; missing where the question was not answered (in files that R wrote: `NA`).
 */
export function chosen(column: Column, rows: number, code: string): Column {
  if (column.kind === 'numeric') {
    return answered(rows, (row) =>
      column.reasons !== null && column.reasons[row] !== 0 ? null : String(column.values[row]) === code,
    );
  }
  const answers = column.dictionary.map((text): boolean | null => {
    const codes = text.split(/\s+/).filter((one) => one !== '');
    if (codes.includes(code)) return true;
    return codes.length === 0 || (codes.length === 1 && codes[0] === 'NA') ? null : false;
  });
  return answered(rows, (row) => answers[column.codes[row]]);
}

function answered(rows: number, answer: (row: number) => boolean | null): Column {
  const values = new Uint8Array(rows);
  const reasons = new Uint8Array(rows);
  let complete = true;
  for (let row = 0; row < rows; row++) {
    const yes = answer(row);
    if (yes === null) {
      reasons[row] = MissingReason.system;
      complete = false;
    } else if (yes) values[row] = 1;
  }
  return { kind: 'numeric', values, reasons: complete ? null : reasons };
}
