/** Rounds after which raking is given up. */
export const mostRounds = 2000;
/** Relative difference from each target at which it has converged. */
const agreement = 1e-12;

/** A margin over combinations: the level of each, and the known total of each level. */
export interface MarginTargets {
  readonly levels: Uint32Array;
  readonly targets: Float64Array;
}

export interface Raked {
  /** What the weights of each combination are multiplied by. */
  readonly factors: Float64Array;
  /** Where a total is still missed by more than 1e-10 of it: the place of the margin, and its level. */
  readonly missed: { readonly margin: number; readonly level: number } | null;
}

/**
 * Iterative proportional fitting (Deming and Stephan 1940): each margin in turn is brought to its totals,
 * until all have them. One margin takes one step: post-stratification. R's `rake` and, by another way to the
 * same weights, `calibrate(calfun = "raking")`.
 *
 * @param totals Σ of the weights over each combination.
 */
export function rake(totals: Float64Array, margins: readonly MarginTargets[]): Raked {
  const factors = new Float64Array(totals.length).fill(1);
  const sums = margins.map(({ targets }) => new Float64Array(targets.length));
  const add = (margin: number): Float64Array => {
    const { levels } = margins[margin];
    const sum = sums[margin].fill(0);
    for (let index = 0; index < totals.length; index++) sum[levels[index]] += totals[index] * factors[index];
    return sum;
  };
  for (let round = 0; round < mostRounds; round++) {
    let furthest = 0;
    margins.forEach(({ levels, targets }, margin) => {
      const sum = add(margin);
      for (let level = 0; level < sum.length; level++)
        furthest = Math.max(furthest, Math.abs(sum[level] / targets[level] - 1));
      for (let index = 0; index < totals.length; index++)
        factors[index] *= targets[levels[index]] / sum[levels[index]];
    });
    if (furthest < agreement || (margins.length === 1 && round > 0)) break;
    if (Number.isNaN(furthest)) break;
  }

  let missed: Raked['missed'] = null;
  let worst = 1e-10;
  margins.forEach(({ targets }, margin) => {
    add(margin).forEach((sum, level) => {
      const miss = Math.abs(sum / targets[level] - 1);
      if (miss <= worst) return;
      missed = { margin, level };
      worst = miss;
    });
  });
  return { factors, missed };
}
