import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { contract, type Input } from '#contract/index.ts';
import { operations } from '#operations/index.ts';
import { temporaryFolder } from '../helpers/temporaryFolder.ts';

const context = {
  places: { studies: '', samples: '' },
  report: () => undefined,
  throwIfCancelled: () => undefined,
};

/** Two variables whose answers occur together in 1,600 ways, one of 50 answers, one of 2. */
function survey(): { file: string } {
  const rows = Array.from({ length: 1600 }, (_, row) =>
    [row % 40, Math.floor(row / 40), row % 50, row % 2].join(','),
  );
  const file = join(temporaryFolder(), 'survey.csv');
  writeFileSync(file, ['outer,inner,fifty,two', ...rows].join('\n'));
  return { file };
}

const run = async (question: Omit<Input<'table.run'>, 'source'>) =>
  operations['table.run'](contract['table.run'].input.parse({ source: survey(), ...question }), context);
const variable = (name: string) => ({ kind: 'variable' as const, variable: name });
const banner = [{ variables: ['outer', 'inner'] }];

test('an item of more figures than one waits for is refused in its place', async () => {
  const { items } = await run({ stub: [variable('fifty')], banner });
  expect(items).toMatchObject([
    { problem: { code: 'table.tooLarge', params: { limit: 50_000 } }, lines: [] },
  ]);
});

test('columns of which no item has room are refused', async () => {
  const stub = new Array(32).fill(variable('two'));
  await expect(run({ stub, banner })).rejects.toMatchObject({ code: 'table.tooLarge' });
});

test('as many items by a few columns are not', async () => {
  const { items } = await run({
    stub: new Array(32).fill(variable('fifty')),
    banner: [{ variables: ['two'] }],
  });
  expect(items.every(({ problem }) => problem === null)).toBe(true);
});
