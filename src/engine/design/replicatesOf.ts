import { Problem } from '../survey/problem.ts';
import { refuseLonely } from './lonelyPsu.ts';
import { randomSource } from './randomSource.ts';
import type { SurveyDesign } from './surveyDesign.ts';

/** Replicates of a sample as what its PSUs' weights are multiplied by. V = scale · Σ_r rscale_r (θ_r − θ)². */
export interface Replicates {
  readonly count: number;
  /** PSUs of positive weight in the order of the design × replicates, row by row. */
  readonly factors: Float64Array;
  readonly scale: number;
  /** One a replicate. */
  readonly rscales: Float64Array;
}

export interface BootstrapOptions {
  /** Replicates to draw; for a jackknife they follow from the sample. */
  readonly count: number;
  /** A whole number: the same seed gives the same replicates. */
  readonly seed: number;
}

/** PSUs × replicates that are kept in memory (320 MB). */
const mostFactors = 40_000_000;

/**
 * Replicates made from the PSUs of a sample.
 *
 * - `bootstrap`: Rao and Wu (1988; Rao, Wu and Yue 1992, Survey Methodology 18, 209). In each stratum
 *   n_h − 1 PSUs are drawn with replacement, m_c times PSU c; its factor is
 *   1 + √(1 − f_h)·(m_c·n_h/(n_h − 1) − 1). R's `as.svrepdesign(type = "subbootstrap", mse = TRUE)`
 *   (which leaves a finite population correction aside: there f_h = 0); scale 1/(count − 1) as R's.
 *   A lonely PSU is kept in every replicate whatever the policy, except `fail`.
 * - `jackknife`: JKn, each PSU left out once, the others of its stratum times n_h/(n_h − 1), rscale
 *   (1 − f_h)(n_h − 1)/n_h. R's `as.svrepdesign(type = "JKn")`, lonely PSUs and all: `adjust` leaves
 *   them out against the other strata, `average` enlarges the scale, else they have no replicate.
 *   For linear statistics it is the variance of `varianceOf`.
 *
 * Only the first stage is resampled. Calibrated weights are multiplied as they are, and not calibrated anew
 * in each replicate.
 *
 * PSUs without any positive weight are drawn or left out like the others, but have no row in `factors`.
 *
 * @throws `Problem` design.lonelyPsu under `fail`, design.tooManyReplicates.
 */
export function replicatesOf(
  design: SurveyDesign,
  type: 'bootstrap' | 'jackknife',
  options: BootstrapOptions,
): Replicates {
  refuseLonely(design, 0, () => true);
  return type === 'bootstrap' ? bootstrapOf(design, options) : jackknifeOf(design);
}

function bootstrapOf(design: SurveyDesign, { count, seed }: BootstrapOptions): Replicates {
  const { groupStart: stratumStart, sampled: sampledPsus, fpcFactors } = design.stages[0];
  const factors = roomFor(design, count).fill(1);
  const below = randomSource(seed);
  for (let replicate = 0; replicate < count; replicate++)
    for (let stratum = 0; stratum < sampledPsus.length; stratum++) {
      const sampled = sampledPsus[stratum];
      const from = stratumStart[stratum];
      const present = stratumStart[stratum + 1] - from;
      const root = Math.sqrt(fpcFactors[stratum]);
      if (sampled === 1 || fpcFactors[stratum] < 1e-7) continue;
      for (let psu = from; psu < from + present; psu++) factors[psu * count + replicate] = 1 - root;
      for (let draw = 1; draw < sampled; draw++) {
        const psu = below(sampled);
        if (psu < present) factors[(from + psu) * count + replicate] += (root * sampled) / (sampled - 1);
      }
    }
  return { count, factors, scale: 1 / (count - 1), rscales: new Float64Array(count).fill(1) };
}

/** What a stratum adds to a jackknife: PSUs left out of it one at a time, `absent` those of no weight. */
function jackknifeOf(design: SurveyDesign): Replicates {
  const { groupStart: stratumStart, sampled: sampledPsus, fpcFactors, lonely } = design.stages[0];
  const { summary } = design;
  const strata = sampledPsus.length;
  const leftOut: { stratum: number; psu: number | null; rscale: number }[] = [];
  for (let stratum = 0; stratum < strata; stratum++) {
    const sampled = sampledPsus[stratum];
    const isAdjusted = lonely[stratum] === 1 && summary.lonelyPsu === 'adjust';
    if ((sampled === 1 && !isAdjusted) || fpcFactors[stratum] < 1e-7) continue;
    const rscale = isAdjusted ? (strata - 1) / strata : (fpcFactors[stratum] * (sampled - 1)) / sampled;
    const end = stratumStart[stratum + 1];
    for (let psu = stratumStart[stratum]; psu < end; psu++) leftOut.push({ stratum, psu, rscale });
    const absent = sampled - (end - stratumStart[stratum]);
    // They all leave the same replicate: once, with the weight of all.
    if (absent > 0) leftOut.push({ stratum, psu: null, rscale: rscale * absent });
  }

  const count = leftOut.length;
  const factors = roomFor(design, count).fill(1);
  leftOut.forEach(({ stratum, psu }, replicate) => {
    const isLonely = sampledPsus[stratum] === 1;
    const [from, to] = isLonely
      ? [0, stratumStart[strata]]
      : [stratumStart[stratum], stratumStart[stratum + 1]];
    const groups = isLonely ? strata : sampledPsus[stratum];
    for (let other = from; other < to; other++) factors[other * count + replicate] = groups / (groups - 1);
    if (psu !== null) factors[psu * count + replicate] = 0;
  });
  const psuCount = sampledPsus.reduce((sum, sampled) => sum + sampled, 0);
  const lonelyCount = lonely.reduce((sum, one) => sum + one, 0);
  const scale = summary.lonelyPsu === 'average' ? psuCount / (psuCount - lonelyCount) : 1;
  return { count, factors, scale, rscales: Float64Array.from(leftOut, ({ rscale }) => rscale) };
}

function roomFor(design: SurveyDesign, count: number): Float64Array {
  const [{ groupStart }] = design.stages;
  const psus = groupStart[groupStart.length - 1];
  if (psus * count > mostFactors)
    throw new Problem('design.tooManyReplicates', { psus, replicates: count, limit: mostFactors });
  return new Float64Array(psus * count);
}
