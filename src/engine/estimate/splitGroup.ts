import type { GroupMargin } from './concernByGroup.ts';

export interface SplitGroup {
  readonly n: number | null;
  readonly weightedN: number | null;
  /** By `splitParts`. */
  readonly split: readonly GroupMargin[];
  /** By `splitParts`: the groups than which this one has a significantly larger part. */
  readonly letters: readonly string[];
}
