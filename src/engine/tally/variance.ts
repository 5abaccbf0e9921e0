import { averageFactor, strataRules, type StrataRules } from '../design/lonelyPsu.ts';
import type { SurveyDesign } from '../design/surveyDesign.ts';
import type { Statistic } from './statistic.ts';
import type { PsuTotals, Tally } from './tally.ts';

/**
 * ∇gᵀ V ∇g: the linearised variance of a smooth function g of the cell totals.
 *
 * Each PSU's linearised total u_hc = Σ_k g_k z_hck is formed first and its deviations are squared
 * and added, as R's `svyrecvar` does; the quadratic form in V would lose the digits that z shares
 * between PSUs of very different size.
 *
 * @param domain 1 for each cell of the estimate's own domain, the denominator of a share; `null`: all.
 * Only the policy `average` looks at it: it averages over the strata with respondents there.
 * @returns NaN where no stratum can tell (policy `average`, all strata lonely).
 */
export function varianceOf(tally: Tally, statistic: Statistic, domain: Uint8Array | null = null): number {
  const { psuTotals, design } = tally;
  const gradient = overAllTotals(statistic.gradient, tally.totals.length);
  const { stratumStart, unitStart } = psuTotals;
  const { scale, centred } = rulesOf(design);
  const squaresOf = psuTotals.multiplicity === null ? squaresOverPsus : squaresOverRows;
  let variance = 0;
  for (let stratum = 0; stratum < scale.length; stratum++) {
    const isEmpty = unitStart[stratumStart[stratum]] === unitStart[stratumStart[stratum + 1]];
    if (scale[stratum] === 0 || isEmpty) continue;
    const centredOver = centred[stratum] === 1 ? design.sampledPsus[stratum] : null;
    variance += scale[stratum] * squaresOf(psuTotals, stratum, gradient, centredOver);
  }
  return variance * averageFactor(design, (stratum) => isIn(domain, psuTotals, stratum));
}

/**
 * Σ_c (u_c − ū)² over the sampled PSUs of a stratum, those outside the domain with u = 0.
 *
 * @param centredOver the number of sampled PSUs; `null`: deviations from zero.
 */
function squaresOverPsus(
  { stratumStart, unitStart, cells, values }: PsuTotals,
  stratum: number,
  gradient: Float64Array,
  centredOver: number | null,
): number {
  const from = stratumStart[stratum];
  const length = stratumStart[stratum + 1] - from;
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
  { stratumStart, multiplicity, cells, values, within }: PsuTotals,
  stratum: number,
  gradient: Float64Array,
  centredOver: number | null,
): number {
  const from = stratumStart[stratum];
  const to = stratumStart[stratum + 1];
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

/** A gradient that leaves out the last totals (layers it does not use), with 0 for them. */
function overAllTotals(gradient: Float64Array, totalCount: number): Float64Array {
  if (gradient.length === totalCount) return gradient;
  const whole = new Float64Array(totalCount);
  whole.set(gradient);
  return whole;
}

/** Whether the stratum has respondents in the domain. */
export function isIn(
  domain: Uint8Array | null,
  { stratumStart, unitStart, cells }: PsuTotals,
  stratum: number,
): boolean {
  const inStratum = cells.subarray(unitStart[stratumStart[stratum]], unitStart[stratumStart[stratum + 1]]);
  return inStratum.some((cell) => domain === null || domain[cell] === 1);
}

const rulesByDesign = new WeakMap<SurveyDesign, StrataRules>();

/** `strataRules`, worked out once for a design. */
export function rulesOf(design: SurveyDesign): StrataRules {
  let rules = rulesByDesign.get(design);
  if (!rules) rulesByDesign.set(design, (rules = strataRules(design)));
  return rules;
}

let scratch = new Float64Array(1024);

/** Room for one number a PSU, used again by every call. */
function scratchOf(length: number): Float64Array {
  if (scratch.length < length) scratch = new Float64Array(2 * length);
  return scratch;
}
