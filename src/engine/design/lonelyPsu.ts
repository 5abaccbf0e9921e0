import { Problem } from '../survey/problem.ts';
import type { SurveyDesign } from './surveyDesign.ts';

/** @throws `Problem` design.lonelyPsu where the policy is `fail` and a lonely stratum is in the domain. */
export function refuseLonelyPsu(design: SurveyDesign, inDomain: (stratum: number) => boolean): void {
  const { lonelyPsu, lonelyStrata } = design.summary;
  if (lonelyPsu !== 'fail' || lonelyStrata.length === 0) return;
  const strata = design.strataNames.filter((_, stratum) => design.lonely[stratum] === 1 && inDomain(stratum));
  if (strata.length > 0) throw new Problem('design.lonelyPsu', { strata, count: strata.length });
}

/** How the variance of one stratum enters the sum; see `strataRules`. */
export interface StrataRules {
  /** (1 − f_h)·n_h/(n_h − 1); for a lonely stratum 1 − f_h under `adjust`, else 0. */
  readonly scale: Float64Array;
  /** 1: deviations from the stratum's mean PSU; 0 (`adjust`): from zero. */
  readonly centred: Uint8Array;
}

/**
 * How strata enter a variance, as R's `onestrat` and `options(survey.lonely.psu=)`:
 * `remove` and `certainty` give a lonely stratum no variance; `adjust` takes its PSU's deviation
 * from zero, which for every share, ratio and association is the deviation from the grand mean of
 * PSU totals (the linearised variable sums to zero over the sample; only for bare totals would the
 * two differ); `average` gives it the average of the other strata (`averageFactor`).
 */
export function strataRules(design: SurveyDesign): StrataRules {
  const { sampledPsus, fpcFactors, summary } = design;
  const scale = new Float64Array(sampledPsus.length);
  const centred = new Uint8Array(sampledPsus.length).fill(1);
  for (let stratum = 0; stratum < scale.length; stratum++) {
    const sampled = sampledPsus[stratum];
    if (fpcFactors[stratum] < 1e-7) continue;
    if (sampled > 1) scale[stratum] = (fpcFactors[stratum] * sampled) / (sampled - 1);
    else if (summary.lonelyPsu === 'adjust') {
      scale[stratum] = fpcFactors[stratum];
      centred[stratum] = 0;
    }
  }
  return { scale, centred };
}

/**
 * With the policy `average`: strata with respondents in the domain / those of them with more than
 * one sampled PSU (R's `nstrat / nokstrat`); NaN where there is none. Otherwise 1.
 */
export function averageFactor(design: SurveyDesign, inDomain: (stratum: number) => boolean): number {
  if (design.summary.lonelyPsu !== 'average' || design.summary.lonelyStrata.length === 0) return 1;
  let present = 0;
  let usable = 0;
  for (let stratum = 0; stratum < design.lonely.length; stratum++) {
    if (!inDomain(stratum)) continue;
    present++;
    if (design.lonely[stratum] === 0) usable++;
  }
  return usable === 0 ? NaN : present / usable;
}
