import { expect, test } from 'vitest';
import { asked, csvSurvey } from '../helpers/asked.ts';

const options = { disclosure: 'none' } as const;

test('who gave no number takes no part', async () => {
  const source = csvSurvey({ age: [20, '', 40, 60, 99], group: [1, 1, 1, 2, 2] });
  const { variables } = await asked('mean.run', {
    ...{ source, options, variables: ['age'], quantiles: [0.5] },
    missing: [{ variable: 'age', codes: [99] }],
  });
  const { all } = variables[0];
  expect(all.n).toBe(3);
  // 20, 40, 60: mean 40, standard deviation 20. Three of the five sampled: V = 5/4 · (20² + 20²)/3².
  expect(all.mean).toMatchObject({ estimate: 40, sd: 20, df: 2 });
  expect(all.mean.se).toBeCloseTo(Math.sqrt(((5 / 4) * 800) / 9), 12);
  expect(all.mean.deff).toBeCloseTo(5 / 6, 12);
  expect(all.quantiles[0].estimate).toBe(40);
});

test('one group has nothing to be compared with', async () => {
  const source = csvSurvey({ age: [20, 30, 40], group: [5, 5, 5] });
  const { variables } = await asked('mean.run', {
    ...{ source, options, variables: ['age'], by: 'group', compare: { adjust: 'holm' } },
  });
  expect(variables[0].groups).toHaveLength(1);
  expect(variables[0]).toMatchObject({ comparisons: [], trend: { p: null, why: 'singleCategory' } });
});

test.each([0.1, 1 / 3, 1e9 + 0.1])('%d for everyone has no spread, whatever the weights', async (value) => {
  const rows = Array.from({ length: 30 }, (_, row) => row);
  const source = csvSurvey({
    y: rows.map(() => value),
    group: rows.map((row) => row % 2),
    weight: rows.map((row) => 0.1 + row / 7),
  });
  const { variables } = await asked('mean.run', {
    ...{ source, options, design: { weight: 'weight' }, variables: ['y'], by: 'group' },
    ...{ quantiles: [0.5], compare: { adjust: 'none' } },
  });
  const [{ all, comparisons, trend }] = variables;
  expect(all.mean).toMatchObject({ estimate: value, se: 0, sd: 0, deff: null, why: 'noVariance' });
  expect(all.quantiles[0].estimate).toBe(value);
  expect(comparisons).toEqual([]);
  expect(trend).toMatchObject({ p: null, why: 'noVariance' });
});

test('groups that are far apart keep the digits of their spread', async () => {
  const source = csvSurvey({ y: [1, 2, 3, 1e8 + 1, 1e8 + 2, 1e8 + 3], group: [1, 1, 1, 2, 2, 2] });
  const { variables } = await asked('mean.run', { source, options, variables: ['y'], by: 'group' });
  for (const { mean } of variables[0].groups) expect(mean.sd).toBeCloseTo(1, 12);
});

test('texts have no mean, nor has a variable by itself', async () => {
  const source = csvSurvey({ town: ['Bohicon', 'Abomey'], y: [1, 2] });
  await expect(asked('mean.run', { source, variables: ['town'] })).rejects.toMatchObject({
    code: 'variable.notNumeric',
  });
  await expect(asked('mean.run', { source, variables: ['y'], by: 'y' })).rejects.toMatchObject({
    code: 'groups.sameVariable',
  });
});
