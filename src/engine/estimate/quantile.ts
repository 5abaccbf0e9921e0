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

/** The different values of a domain in ascending order, with the weight up to and including each. */
export interface Distribution {
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
  const { order, sortedWeights } = design;
  const all = new Float64Array(order.length);
  let count = 0;
  for (let position = 0; position < order.length; position++)
    if (inside[order[position]] === 1) all[count++] = values[order[position]];
  const sorted = distinctOf(all.subarray(0, count));
  const upTo = new Float64Array(sorted.length);
  for (let position = 0; position < order.length; position++)
    if (inside[order[position]] === 1)
      upTo[firstFrom(sorted, values[order[position]])] += sortedWeights[position];
  for (let place = 1; place < upTo.length; place++) upTo[place] += upTo[place - 1];
  return { sorted, upTo };
}

/** The different values, in the place of all. */
function distinctOf(all: Float64Array): Float64Array {
  all.sort();
  let count = 0;
  for (let place = 0; place < all.length; place++)
    if (place === 0 || all[place] !== all[count - 1]) all[count++] = all[place];
  return all.subarray(0, count);
}

/** The place of the first number that is at least `sought`, or the last. */
function firstFrom(ascending: Float64Array, sought: number): number {
  let low = 0;
  let high = ascending.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ascending[middle] >= sought) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The smallest value with at least `probability` of the weight at or below it; R's `qrule = "math"`. */
export function quantileAt({ sorted, upTo }: Distribution, probability: number): number {
  if (sorted.length === 0) return NaN;
  const sought = probability * upTo[upTo.length - 1] * (1 - rounding);
  return sorted[firstFrom(upTo, sought)];
}

/**
 * Quantiles with Woodruff's (1952) interval: the share at or below the quantile gets its interval
 * p̂ ± t_ν·se, whose ends are turned back into values; se = (ciHigh − ciLow) / (2·t_ν). R's
 * `svyquantile(~y, subset(design, domain), probabilities, interval.type = "mean", qrule = "math",
 * df = degf(subset(design, domain)))`. An end outside 0–1 is `null`, and then se too; below the weight
 * of the smallest value R gives the second smallest, here it is the smallest.
 *
 * Of a variable with few different values (a scale of 1 to 4) quantile and ends are values of it: the interval
 * covers at least as often as its level says, and is often wider or a point. Then se is no measure of error.
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
    const cells = new Int32Array(inside.length).fill(-1);
    for (let row = 0; row < cells.length; row++)
      if (inside[row] === 1) cells[row] = values[row] <= quantile ? 0 : 1;
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
