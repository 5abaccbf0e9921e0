import type { Column } from '../survey/column.ts';
import { Problem } from '../survey/problem.ts';
import { marginBasis } from './calibration.ts';
import { factorOf } from './factor.ts';
import { inOrder } from './inOrder.ts';
import { mostRounds, rake, type MarginTargets } from './raking.ts';
import { designOfReplicates } from './replicateDesign.ts';
import { rowsProblem } from './rowsProblem.ts';
import type { SurveyDesign } from './surveyDesign.ts';

/** A variable whose totals in the population are known: one target for each of its values. */
export interface Margin {
  readonly name: string;
  readonly column: Column;
  /** By value, as text ("1", "North"): the number in the population. */
  readonly targets: ReadonlyMap<string, number>;
}

/** Sums of two margins that differ by less than this share of them are taken for one sum, rounded. */
const sameSum = 1e-6;

/**
 * Weights brought to known totals: post-stratification with one margin, raking with several.
 *
 * R's `postStratify(design, ~a, totals)` and `calibrate(design, ~a + b, totals, calfun = "raking",
 * epsilon = 1e-12)`, variances included: each respondent's linearised value is replaced by its residual
 * from the regression on the margins weighted by the design's weights (`linearised`; Deville, Särndal and
 * Sautory 1993). R's `rake` has the same weights, but takes residuals by ten sweeps of unweighted means
 * over the margins, so that its standard errors differ where the design's weights do: not at all in
 * `apiclus1`, by up to 1 % in `apistrat`, by −2 to 42 % in `apiclus2`.
 *
 * Replicate weights are calibrated one by one, as in R; in a replicate that cannot be (a value that nobody
 * has in it) post-stratified weights of that value, raked weights altogether are not numbers, and
 * estimates that need them leave the replicate out. The degrees of freedom are then the rank of the
 * calibrated weights − 1 (R's `calibrate` keeps the old ones until a subset is taken).
 *
 * The sums of all margins must agree; where they differ by rounding (less than 1e-6) that of the first holds.
 * Rows of weight 0 need no value and keep their weight.
 *
 * @throws `Problem` calibration.noMargins, calibration.twice, calibration.missing, calibration.noTarget,
 * calibration.noRespondents, calibration.targetInvalid, calibration.totalsDiffer, calibration.notConverging.
 */
export function calibrate(design: SurveyDesign, margins: readonly Margin[]): SurveyDesign {
  if (margins.length === 0) throw new Problem('calibration.noMargins');
  const names = margins.map(({ name }) => name);
  const again = names.find((name, index) => names.indexOf(name) < index);
  if (again !== undefined || design.summary.calibration !== null)
    throw new Problem('calibration.twice', { variable: again ?? names[0] });

  const read = margins.map((margin) => readMargin(design, margin));
  const sums = read.map(({ targets }) => targets.reduce((sum, target) => sum + target, 0));
  sums.forEach((sum, index) => {
    if (Math.abs(sum / sums[0] - 1) <= sameSum) return;
    const params = { variable: names[0], total: sums[0], other: names[index], otherTotal: sum };
    throw new Problem('calibration.totalsDiffer', params);
  });

  const { combinations, levels } = combine(design, read);
  const over: MarginTargets[] = read.map(({ targets }, index) => ({
    levels: levels[index],
    targets: targets.map((target) => target * (sums[0] / sums[index])),
  }));
  const designTotals = new Float64Array(levels[0].length);
  design.sortedWeights.forEach((weight, position) => (designTotals[combinations[position]] += weight));
  const { factors, missed } = rake(designTotals, over);
  if (missed !== null) {
    const { name } = margins[missed.margin];
    const level = read[missed.margin].names[missed.level];
    throw new Problem('calibration.notConverging', { variable: name, level, rounds: mostRounds });
  }

  const weights = design.weights.slice();
  design.order.forEach((row, position) => (weights[row] *= factors[combinations[position]]));
  const summary = { ...design.summary, calibration: { variables: names } };
  if (design.replicates)
    return calibrateReplicates(
      { ...design, weights, summary },
      design.sortedWeights,
      combinations,
      over,
      factors,
    );
  return {
    ...design,
    weights,
    sortedWeights: inOrder(weights, design.order),
    calibration: {
      combinations,
      combinationCount: factors.length,
      factors,
      designTotals,
      basis: marginBasis(levels, designTotals),
    },
    summary,
  };
}

