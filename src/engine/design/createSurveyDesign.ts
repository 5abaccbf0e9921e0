import type { NumericColumn } from '../survey/column.ts';
import { Problem } from '../survey/problem.ts';
import { factorOf, type Factor } from './factor.ts';
import { fpcFactors } from './fpc.ts';
import { inOrder } from './inOrder.ts';
import { refuseLonely } from './lonelyPsu.ts';
import { replicateDesign } from './replicateDesign.ts';
import { rowsProblem, type RowsCode } from './rowsProblem.ts';
import { sampleOrder, type StageOrder } from './sampleOrder.ts';
import { lonelyGroups, type Stage } from './stage.ts';
import type { Named, NamedColumn } from './named.ts';
import type { DesignInput } from './designInput.ts';
import type { DesignSummary, SurveyDesign } from './surveyDesign.ts';

/**
 * Reads and checks a design: stratified sample of PSUs with replacement at the first stage, or
 * without replacement where an FPC is given, at one stage or two (R's `svydesign(ids = ~psu + ssu,
 * strata, weights, fpc = ~fpc1 + fpc2, nest = TRUE)`, Stata's `svyset psu [pw=], strata() fpc() || ssu`).
 *
 * No strata: one stratum. No PSU: each row is its own PSU. No weight: 1 (R would take N_h/n_h where
 * an FPC stands without weights; here the weight is never guessed). PSU ids are read within their
 * stratum, units of the second stage within their PSU. `fpc` holds fractions (all ≤ 1) or population
 * counts of PSUs (all ≥ 1), one a stratum; that of the second stage one a PSU (R only warns where it
 * varies). The degrees of freedom are those of the first stage. Replicate weights take the place of all
 * of these: see `replicateDesign`.
 *
 * Lonely PSUs do not fail here, so that the design line can be shown; with the policy `fail` a
 * tally over a domain that has respondents in such a stratum throws `design.lonelyPsu`, as R does
 * when it is asked for a variance. `lonelyPsuProblem` tells beforehand.
 *
 * @throws `Problem` design.noRespondents, design.weightMissing, design.weightNegative,
 * design.weightAllZero, design.strataMissing, design.psuMissing, design.ssuMissing,
 * design.secondStageWithoutFirst, design.fpcInvalid, design.fpcVaries, design.fpcVariesWithinPsu,
 * design.replicate….
 * `rows` names the first five rows, counted from 1; `count` says how many there are.
 */
export function createSurveyDesign(input: DesignInput): SurveyDesign {
  const { rowCount, lonelyPsu } = input;
  if (rowCount === 0) throw new Problem('design.noRespondents');

  const weights = readWeights(input.weight, rowCount);
  if (input.replicates) return replicateDesign(input, input.replicates, weights);
  const strata = readFactor(input.strata, rowCount, 'design.strataMissing');
  const psus = input.psu ? readFactor(input.psu, rowCount, 'design.psuMissing') : null;
  const secondStage = input.secondStage ?? null;
  if (secondStage && !psus)
    throw new Problem('design.secondStageWithoutFirst', { variable: secondStage.ids.name });
  const ssus = secondStage ? readFactor(secondStage.ids, rowCount, 'design.ssuMissing') : null;
  const sample = sampleOrder(strata, psus, input.fpc ? ssus : null, weights);
  const [first, second] = sample.stages;
  const ofStrata = fpcFactors(input.fpc, first, (group) =>
    strata.names[group] === ''
      ? new Problem('design.fpcVariesWithoutStrata', { variable: input.fpc!.name })
      : new Problem('design.fpcVaries', { variable: input.fpc!.name, stratum: strata.names[group] }),
  );
  const stages: Stage[] = [
    {
      ...starts(first),
      fpcFactors: ofStrata,
      shares: new Float64Array(strata.names.length).fill(1),
      lonely: lonelyGroups(first.sampled, ofStrata),
      groupNames: strata.names,
    },
  ];
  if (second !== undefined && psus) stages.push(secondStageOf(second, psus, secondStage!.fpc, stages[0]));

  const summary: DesignSummary = {
    weight: input.weight?.name ?? null,
    strata: input.strata?.name ?? null,
    psu: input.psu?.name ?? null,
    fpc: input.fpc?.name ?? null,
    strataCount: strata.names.length,
    psuCount: first.sampled.reduce((sum, count) => sum + count, 0),
    df: sample.df,
    lonelyPsu,
    nestedPsu: sample.nestedPsu,
    lonelyStrata: strata.names.filter((_, stratum) => stages[0].lonely[stratum] === 1),
    secondStage: secondStage?.ids.name ?? null,
    replicates: null,
    calibration: null,
  };
  return {
    rowCount,
    order: sample.order,
    weights,
    sortedWeights: inOrder(weights, sample.order),
    stages,
    replicates: null,
    calibration: null,
    summary,
  };
}

