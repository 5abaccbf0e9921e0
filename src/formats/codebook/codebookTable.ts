import { rangeText, type CodebookEntry } from './codebookOf.ts';

export type TableCell = string | number | null;

export const codebookHead = [
  'variable',
  'label',
  'type',
  'measure',
  'valid',
  'missing',
  'value',
  'value_label',
  'value_is_missing',
  'value_n',
] as const;

/** A codebook as rows that a spreadsheet can filter: one a labelled or missing value, at least one a variable. */
export function* codebookTable(entries: readonly CodebookEntry[]): Generator<TableCell[]> {
  for (const { variable, valid, missing, codes } of entries) {
    const { name, label, type, measure } = variable;
    const about: TableCell[] = [name, label, type, measure === 'unknown' ? '' : measure, valid, missing];
    const range = rangeText(variable);
    if (codes.length === 0 && range === null) yield [...about, null, null, null, null];
    for (const code of codes) {
      yield [...about, code.value, code.label, code.isMissing ? 'yes' : 'no', code.n];
    }
    if (range !== null) yield [...about, range, null, 'yes', null];
  }
}
