import type { PrioritiesDefinition } from '#contract/analysisDefinition.ts';
import type { PriorityRow } from './priorityRows.ts';

export type Sort = Readonly<PrioritiesDefinition['sort']>;
/** A column of the table, or the group with this index. */
export type SortKey = Sort['key'];

/** Numbers begin with the largest, texts and ranks with the first. */
export const firstSort = (key: SortKey): Sort => ({
  key,
  descending: typeof key === 'number' || !['rank', 'name', 'freedom'].includes(key),
});

/** What has no value stays last in both directions. */
export function sortRows(
  rows: readonly PriorityRow[],
  { key, descending }: Sort,
  locale: string,
): readonly PriorityRow[] {
  const sign = descending ? -1 : 1;
  return rows.toSorted((a, b) => {
    const [one, other] = [valueOf(a, key), valueOf(b, key)];
    if (one === null || other === null) return Number(one === null) - Number(other === null);
    if (typeof one === 'string' || typeof other === 'string')
      return sign * String(one).localeCompare(String(other), locale);
    return sign * (one - other);
  });
}

function valueOf(row: PriorityRow, key: SortKey): number | string | null {
  if (typeof key === 'number') return row.groups.at(key)?.share.estimate ?? null;
  if (key === 'share') return row.share.estimate;
  if (key === 'deff') return row.share.deff;
  if (key === 'severity') return 'none' in row.severity ? null : row.severity.share.estimate;
  return row[key];
}