function starts({
  unitStart,
  groupStart,
  sampled,
}: StageOrder): Pick<Stage, 'unitStart' | 'groupStart' | 'sampled'> {
  return { unitStart, groupStart, sampled };
}

/** Units within PSUs: what happens inside a PSU counts for the fraction f_h of its stratum. */
function secondStageOf(
  order: StageOrder,
  psus: Factor,
  fpc: Named<NumericColumn> | null,
  { groupStart, fpcFactors: ofStrata }: Stage,
): Stage {
  const psuCount = order.sampled.length;
  const groupNames = new Array<string>(psuCount);
  order.placeOfGroup.forEach((place, psu) => {
    if (place >= 0) groupNames[place] = psus.names[order.groupIds[psu]];
  });
  const factors = fpcFactors(
    fpc,
    order,
    (psu) => new Problem('design.fpcVariesWithinPsu', { variable: fpc!.name, psu: groupNames[psu] }),
  );
  const shares = new Float64Array(psuCount);
  for (let stratum = 0; stratum + 1 < groupStart.length; stratum++)
    shares.fill(1 - ofStrata[stratum], groupStart[stratum], groupStart[stratum + 1]);
  const lonely = lonelyGroups(order.sampled, factors);
  return { ...starts(order), fpcFactors: factors, shares, lonely, groupNames };
}

/** The problem that a variance over all respondents would meet, or `null`. */
export function lonelyPsuProblem(design: SurveyDesign): Problem | null {
  try {
    design.stages.forEach((_, stage) => refuseLonely(design, stage, () => true));
  } catch (problem) {
    if (problem instanceof Problem) return problem;
    throw problem;
  }
  return null;
}

/** The weight of each row, checked; 1 without a weight. @throws `Problem` design.weight… */
export function readWeights(weight: DesignInput['weight'], rowCount: number): Float64Array {
  if (!weight) return new Float64Array(rowCount).fill(1);
  const { values, reasons } = weight.values;
  const weights = new Float64Array(rowCount);
  const missing: number[] = [];
  const negative: number[] = [];
  let positive = false;
  for (let row = 0; row < rowCount; row++) {
    const value = values[row];
    if ((reasons !== null && reasons[row] !== 0) || !Number.isFinite(value)) missing.push(row);
    else if (value < 0) negative.push(row);
    else if (value > 0) positive = true;
    weights[row] = value;
  }
  if (missing.length > 0) throw rowsProblem('design.weightMissing', weight.name, missing);
  if (negative.length > 0) throw rowsProblem('design.weightNegative', weight.name, negative);
  if (!positive) throw new Problem('design.weightAllZero', { variable: weight.name });
  return weights;
}

/** The groups that a column forms; one of all rows without a column. @throws `Problem` of the code, with the rows. */
function readFactor(input: NamedColumn | null, rowCount: number, code: RowsCode): Factor {
  if (!input) return { codes: new Uint32Array(rowCount), names: [''] };
  const { factor, missing } = factorOf(input.column, rowCount);
  if (missing.length > 0) throw rowsProblem(code, input.name, missing);
  return factor;
}
