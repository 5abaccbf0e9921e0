import { rangeText, type CodebookEntry } from './codebookOf.ts';

export type TableCell = string | number | null;

const columns = [
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

/** Titles of the columns; one for notes only where there are any. */
export function codebookHead(entries: readonly CodebookEntry[]): string[] {
  return hasNotes(entries) ? [...columns, 'notes'] : [...columns];
}

/** A codebook as rows that a spreadsheet can filter: one a labelled or missing value, at least one a variable. */
export function* codebookTable(entries: readonly CodebookEntry[]): Generator<TableCell[]> {
  const withNotes = hasNotes(entries);
  for (const { variable, valid, missing, codes } of entries) {
    const { name, label, type, measure, notes = [] } = variable;
    const about: TableCell[] = [name, label, type, measure === 'unknown' ? '' : measure, valid, missing];
    const after: TableCell[] = withNotes ? [notes.join('\n')] : [];
    const range = rangeText(variable);
    if (codes.length === 0 && range === null) yield [...about, null, null, null, null, ...after];
    for (const code of codes) {
      yield [...about, code.value, code.label, code.isMissing ? 'yes' : 'no', code.n, ...after];
    }
    if (range !== null) yield [...about, range, null, 'yes', null, ...after];
  }
}

function hasNotes(entries: readonly CodebookEntry[]): boolean {
  return entries.some(({ variable }) => (variable.notes ?? []).length > 0);
}
