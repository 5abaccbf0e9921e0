import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { SurveyDesign } from '#engine/design/surveyDesign.ts';
import type { EstimateOptions } from '#engine/estimate/figures.ts';
import { linearEstimate } from '#engine/estimate/difference.ts';
import { differenceTest } from '#engine/inference/contrast.ts';
import { satterthwaiteDf, type VarianceOfSide } from '#engine/inference/satterthwaiteDf.ts';
import { meanEstimate, meanOf, ratioOfValues, totalOfValues } from '#engine/estimate/mean.ts';
import { quantilesOf } from '#engine/estimate/quantile.ts';
import { wholeOf } from '#engine/estimate/share.ts';
import { tallyValues, type ValueTable } from '#engine/estimate/valueTable.ts';
import type { Statistic } from '#engine/tally/statistic.ts';
import { varianceOf } from '#engine/tally/variance.ts';
import { covarianceOfStatistics } from '#engine/tally/covarianceOfStatistics.ts';
import { differences } from './differences.ts';
import { readCase, readExpected } from './readCase.ts';

interface ExpectedMeans {
  readonly level: number;
  readonly all: object;
  readonly groups: readonly object[];
  readonly covarianceOfMeans: readonly number[];
  readonly covarianceOfRatios: readonly number[];
  readonly differences: readonly object[];
}

const situations = readdirSync(new URL('./cases/', import.meta.url)).filter((name) =>
  name.startsWith('means'),
);
const probabilities = [0.1, 0.25, 0.5, 0.75, 0.9];

describe.each(situations)('%s, as R survey has it', (name) => {
  const given = readCase(name);
  const expected = readExpected<ExpectedMeans>(name);
  const { design } = given;
  const [y, x, groups] = ['y', 'x', 'group'].map((column) => given.numbers(column));
  const cells = Int32Array.from(given.codes('group'), (group, row) =>
    Number.isNaN(y[row]) || Number.isNaN(x[row]) ? -1 : group,
  );
  const groupCount = expected.groups.length;
  const values = tallyValues(design, cells, groupCount, [y, x]);
  const everyone = new Uint8Array(groupCount).fill(1);
  const only = (group: number): Uint8Array => everyone.map((_, one) => Number(one === group));
  const { level } = expected;

  const of = (part: Uint8Array): object => figures(design, values, y, cells, part, level);

  test('everyone', () => expect(differences(of(everyone), expected.all)).toEqual([]));
  test('groups', () =>
    expect(
      differences(
        expected.groups.map((_, group) => of(only(group))),
        expected.groups,
      ),
    ).toEqual([]));
  test('joint covariance', () => {
    const each = groups.length === 0 ? [] : expected.groups.map((_, group) => only(group));
    const means = each.map((part) => meanOf(values, part));
    const ratios = each.map((part) => ratioOfValues(values, part));
    expect(closeMatrix(covarianceOfStatistics(values.table, means), expected.covarianceOfMeans)).toBe(true);
    expect(closeMatrix(covarianceOfStatistics(values.table, ratios), expected.covarianceOfRatios)).toBe(true);
  });
  test('differences', () => {
    const first = meanOf(values, only(0));
    const sideOf = (mean: Statistic, group: number): VarianceOfSide => ({
      variance: varianceOf(values.table, mean),
      df: wholeOf(values.table, only(group)).df,
    });
    const found = expected.differences.map((_, index) => {
      const other = meanOf(values, only(index + 1));
      const df = satterthwaiteDf(sideOf(first, 0), sideOf(other, index + 1), values.table.df);
      return { ...differenceTest(values.table, first, other, level, df), df };
    });
    expect(differences(found, expected.differences)).toEqual([]);
  });
});

function figures(
  design: SurveyDesign,
  values: ValueTable,
  y: Float64Array,
  cells: Int32Array,
  part: Uint8Array,
  level: number,
): object {
  const options: EstimateOptions = { interval: 'logit', level, disclosure: 'none' };
  const whole = wholeOf(values.table, part);
  const inside = Uint8Array.from(cells, (group) => (group >= 0 && part[group] === 1 ? 1 : 0));
  return {
    total: linearEstimate(values.table, totalOfValues(values, part), level, whole),
    mean: meanEstimate(values, whole, options),
    ratio: linearEstimate(values.table, ratioOfValues(values, part), level, whole),
    quantiles: quantilesOf(design, y, inside, probabilities, level).map(({ probability: p, ...rest }) => ({
      p,
      ...rest,
    })),
  };
}

/** Relative to the variances, for covariances may be 0. */
function closeMatrix(actual: Float64Array, expected: readonly number[]): boolean {
  const size = Math.sqrt(expected.length);
  return expected.every((value, index) => {
    const [row, column] = [Math.floor(index / size), index % size];
    const scale = Math.sqrt(expected[row * (size + 1)] * expected[column * (size + 1)]);
    return Math.abs(actual[index] - value) <= 1e-8 * scale;
  });
}
