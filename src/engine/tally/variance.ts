import { averageFactor, groupRules, type GroupRules } from '../design/lonelyPsu.ts';
import type { Stage } from '../design/stage.ts';
import type { LonelyPsuPolicy } from '../design/designInput.ts';
import type { SurveyDesign } from '../design/surveyDesign.ts';
import { linearised } from './linearised.ts';
import { deviationsOf } from './replicateDeviations.ts';
import type { Statistic } from './statistic.ts';
import type { Tally } from './talliedTable.ts';
import type { UnitTotals } from './unitTotals.ts';

/**
 * The design variance of a smooth function g of a table's totals: the one routine for every estimate
 * and every design.
 *
 * Samples in stages: ∇gᵀ V ∇g. Each PSU's linearised total u_hc = Σ_k g_k z_hck is formed first and its
 * deviations are squared and added, as R's `svyrecvar` does; the quadratic form in V would lose the
 * digits that z shares between PSUs of very different size. A second stage adds for each PSU f_h times
 * the variance of its units' totals (R's `multistage`, with `survey.ultimate.cluster = FALSE`).
 *
 * Replicate weights: scale · Σ_r rscale_r (g(t_r) − g(t))² (R's `svrVar`); see `deviationsOf`.
 *
 * @param domain 1 for each cell of the estimate's own domain, the denominator of a share; `null`: all.
 * Only the policy `average` looks at it: it averages over the strata with respondents there.
 * @returns NaN where no stratum can tell (policy `average`, all strata lonely), or no replicate.
 */
export function varianceOf(table: Tally, statistic: Statistic, domain: Uint8Array | null = null): number {
  const { design } = table;
  if (table.byReplicate) {
    const { rows, count } = deviationsOf(table, [statistic], design.replicates!);
    return count === 0 ? NaN : rows.reduce((sum, deviation) => sum + deviation * deviation, 0);
  }
  const gradient = linearised(table, statistic.gradient);
  return table.stages.reduce(
    (sum, totals, stage) => sum + stageVariance(design, stage, totals, gradient, domain),
    0,
  );
}

function stageVariance(
  design: SurveyDesign,
  stage: number,
  totals: UnitTotals,
  gradient: Float64Array,
  domain: Uint8Array | null,
): number {
  const { groupStart, unitStart } = totals;
  const { scale, centred } = rulesOf(design, stage);
  const { sampled } = design.stages[stage];
  const squaresOf = totals.multiplicity === null ? squaresOverUnits : squaresOverRows;
  let variance = 0;
  for (let group = 0; group < scale.length; group++) {
    const isEmpty = unitStart[groupStart[group]] === unitStart[groupStart[group + 1]];
    if (scale[group] === 0 || isEmpty) continue;
    const centredOver = centred[group] === 1 ? sampled[group] : null;
    variance += scale[group] * squaresOf(totals, group, gradient, centredOver);
  }
  return variance * averageFactor(design, stage, (group) => isIn(domain, totals, group));
}

/**
 * Σ_c (u_c − ū)² over the sampled units of a group, those outside the domain with u = 0.
 *
 * @param centredOver the number of sampled units; `null`: deviations from zero.
 */
function squaresOverUnits(
  { groupStart, unitStart, cells, values }: UnitTotals,
  group: number,
  gradient: Float64Array,
  centredOver: number | null,
): number {
  const from = groupStart[group];
  const length = groupStart[group + 1] - from;
  const scores = scratchOf(length);
  let sum = 0;
  let entry = unitStart[from];
  for (let unit = 0; unit < length; unit++) {
    const end = unitStart[from + unit + 1];
    let score = 0;
    for (; entry < end; entry++) score += gradient[cells[entry]] * values[entry];
    scores[unit] = score;
    sum += score;
  }
  const mean = centredOver === null ? 0 : sum / centredOver;
  let squares = 0;
  for (let unit = 0; unit < length; unit++) {
    const deviation = scores[unit] - mean;
    squares += deviation * deviation;
  }
  return centredOver === null ? squares : squares + (centredOver - length) * mean * mean;
}

/** The same where each row is its own PSU: groups of equal rows, and what they differ within. */
function squaresOverRows(
  { groupStart, multiplicity, cells, values, within }: UnitTotals,
  group: number,
  gradient: Float64Array,
  centredOver: number | null,
): number {
  const from = groupStart[group];
  const to = groupStart[group + 1];
  let sum = 0;
  let rows = 0;
  for (let unit = from; unit < to; unit++) {
    sum += multiplicity![unit] * gradient[cells[unit]] * values[unit];
    rows += multiplicity![unit];
  }
  const mean = centredOver === null ? 0 : sum / centredOver;
  let squares = 0;
  for (let unit = from; unit < to; unit++) {
    const slope = gradient[cells[unit]];
    const deviation = slope * values[unit] - mean;
    squares += slope * slope * within![unit] + multiplicity![unit] * deviation * deviation;
  }
  return centredOver === null ? squares : squares + (centredOver - rows) * mean * mean;
}

/**
 * Whether the group has respondents in the domain. After calibration the whole sample has a residual,
 * and is in.
 */
export function isIn(
  domain: Uint8Array | null,
  { design, groupStart, unitStart, cells }: UnitTotals,
  group: number,
): boolean {
  const inGroup = cells.subarray(unitStart[groupStart[group]], unitStart[groupStart[group + 1]]);
  if (domain === null || design.calibration !== null) return inGroup.length > 0;
  return inGroup.some((cell) => domain[cell] === 1);
}

const rulesByStage = new WeakMap<Stage, Partial<Record<LonelyPsuPolicy, GroupRules>>>();

/** `groupRules`, worked out once for each stage of a design. */
export function rulesOf({ stages, summary }: SurveyDesign, stage: number): GroupRules {
  let rules = rulesByStage.get(stages[stage]);
  if (!rules) rulesByStage.set(stages[stage], (rules = {}));
  return (rules[summary.lonelyPsu] ??= groupRules(stages[stage], summary.lonelyPsu));
}

let scratch = new Float64Array(1024);

/** Room for one number a unit, used again by every call. */
function scratchOf(length: number): Float64Array {
  if (scratch.length < length) scratch = new Float64Array(2 * length);
  return scratch;
}
