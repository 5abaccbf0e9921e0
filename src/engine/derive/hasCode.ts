import type { Column } from '../survey/column.ts';
import type { Value } from '../survey/variable.ts';

/** Says for each row whether its value is one of the codes: numbers among numbers, texts among texts. */
export function hasCode(column: Column, codes: readonly Value[]): (row: number) => boolean {
  if (column.kind === 'text') {
    const wanted = column.dictionary.map((text) => codes.includes(text));
    return (row) => wanted[column.codes[row]];
  }
  const wanted = new Set(codes.filter((code) => typeof code === 'number'));
  const { values } = column;
  return (row) => wanted.has(values[row]);
}
