import type { FreedomsResult, SplitPart } from '#contract/freedoms.ts';

/** Comparisons of groups below this adjusted p are said to differ. */
const differsBelow = 0.05;

export interface NaiveSplit {
  readonly parts: readonly {
    readonly part: SplitPart;
    readonly share: FreedomsResult['split'][number]['share'];
  }[];
  /** Parts whose naïve share lies outside the design-based interval. */
  readonly outside: readonly SplitPart[];
  /** Comparisons of groups made both ways, and those decided otherwise. */
  readonly compared: number;
  readonly flips: number;
}

/** What an analysis without weights, strata and clusters would have said of the same split. */
export function naiveSplit(design: FreedomsResult, naive: FreedomsResult): NaiveSplit {
  const outside = design.split.flatMap(({ part, share: { ciLow, ciHigh } }, index) => {
    const { estimate } = naive.split[index].share;
    if (estimate === null || ciLow === null || ciHigh === null) return [];
    return estimate < ciLow || estimate > ciHigh ? [part] : [];
  });
  const pairs = design.comparisons.flatMap(({ pairs }, part) =>
    pairs.flatMap((pair) => {
      const other = naive.comparisons[part]?.pairs.find(({ a, b }) => a === pair.a && b === pair.b);
      return other ? [{ pair, other }] : [];
    }),
  );
  const conclusion = ({ adjusted, difference }: { adjusted: number; difference: number }): number =>
    adjusted < differsBelow ? Math.sign(difference) : 0;
  return {
    parts: naive.split.map(({ part, share }) => ({ part, share })),
    outside,
    compared: pairs.length,
    flips: pairs.filter(({ pair, other }) => conclusion(pair) !== conclusion(other)).length,
  };
}
