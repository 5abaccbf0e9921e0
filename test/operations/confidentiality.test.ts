import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { estimateOptions } from '#contract/estimate.ts';
import { openAnalysis } from '#operations/analysis.ts';
import type { OperationContext } from '#operations/context.ts';
import { crosstab } from '#operations/crosstab.ts';
import { groupsOf } from '#operations/groups.ts';
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

test('groups beside all together are refused', async () => {
  const analysis = await openAnalysis({ source: survey(), options });
  await expect(groupsOf(analysis, 'region')).rejects.toMatchObject({
    code: 'groups.confidentiality',
    params: { variable: 'region' },
  });
});
