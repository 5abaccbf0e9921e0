import { MissingReason, type Column } from '#engine/survey/column.ts';

/**
 * 1 where `code` is among the codes of a `select_multiple` answer, which stand with spaces between them; 0 where
 * others are; missing where the question was not answered (in files that R wrote: `NA`).
 */
export function chosen(column: Column, rows: number, code: string): Column {
  const values = new Uint8Array(rows);
  const reasons = new Uint8Array(rows);
  const among = (text: string): boolean | null => {
    const codes = text.split(/\s+/).filter((one) => one !== '');
    if (codes.includes(code)) return true;
    return codes.length === 0 || (codes.length === 1 && codes[0] === 'NA') ? null : false;
  };
  const set = (row: number, answer: boolean | null): void => {
    values[row] = answer === true ? 1 : 0;
    reasons[row] = answer === null ? MissingReason.system : MissingReason.present;
  };
  if (column.kind === 'text') {
    const answers = column.dictionary.map(among);
    for (let row = 0; row < rows; row++) set(row, answers[column.codes[row]]);
  } else {
    for (let row = 0; row < rows; row++) {
      const absent = column.reasons !== null && column.reasons[row] !== 0;
      set(row, absent ? null : String(column.values[row]) === code);
    }
  }
  return { kind: 'numeric', values, reasons: reasons.some((reason) => reason !== 0) ? reasons : null };
}
