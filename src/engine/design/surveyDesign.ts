import type { Column, NumericColumn } from '../survey/column.ts';
import { Problem } from '../survey/problem.ts';
import { factorOf, type Factor } from './factor.ts';
import { fpcFactors } from './fpc.ts';
import { sampleOrder } from './sampleOrder.ts';

/** What to do with a stratum of which only one PSU was sampled; R's `options(survey.lonely.psu=)`. */
export type LonelyPsuPolicy = 'fail' | 'remove' | 'certainty' | 'adjust' | 'average';

export interface Named<Values> {
  readonly name: string;
  readonly values: Values;
}

export interface NamedColumn {
  readonly name: string;
  readonly column: Column;
}

/**
 * Columns over all rows of the survey, in file order. A numeric value is missing where `reasons` is
 * not 0 (user-declared codes are already turned into reasons), a text value where it is empty.
 */
export interface DesignInput {
  readonly rowCount: number;
  readonly weight: Named<NumericColumn> | null;
  readonly strata: NamedColumn | null;
  readonly psu: NamedColumn | null;
  readonly fpc: Named<NumericColumn> | null;
  readonly lonelyPsu: LonelyPsuPolicy;
}

/** The design line, as `contract/design.ts` has it. */
export interface DesignSummary {
  readonly weight: string | null;
  readonly strata: string | null;
  readonly psu: string | null;
  readonly fpc: string | null;
  /** Sampled strata and PSUs, those without any positive weight included. */
  readonly strataCount: number;
  readonly psuCount: number;
  /** PSUs with a positive weight − strata with one; R's `degf`. */
  readonly df: number;
  readonly lonelyPsu: LonelyPsuPolicy;
  readonly nestedPsu: boolean;
  readonly lonelyStrata: string[];
}

/**
 * A sample design, validated once. Only rows of positive weight are kept in `order`: rows of weight
 * zero count among the sampled PSUs but not in n nor in df.
 *
 * Positions below run over `order`; `rank` is a stratum's place in the sorted list of strata.
 */
export interface SurveyDesign {
  readonly rowCount: number;
  /** File row at each position; sorted by stratum, PSU, then file order. */
  readonly order: Uint32Array;
  /** Weight of each row, in file order; 1 without a weight variable. */
  readonly weights: Float64Array;
  /** Weight at each position. */
  readonly sortedWeights: Float64Array;
  /** Position at which each PSU begins, and the end: psus + 1. `null`: each row is its own PSU. */
  readonly psuStart: Uint32Array | null;
  /** PSU (or position, where `psuStart` is null) at which each stratum begins, and the end: strata + 1. */
  readonly stratumStart: Uint32Array;
  /** n_h: PSUs sampled in each stratum, with or without positive weights. */
  readonly sampledPsus: Float64Array;
  /** 1 − f_h of each stratum; 1 without FPC. */
  readonly fpcFactors: Float64Array;
  readonly strataNames: readonly string[];
  /** 1 for strata with one sampled PSU that is not there with certainty (1 − f_h > 0). */
  readonly lonely: Uint8Array;
  readonly summary: DesignSummary;
}

/**
 * Reads and checks a design: stratified sample of PSUs with replacement at the first stage, or
 * without replacement where an FPC is given (R's `svydesign(ids, strata, weights, fpc, nest = TRUE)`
 * with one stage, Stata's `svyset psu [pw=], strata() fpc()`).
 *
 * No strata: one stratum. No PSU: each row is its own PSU. No weight: 1 (R would take N_h/n_h where
 * an FPC stands without weights; here the weight is never guessed). PSU ids are read within their
 * stratum. `fpc` holds fractions (all ≤ 1) or population counts of PSUs (all ≥ 1), one a stratum.
 *
 * Lonely PSUs do not fail here, so that the design line can be shown; with the policy `fail` a
 * tally over a domain that has respondents in such a stratum throws `design.lonelyPsu`, as R does
 * when it is asked for a variance. `lonelyPsuProblem` tells beforehand.
 *
 * @throws `Problem` design.noRespondents, design.weightMissing, design.weightNegative,
 * design.weightAllZero, design.strataMissing, design.psuMissing, design.fpcInvalid, design.fpcVaries.
 * `rows` names the first five rows, counted from 1; `count` says how many there are.
 */
export function createSurveyDesign(input: DesignInput): SurveyDesign {
  const { rowCount, lonelyPsu } = input;
  if (rowCount === 0) throw new Problem('design.noRespondents');

  const weights = readWeights(input.weight, rowCount);
  const strata = readFactor(input.strata, rowCount, 'design.strataMissing');
  const psus = input.psu ? readFactor(input.psu, rowCount, 'design.psuMissing') : null;
  const sample = sampleOrder(strata, psus, weights);
  const factors = fpcFactors(input.fpc, strata, sample.sampledPsus);

  const lonely = sample.sampledPsus.map((count, rank) => (count === 1 && factors[rank] >= 1e-7 ? 1 : 0));
  const summary: DesignSummary = {
    weight: input.weight?.name ?? null,
    strata: input.strata?.name ?? null,
    psu: input.psu?.name ?? null,
    fpc: input.fpc?.name ?? null,
    strataCount: strata.names.length,
    psuCount: sample.sampledPsus.reduce((sum, count) => sum + count, 0),
    df: sample.df,
    lonelyPsu,
    nestedPsu: sample.nestedPsu,
    lonelyStrata: strata.names.filter((_, rank) => lonely[rank] === 1),
  };
  return {
    rowCount,
    order: sample.order,
    weights,
    sortedWeights: Float64Array.from(sample.order, (row) => weights[row]),
    psuStart: sample.psuStart,
    stratumStart: sample.stratumStart,
    sampledPsus: sample.sampledPsus,
    fpcFactors: factors,
    strataNames: strata.names,
    lonely: Uint8Array.from(lonely),
    summary,
  };
}

/** The problem that a variance over all respondents would meet, or `null`. */
export function lonelyPsuProblem(design: SurveyDesign): Problem | null {
  const { lonelyPsu, lonelyStrata } = design.summary;
  if (lonelyPsu !== 'fail' || lonelyStrata.length === 0) return null;
  return new Problem('design.lonelyPsu', { strata: lonelyStrata, count: lonelyStrata.length });
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

function readFactor(
  input: NamedColumn | null,
  rowCount: number,
  code: 'design.strataMissing' | 'design.psuMissing',
): Factor {
  if (!input) return { codes: new Uint32Array(rowCount), names: [''] };
  const { factor, missing } = factorOf(input.column, rowCount);
  if (missing.length > 0) throw rowsProblem(code, input.name, missing);
  return factor;
}

function rowsProblem(
  code: 'design.weightMissing' | 'design.weightNegative' | 'design.strataMissing' | 'design.psuMissing',
  variable: string,
  rows: readonly number[],
): Problem {
  return new Problem(code, { variable, rows: rows.slice(0, 5).map((row) => row + 1), count: rows.length });
}
