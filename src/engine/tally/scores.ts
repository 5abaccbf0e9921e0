import { linearised } from './linearised.ts';
import type { Slopes } from './slopes.ts';
import { slopesOf } from './slopes.ts';
import type { Statistic } from './statistic.ts';
import type { Tally } from './talliedTable.ts';
import type { UnitTotals } from './unitTotals.ts';

/** Linearised totals of PSUs; a PSU's column is its contribution to each statistic. */
export interface PsuScores {
  /** PSUs × statistics, row by row: u_cj = Σ_k ∂g_j/∂t_k · z_ck, not centred. */
  readonly scores: Float64Array;
  /** First PSU of each stratum, and the end. */
  readonly stratumStart: Uint32Array;
}

/**
 * The scores from which variances and multiplier bootstraps are made. PSUs are those with a positive
 * weight, in the order of the design; those without respondents in the table have 0. After calibration
 * they are of residuals.
 *
 * @param table tallied with layers (`[]` will do) where each row is its own PSU.
 */
export function scoresByPsu(table: Tally, statistics: readonly Statistic[]): PsuScores {
  const [psuTotals] = table.stages;
  if (psuTotals.multiplicity !== null) throw new Error('scores by PSU need a table that keeps its rows');
  const slopes = slopesOf(
    statistics.map(({ gradient }) => linearised(table, gradient)),
    table.refinedTotals.length,
  );
  const units = psuTotals.unitStart.length - 1;
  const scores = new Float64Array(units * slopes.count);
  addScores(psuTotals, slopes, 0, units, scores);
  return { scores, stratumStart: psuTotals.groupStart };
}

/** Adds the scores of units `from` … `to` − 1 into the rows of `scores`, the first at 0. */
export function addScores(
  { unitStart, cells, values }: UnitTotals,
  slopes: Slopes,
  from: number,
  to: number,
  scores: Float64Array,
): void {
  const { start, statistic, slope, count } = slopes;
  for (let unit = from, row = 0; unit < to; unit++, row += count)
    for (let entry = unitStart[unit]; entry < unitStart[unit + 1]; entry++) {
      const value = values[entry];
      const end = start[cells[entry] + 1];
      for (let at = start[cells[entry]]; at < end; at++) scores[row + statistic[at]] += slope[at] * value;
    }
}
