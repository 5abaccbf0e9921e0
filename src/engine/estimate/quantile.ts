import type { SurveyDesign } from '../design/surveyDesign.ts';
import { criticalT } from '../inference/distributions.ts';
import { symmetricInterval } from '../inference/interval.ts';
import { tally } from '../tally/tally.ts';
import { finite, noEstimate, type Estimate } from './figures.ts';
import { shareOf, wholeOf } from './share.ts';

/** A quantile of a variable, as the value at which `probability` of the population is reached. */
export interface QuantileEstimate extends Estimate {
  readonly probability: number;
}

/** The values of a domain in ascending order, with the weight up to and including each. */
export interface Distribution {
  readonly rows: Uint32Array;
  readonly sorted: Float64Array;
  readonly upTo: Float64Array;
}

/** Sums of weights that are this near, relatively, to what is sought have reached it. */
const rounding = 1e-12;

/**
 * The weighted distribution of the values of the rows with a positive weight that are `inside`.
 *
 * @param inside 1 for each row of the file that belongs to the domain and has a value.
 */
export function distributionOf(design: SurveyDesign, values: Float64Array, inside: Uint8Array): Distribution {
  const rows = design.order.filter((row) => inside[row] === 1).sort((a, b) => values[a] - values[b]);
  const upTo = new Float64Array(rows.length);
  let sum = 0;
  for (let place = 0; place < rows.length; place++) upTo[place] = sum += design.weights[rows[place]];
  return { rows, sorted: Float64Array.from(rows, (row) => values[row]), upTo };
}

/** The smallest value with at least `probability` of the weight at or below it; R's `qrule = "math"`. */
export function quantileAt({ sorted, upTo }: Distribution, probability: number): number {
  if (sorted.length === 0) return NaN;
  const sought = probability * upTo[upTo.length - 1] * (1 - rounding);
  let low = 0;
  let high = sorted.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (upTo[middle] >= sought) high = middle;
    else low = middle + 1;
  }
  return sorted[low];
}

/**
 * Quantiles with Woodruff's (1952) interval: the share at or below the quantile gets its interval
 * p̂ ± t_ν·se, whose ends are turned back into values; se = (ciHigh − ciLow) / (2·t_ν). R's
 * `svyquantile(~y, subset(design, domain), probabilities, interval.type = "mean", qrule = "math",
 * df = degf(subset(design, domain)))`. An end outside 0–1 is `null`, and then se too; below the weight
 * of the smallest value R gives the second smallest, here it is the smallest.
 *
 * @param inside 1 for each row of the file that belongs to the domain and has a value.
 * @throws `Problem` design.lonelyPsu, as `tally`.
 */
export function quantilesOf(
  design: SurveyDesign,
  values: Float64Array,
  inside: Uint8Array,
  probabilities: readonly number[],
  level: number,
): QuantileEstimate[] {
  const distribution = distributionOf(design, values, inside);
  return probabilities.map((probability) => {
    const quantile = quantileAt(distribution, probability);
    if (!Number.isFinite(quantile)) return { ...noEstimate, probability, why: 'noRespondents' };
    const cells = Int32Array.from(inside, (one, row) => (one === 0 ? -1 : values[row] <= quantile ? 0 : 1));
    const table = tally(design, cells, 2);
    const share = shareOf(table, Uint8Array.of(1, 0), wholeOf(table, Uint8Array.of(1, 1)));
    const reached = symmetricInterval(share.estimate, share.se, share.df, level);
    if (reached.ciLow === null || reached.ciHigh === null)
      return { ...noEstimate, probability, estimate: quantile, why: 'noDegreesOfFreedom' };
    const ciLow = reached.ciLow < 0 ? null : quantileAt(distribution, reached.ciLow);
    const ciHigh = reached.ciHigh > 1 ? null : quantileAt(distribution, reached.ciHigh);
    const se =
      ciLow === null || ciHigh === null ? null : finite((ciHigh - ciLow) / (2 * criticalT(level, share.df)));
    return {
      probability,
      estimate: quantile,
      se,
      ciLow,
      ciHigh,
      ...(se === null && { why: 'beyondValues' as const }),
    };
  });
}
