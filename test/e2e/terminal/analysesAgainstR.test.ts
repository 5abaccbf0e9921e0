import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { differences } from '../../reference/differences.ts';
import { hasR, larger, realSurveys, realSurveysHere, root } from '../../helpers/terminal.ts';
import { askR, wordsOf, type Ask } from './askedOfR.ts';

/**
 * Crosstabs with letters and nets, ranked concerns, groups, two surveys and means: every figure of the terminal's
 * answer beside R survey's. What R said of the teaching surveys is kept in `test/reference/teaching/analyses.json`.
 */
const withR = hasR('survey', 'haven', 'jsonlite');
if (!withR) console.warn('R survey is missing: held only against what it once said of the teaching surveys');

const bangladesh = {
  file: join(root, 'samples/bangladesh.sav'),
  ...{ weight: 'weight', strata: 'stratum', psu: 'psu', missing: [8, 9] },
};
const benin = {
  file: join(root, 'samples/benin.sav'),
  ...{ weight: 'poids', strata: 'strate', psu: 'grappe', missing: [8, 9] },
};

const teaching: Readonly<Record<string, Ask>> = {
  'a crosstab with letters and nets': {
    ...bangladesh,
    crosstab: {
      ...{ rows: 'prob_robbery', columns: 'division', letters: 'holm' },
      nets: [
        { axis: 'rows', values: [2, 3] },
        { axis: 'columns', values: [1, 6] },
      ],
    },
  },
  'means with quantiles by group': {
    ...bangladesh,
    means: {
      variables: ['age', 'household_size'],
      by: 'division',
      letters: 'bh',
      quantiles: [0.25, 0.5, 0.9],
    },
  },
  'ranked concerns by group': {
    ...bangladesh,
    concerns: {
      rules: { prob_robbery: [3], prob_food: [3], prob_police: [2, 3] },
      ...{ by: 'education', letters: 'holm', severity: true },
    },
  },
  'a concern in each group': {
    ...bangladesh,
    groups: { concern: 'prob_robbery', codes: [3], by: 'division', letters: 'bh' },
  },
  'a concern in two surveys, called otherwise in each': {
    ...bangladesh,
    surveys: {
      concern: 'went_hungry',
      codes: [2, 3],
      other: { ...benin, concern: 'e_repas', codes: [2, 3] },
    },
  },
};

const said = JSON.parse(
  readFileSync(join(root, 'test/reference/teaching/analyses.json'), 'utf8'),
) as Readonly<Record<string, unknown>>;

function answered(ask: Ask): unknown {
  const { out, problem, code } = larger(...wordsOf(ask));
  expect(code, problem).toBe(0);
  return JSON.parse(out);
}

describe('teaching surveys', () => {
  test.each(Object.entries(teaching))('%s', (name, ask) => {
    expect(said[name]).toBeDefined();
    expect(differences(answered(ask), said[name])).toEqual([]);
  });

  test.runIf(withR)('R says what it said', () => {
    const now = askR(Object.values(teaching));
    Object.keys(teaching).forEach((name, index) => expect(differences(now[index], said[name])).toEqual([]));
  });
});

const guatemala = {
  file: join(realSurveys, 'GT_2014.dta'),
  ...{ weight: 'wt', strata: 'estratopri', psu: 'upm' },
};
const tunisia = (round: number, weight: string) => ({
  ...{ file: join(realSurveys, `tun_r${round}_data.sav`), weight, missing: [-1, 8, 9] },
});

const real: readonly Ask[] = [
  {
    ...guatemala,
    crosstab: {
      ...{ rows: 'aoj11', columns: 'q10d', letters: 'bh' },
      nets: [
        { axis: 'rows', values: [3, 4] },
        { axis: 'columns', values: [3, 4] },
      ],
    },
  },
  {
    ...guatemala,
    concerns: {
      rules: { vicbar4: [1], vicbar1: [1], aoj11: [3, 4] },
      by: 'q10d',
      letters: 'holm',
      severity: true,
    },
  },
  { ...guatemala, groups: { concern: 'aoj11', codes: [3, 4], by: 'estratopri', letters: 'none' } },
  {
    ...guatemala,
    means: { variables: ['q2', 'ed'], by: 'aoj11', letters: 'holm', quantiles: [0.1, 0.5, 0.75] },
  },
  {
    ...tunisia(7, 'withinwt'),
    surveys: {
      ...{ concern: 'Q10A', codes: [3, 4] },
      other: { ...tunisia(8, 'withinwt_hh'), concern: 'Q8A', codes: [3, 4] },
    },
  },
  {
    ...tunisia(7, 'withinwt'),
    crosstab: {
      ...{ rows: 'Q10A', columns: 'REGION', letters: 'holm' },
      nets: [{ axis: 'rows', values: [3, 4] }],
    },
  },
];

test.runIf(withR && realSurveysHere)('surveys of others, as R has them', () => {
  const expected = askR(real);
  real.forEach((ask, index) => expect(differences(answered(ask), expected[index])).toEqual([]));
});
