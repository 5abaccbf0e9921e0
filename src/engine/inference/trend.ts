import { combinationOf, type Statistic } from '../tally/statistic.ts';
import type { Tally } from '../tally/talliedTable.ts';
import { linearTest, noContrast, type Contrast } from './contrast.ts';

/**
 * Linear trend over ordered groups: the slope of the groups' estimates (shares, means) on their scores
 * by ordinary least squares, b = Σ c_g·x_g / Σ c_g² with c_g = score_g − mean score, each group counted
 * once. A linear contrast of the group estimates: its variance comes from their joint design
 * covariance, t = b/se on the table's ν; R's
 * `svycontrast(svyby(~y, ~group, design, svymean, covmat = TRUE), c / sum(c^2))`.
 *
 * Not the slope of R's `svyglm(y ~ score)`, in which large groups weigh more; with two groups both are
 * their difference.
 *
 * @param groups in order; `null` for a group that takes no part (no respondents, suppressed).
 * @param scores one a group; 1, 2, … where they are left out.
 * @returns the slope per unit of score; reason `singleCategory` with fewer than two scores that differ.
 */
export function trendOver(
  table: Tally,
  groups: readonly (Statistic | null)[],
  level: number,
  scores: readonly number[] = groups.map((_, index) => index + 1),
): Contrast {
  const present = groups.flatMap((one, index) => (one === null ? [] : [{ one, score: scores[index] }]));
  const mean = present.reduce((sum, { score }) => sum + score, 0) / present.length;
  const centred = present.map(({ score }) => score - mean);
  const squares = centred.reduce((sum, one) => sum + one * one, 0);
  if (present.length < 2 || !(squares > 0)) return noContrast('singleCategory');
  const slope = combinationOf(
    present.map(({ one }) => one),
    centred.map((one) => one / squares),
  );
  return linearTest(table, slope, level);
}
