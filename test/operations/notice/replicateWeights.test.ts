import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { noticeReplicates } from '#operations/notice/replicateWeights.ts';
import { openSurveyData } from '#operations/data/surveyData.ts';
import { temporaryFolder } from '../../helpers/temporaryFolder.ts';

const rows = 60;
/** A different number for each row and column, about 10. */
const weight = (row: number, column: number): number => 10 + ((row * 7 + column * 13) % 23) / 5;

async function noticedIn(columns: Readonly<Record<string, (row: number) => number | string>>) {
  const file = join(temporaryFolder(), 'survey.csv');
  const names = Object.keys(columns);
  const lines = Array.from({ length: rows }, (_, row) => names.map((name) => columns[name](row)).join(','));
  writeFileSync(file, [names.join(','), ...lines].join('\n'));
  return noticeReplicates(await openSurveyData({ file }));
}

const numbered = (stem: string, count: number, cell: (row: number, column: number) => number | string) =>
  Object.fromEntries(
    Array.from({ length: count }, (_, index) => [`${stem}${index + 1}`, (row: number) => cell(row, index)]),
  );

test.each([
  ['repwt', 8, null],
  ['rw00', 4, null],
  ['BRR_', 12, 'BRR'],
  ['bsw', 5, 'bootstrap'],
  ['wrep', 6, null],
  ['weight_', 24, null],
])('%s1 to %i', async (stem, count, type) => {
  const found = await noticedIn({ w: (row) => weight(row, 0), ...numbered(stem, count, weight) });
  const [first, last] = [`${stem}1`, `${stem}${count}`];
  expect(found).toEqual([{ first, last, count, variables: [`${first}-${last}`], type, inUse: false }]);
});

test('those that other variables stand between are named one by one', async () => {
  const [found] = await noticedIn({ rw1: (row) => weight(row, 1), x: () => 1, ...numbered('rw', 4, weight) });
  expect(found.count).toBe(4);
  expect(found.variables).toEqual(['rw1', 'rw2', 'rw3', 'rw4']);
});

test.each<[string, Record<string, (row: number) => number | string>]>([
  ['too few', numbered('repwt', 3, weight)],
  ['a series of answers', numbered('q_', 30, (row, column) => (row + column) % 5)],
  ['a series of amounts', numbered('spent', 30, (row, column) => weight(row, column) * (column + 1))],
  ['a series with gaps', numbered('repwt', 6, (row, column) => (row === 3 ? '' : weight(row, column)))],
  ['numbers below 0', numbered('repwt', 6, (row, column) => weight(row, column) - 12)],
])('not %s', async (_, columns) => {
  expect(await noticedIn(columns)).toEqual([]);
});