interface ReadMargin {
  readonly names: readonly string[];
  /** The level of each position. */
  readonly codes: Uint32Array;
  readonly targets: Float64Array;
}

function readMargin(design: SurveyDesign, { name, column, targets }: Margin): ReadMargin {
  const { factor, missing } = factorOf(column, design.rowCount);
  const without = missing.filter((row) => design.weights[row] > 0);
  if (without.length > 0) throw rowsProblem('calibration.missing', name, without);
  const refuse = (
    code: 'calibration.noTarget' | 'calibration.noRespondents' | 'calibration.targetInvalid',
    wrong: readonly string[],
  ): void => {
    if (wrong.length > 0) throw new Problem(code, { variable: name, levels: wrong });
  };
  const present = new Set(Array.from(design.order, (row) => factor.codes[row]));
  const inSample = factor.names.filter((_, code) => present.has(code));
  const invalid = ([level, target]: [string, number]): boolean =>
    !Number.isFinite(target) || target < 0 || (target === 0 && inSample.includes(level));
  refuse(
    'calibration.targetInvalid',
    [...targets].filter(invalid).map(([level]) => level),
  );
  refuse(
    'calibration.noTarget',
    inSample.filter((level) => !targets.has(level)),
  );
  refuse(
    'calibration.noRespondents',
    [...targets].filter(([level, target]) => target > 0 && !inSample.includes(level)).map(([level]) => level),
  );
  const place = new Map(inSample.map((level, index) => [level, index]));
  return {
    names: inSample,
    codes: Uint32Array.from(design.order, (row) => place.get(factor.names[factor.codes[row]])!),
    targets: Float64Array.from(inSample, (level) => targets.get(level)!),
  };
}

/** Numbers the combinations of levels that occur, and gives the level of each margin in each. */
function combine(
  design: SurveyDesign,
  margins: readonly ReadMargin[],
): { combinations: Uint32Array; levels: Uint32Array[] } {
  const combinations = new Uint32Array(design.order.length);
  const numberOf = new Map<string, number>();
  const levels: number[][] = margins.map(() => []);
  for (let position = 0; position < combinations.length; position++) {
    const key = margins.map(({ codes }) => codes[position]).join(' ');
    let combination = numberOf.get(key);
    if (combination === undefined) {
      numberOf.set(key, (combination = numberOf.size));
      margins.forEach(({ codes }, margin) => levels[margin].push(codes[position]));
    }
    combinations[position] = combination;
  }
  return { combinations, levels: levels.map((ofMargin) => Uint32Array.from(ofMargin)) };
}

/**
 * Calibrates each replicate: a unit is then a unit and a combination, as the factors of both differ.
 *
 * @param design with the calibrated weights. @param before the weights by position before. @param gained their factors.
 */
function calibrateReplicates(
  design: SurveyDesign,
  before: Float64Array,
  combinations: Uint32Array,
  margins: readonly MarginTargets[],
  gained: Float64Array,
): SurveyDesign {
  const old = design.replicates!;
  const { count } = old;
  const unitStart = design.stages[0].unitStart!;
  const unitOfRow = new Uint32Array(design.rowCount);
  const parts: { unit: number; combination: number }[] = [];
  const totals = Array.from({ length: count }, () => new Float64Array(gained.length));
  for (let unit = 0; unit + 1 < unitStart.length; unit++) {
    const partOf = new Map<number, number>();
    for (let position = unitStart[unit]; position < unitStart[unit + 1]; position++) {
      const combination = combinations[position];
      let part = partOf.get(combination);
      if (part === undefined) {
        partOf.set(combination, (part = parts.length));
        parts.push({ unit, combination });
      }
      unitOfRow[design.order[position]] = part;
      for (let replicate = 0; replicate < count; replicate++)
        totals[replicate][combination] += before[position] * old.factors[unit * count + replicate];
    }
  }

  const factors = new Float64Array(parts.length * count);
  totals.forEach((ofReplicate, replicate) => {
    const raked = rake(ofReplicate, margins);
    const isLost = margins.length > 1 && raked.missed !== null;
    parts.forEach(({ unit, combination }, part) => {
      const gain = isLost ? NaN : raked.factors[combination] / gained[combination];
      factors[part * count + replicate] = old.factors[unit * count + replicate] * gain;
    });
  });
  const given = old.df === old.rank - 1 ? null : old.df;
  return designOfReplicates(
    design.weights,
    unitOfRow,
    parts.length,
    { ...old, factors },
    given,
    design.summary,
  );
}
