import { averageFactor, strataRules, type StrataRules } from '../design/lonelyPsu.ts';
import type { SurveyDesign } from '../design/surveyDesign.ts';
import type { Tally } from './tally.ts';

/**
 * ∇gᵀ V ∇g: the linearised variance of a smooth function g of the cell totals.
 *
 * Each PSU's linearised total u_hc = Σ_k g_k z_hck is formed first and its deviations are squared
 * and added, as R's `svyrecvar` does; the quadratic form in V would lose the digits that z shares
 * between PSUs of very different size.
 *
 * @param gradient ∂g/∂t_k, one a cell.
 * @returns NaN where no stratum can tell (policy `average`, all strata lonely).
 */
export function varianceOf(tally: Tally, gradient: Float64Array): number {
  const { stratumStart, unitStart, multiplicity, cells, values, within } = tally.psuTotals;
  const { scale, centred } = rulesOf(tally.design);
  const { sampledPsus } = tally.design;
  let variance = 0;
  for (let stratum = 0; stratum < scale.length; stratum++) {
    const from = stratumStart[stratum];
    const to = stratumStart[stratum + 1];
    if (scale[stratum] === 0 || unitStart[from] === unitStart[to]) continue;

    const scores = scratch(to - from);
    let sum = 0;
    let seen = 0;
    let squares = 0;
    for (let unit = from; unit < to; unit++) {
      let score = 0;
      for (let entry = unitStart[unit]; entry < unitStart[unit + 1]; entry++) {
        const slope = gradient[cells[entry]];
        score += slope * values[entry];
        if (within !== null) squares += slope * slope * within[entry];
      }
      scores[unit - from] = score;
      const times = multiplicity === null ? 1 : multiplicity[unit];
      sum += times * score;
      seen += times;
    }
    const mean = centred[stratum] === 1 ? sum / sampledPsus[stratum] : 0;
    for (let unit = 0; unit < to - from; unit++) {
      const deviation = scores[unit] - mean;
      squares += (multiplicity === null ? 1 : multiplicity[from + unit]) * deviation * deviation;
    }
    variance += scale[stratum] * (squares + (sampledPsus[stratum] - seen) * mean * mean);
  }
  return (
    variance *
    averageFactor(
      tally.design,
      (stratum) => unitStart[stratumStart[stratum + 1]] > unitStart[stratumStart[stratum]],
    )
  );
}

const rulesByDesign = new WeakMap<SurveyDesign, StrataRules>();

export function rulesOf(design: SurveyDesign): StrataRules {
  let rules = rulesByDesign.get(design);
  if (!rules) rulesByDesign.set(design, (rules = strataRules(design)));
  return rules;
}

let scratchScores = new Float64Array(1024);

function scratch(length: number): Float64Array {
  if (scratchScores.length < length) scratchScores = new Float64Array(2 * length);
  return scratchScores;
}
