import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { estimateOptions } from '#contract/estimate.ts';
import { comparison } from '#operations/comparison.ts';
import type { OperationContext } from '#operations/context.ts';
import { crosstab } from '#operations/crosstab.ts';
import { mean } from '#operations/mean.ts';
import { temporaryFolder } from '../helpers/temporaryFolder.ts';

/** 3 × 2: 3, 20 / 30, 40 / 60, 50 people. */
function survey(): { file: string } {
  const file = join(temporaryFolder(), 'survey.csv');
  const rows = [3, 20, 30, 40, 60, 50].flatMap((count, cell) =>
    new Array<string>(count).fill(`${Math.floor(cell / 2)},${cell % 2}`),
  );
  writeFileSync(file, `region,afraid\n${rows.join('\n')}\n`);
  return { file };
}

const context: OperationContext = {
  places: { studies: '', samples: '' },
  report: () => undefined,
  throwIfCancelled: () => undefined,
};
const options = estimateOptions.parse({ disclosure: 'confidentiality' });

test('a crosstab hides a small cell with three others, and the test', async () => {
  const result = await crosstab['crosstab.run'](
    { source: survey(), rows: 'region', columns: 'afraid', options },
    context,
  );
  expect(result.cells.map(({ n }) => n)).toEqual([null, null, null, null, 60, 50]);
  expect(result.test).toMatchObject({ method: 'rao-scott', p: null, why: 'suppressed' });
});

test('another minimum, and the columns beside each other', async () => {
  const result = await crosstab['crosstab.run'](
    {
      source: survey(),
      rows: 'region',
      columns: 'afraid',
      options: { ...options, minimumCount: 3 },
      letters: { adjust: 'holm', alpha: 0.05 },
    },
    context,
  );
  expect(result.cells.map(({ letters }) => letters)).toEqual(['', 'A', '', '', 'B', '']);
});

test('groups beside all together hide as much', async () => {
  const result = await comparison['comparison.groups'](
    {
      source: survey(),
      by: 'region',
      concern: { variable: 'afraid', concernedWhen: [1] },
      adjust: 'holm',
      options,
    },
    context,
  );
  expect(result.groups.map(({ n, share }) => [n, share.estimate])).toEqual([
    [23, null],
    [70, null],
    [110, 50 / 110],
  ]);
  expect(result.all).toMatchObject({ n: 203, shown: 'yes' });
  expect(result.all.share.estimate).toBeCloseTo(110 / 203, 12);
  expect(result.pairs).toEqual([]);
  expect(result.trend).toMatchObject({ estimate: null, why: 'suppressed' });
  expect(result.test).toMatchObject({ p: null, why: 'suppressed' });
});

test('of means a small group is hidden with the smallest other', async () => {
  const file = join(temporaryFolder(), 'ages.csv');
  const ages = [3, 20, 50].flatMap((count, region) =>
    Array.from({ length: count }, (_, index) => `${region},${20 + index}`),
  );
  writeFileSync(file, `region,age\n${ages.join('\n')}\n`);
  const result = await mean['mean.run'](
    { source: { file }, variables: ['age'], by: 'region', quantiles: [0.5], options },
    context,
  );
  const [{ all, groups, trend }] = result.variables;
  expect(
    groups.map(({ n, mean: { estimate }, quantiles }) => [
      n,
      estimate && Number(estimate.toFixed(9)),
      quantiles.length,
    ]),
  ).toEqual([
    [null, null, 0],
    [null, null, 0],
    [50, 44.5, 1],
  ]);
  expect(all.n).toBe(73);
  expect(trend).toMatchObject({ estimate: null, why: 'suppressed' });
});
