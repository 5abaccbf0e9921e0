import { Problem } from '../survey/problem.ts';
import type { Stage } from './stage.ts';
import type { LonelyPsuPolicy } from './designInput.ts';
import type { SurveyDesign } from './surveyDesign.ts';

/**
 * @param stage its place in the design's stages.
 * @throws `Problem` where the policy is `fail` and a lonely group is in the domain: design.lonelyPsu
 * for strata with a single PSU, design.singlePsu where there are no strata, design.lonelySsu for PSUs with a single unit of the second stage.
 */
export function refuseLonely(
  design: SurveyDesign,
  stage: number,
  inDomain: (group: number) => boolean,
): void {
  if (design.summary.lonelyPsu !== 'fail') return;
  const { lonely, groupNames } = design.stages[stage];
  const names = groupNames.filter((_, group) => lonely[group] === 1 && inDomain(group));
  if (names.length === 0) return;
  if (stage === 0 && names[0] === '') throw new Problem('design.singlePsu');
  throw stage === 0
    ? new Problem('design.lonelyPsu', { strata: names, count: names.length })
    : new Problem('design.lonelySsu', { psus: names, count: names.length });
}

/** How the variance within one group of a stage enters the sum; see `groupRules`. */
export interface GroupRules {
  /** share·(1 − f)·n/(n − 1); for a lonely group share·(1 − f) under `adjust`, else 0. */
  readonly scale: Float64Array;
  /** 1: deviations from the group's mean unit; 0 (`adjust`): from zero. */
  readonly centred: Uint8Array;
}

/**
 * How groups enter a variance, as R's `onestrat` and `options(survey.lonely.psu=)`, at each stage alike:
 * `remove` and `certainty` give a lonely group no variance; `adjust` takes its unit's deviation
 * from zero, which for every share, ratio and association is the deviation from the grand mean of
 * PSU totals (the linearised variable sums to zero over the sample; only for bare totals would the
 * two differ); `average` gives it the average of the other groups (`averageFactor`).
 */
export function groupRules({ sampled, fpcFactors, shares }: Stage, policy: LonelyPsuPolicy): GroupRules {
  const scale = new Float64Array(sampled.length);
  const centred = new Uint8Array(sampled.length).fill(1);
  for (let group = 0; group < scale.length; group++) {
    const count = sampled[group];
    if (fpcFactors[group] < 1e-7) continue;
    if (count > 1) scale[group] = (shares[group] * fpcFactors[group] * count) / (count - 1);
    else if (policy === 'adjust') {
      scale[group] = shares[group] * fpcFactors[group];
      centred[group] = 0;
    }
  }
  return { scale, centred };
}

/**
 * With the policy `average`: groups with respondents in the domain / those of them with more than
 * one sampled unit (R's `nstrat / nokstrat`); NaN where there is none. At the second stage each PSU
 * stands alone, as in R: there is nothing to average over, and one lonely unit leaves no variance.
 * Otherwise 1.
 */
export function averageFactor(
  design: SurveyDesign,
  stage: number,
  inDomain: (group: number) => boolean,
): number {
  const { lonely } = design.stages[stage];
  if (design.summary.lonelyPsu !== 'average' || !lonely.includes(1)) return 1;
  let present = 0;
  let usable = 0;
  for (let group = 0; group < lonely.length; group++) {
    if (!inDomain(group)) continue;
    present++;
    if (lonely[group] === 0) usable++;
  }
  if (stage > 0) return usable === present ? 1 : NaN;
  return usable === 0 ? NaN : present / usable;
}
