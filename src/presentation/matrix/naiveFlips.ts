import type { MatrixPair, MatrixResult } from '#contract/matrix.ts';
import { chanceFrom } from './matrixGrid.ts';

/** What one would say of a pair: together more often than by chance, less often, or that it may be chance. */
export const conclusions = ['more', 'less', 'chance'] as const;
export type Conclusion = (typeof conclusions)[number];

export interface Flip {
  readonly design: MatrixPair;
  readonly naive: MatrixPair;
  readonly says: Conclusion;
  readonly wouldSay: Conclusion;
}

export interface NaiveFlips {
  /** Pairs that have a test both ways. */
  readonly compared: number;
  readonly flips: readonly Flip[];
}

export function conclusionOf({ test, phi }: MatrixPair): Conclusion | null {
  if (test.q === null) return null;
  if (test.q >= chanceFrom) return 'chance';
  return (phi.estimate ?? 0) < 0 ? 'less' : 'more';
}

/** The pairs of which an analysis without weights, strata and clusters would say something else. */
export function naiveFlips(
  design: Pick<MatrixResult, 'pairs'>,
  naive: Pick<MatrixResult, 'pairs'>,
): NaiveFlips {
  const others = new Map(naive.pairs.map((pair) => [`${pair.fear}\n${pair.want}`, pair]));
  let compared = 0;
  const flips: Flip[] = [];
  for (const pair of design.pairs) {
    const other = others.get(`${pair.fear}\n${pair.want}`);
    const says = conclusionOf(pair);
    const wouldSay = other ? conclusionOf(other) : null;
    if (!other || says === null || wouldSay === null) continue;
    compared++;
    if (says !== wouldSay) flips.push({ design: pair, naive: other, says, wouldSay });
  }
  return { compared, flips };
}
