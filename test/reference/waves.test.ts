import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { SurveyDesign } from '#engine/design/surveyDesign.ts';
import { createSurveyDesign } from '#engine/design/createSurveyDesign.ts';
import { concernShareOf } from '#engine/estimate/concernShare.ts';
import type { EstimateOptions } from '#engine/estimate/figures.ts';
import {
  independentDifference,
  independentRatio,
  type IndependentEstimate,
} from '#engine/inference/contrast.ts';
import { differences } from './differences.ts';
import { readCase, readExpected } from './readCase.ts';

interface ExpectedWaves {
  readonly level: number;
  readonly difference: object;
  readonly ratio: object;
}

const options: EstimateOptions = { interval: 'logit', level: 0.95, disclosure: 'none' };
const cases = readdirSync(new URL('./cases/', import.meta.url)).filter((name) =>
  name.startsWith('two-independent-surveys'),
);

describe.each(cases)('%s, as R survey has it', (name) => {
  const { level, difference, ratio } = readExpected<ExpectedWaves>(name);
  const { input, codes, indicator } = readCase(name);
  const surveys = codes('survey');
  const item = indicator('item1');
  const of = (survey: number): IndependentEstimate => {
    const { share } = concernShareOf(onlyOf(survey), item, options);
    return { estimate: share.estimate!, se: share.se!, df: share.df! };
  };
  /** The rows of the other survey have no weight: a stratum of nobody takes no part. */
  const onlyOf = (survey: number): SurveyDesign => {
    const { name, values } = input.weight!;
    const weights = values.values.map((weight, row) => (surveys[row] === survey ? weight : 0));
    return createSurveyDesign({ ...input, weight: { name, values: { ...values, values: weights } } });
  };

  test('difference', () =>
    expect(differences(independentDifference(of(1), of(2), level), difference)).toEqual([]));
  test('ratio', () => expect(differences(independentRatio(of(1), of(2), level), ratio)).toEqual([]));
});
