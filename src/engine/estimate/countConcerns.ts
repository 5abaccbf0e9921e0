import type { Indicator } from './concernShare.ts';

/** Who is counted: those with a valid answer to at least half the concerns of a side, or to all of them. */
export type AnsweredRule = 'half' | 'all';

/** For each row of the file the number of concerns of one side. */
export interface ConcernCounts {
  /** 0 … number of concerns; −1 for rows with too few valid answers. */
  readonly counts: Int32Array;
  /** 1 for rows that count with some answer missing. */
  readonly inPart: Uint8Array;
}

/**
 * Counts the concerns of a side among the valid answers; what is missing counts as no concern.
 *
 * @param indicators at least one, in file order; 2 stands for no valid answer or outside the domain.
 */
export function countConcerns(indicators: readonly Indicator[], answered: AnsweredRule): ConcernCounts {
  const rows = indicators[0].length;
  const counts = new Int32Array(rows);
  const inPart = new Uint8Array(rows);
  const valid = new Uint32Array(rows);
  for (const indicator of indicators)
    for (let row = 0; row < rows; row++)
      if (indicator[row] !== 2) {
        valid[row]++;
        counts[row] += indicator[row];
      }
  const needed = answered === 'all' ? indicators.length : indicators.length / 2;
  for (let row = 0; row < rows; row++) {
    if (valid[row] < needed) counts[row] = -1;
    else if (valid[row] < indicators.length) inPart[row] = 1;
  }
  return { counts, inPart };
}
