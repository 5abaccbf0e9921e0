import type { Formats } from '../text/createFormats.ts';
import type { PriorityRow } from './priorityRows.ts';

export interface Words {
  readonly key: string;
  readonly params: Readonly<Record<string, string>>;
}

/** “Poverty and Unemployment cannot be told apart (3 points, −1 to 7).” `null`: nothing can be said of the two. */
export function neighbourWords(above: PriorityRow, below: PriorityRow, formats: Formats): Words | null {
  const { next } = above;
  if (next === null || next.estimate === null) return null;
  const points = (value: number): string =>
    `${value < 0 ? '−' : ''}${formats.decimal(Math.abs(value) * 100, 1)}`;
  const params = {
    first: above.name,
    second: below.name,
    points: points(next.estimate),
    low: next.ciLow === null ? '' : points(next.ciLow),
    high: next.ciHigh === null ? '' : points(next.ciHigh),
  };
  if (next.p === null || next.ciLow === null || next.ciHigh === null)
    return { key: 'priorities.notTested', params };
  return { key: above.tied ? 'priorities.notApart' : 'priorities.apart', params };
}
