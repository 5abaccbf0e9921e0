import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { contract, type Input } from '#contract/index.ts';
import type { OperationContext } from '#operations/context.ts';
import { operations } from '#operations/index.ts';
import { temporaryFolder } from '../helpers/temporaryFolder.ts';

const context: OperationContext = {
  places: { studies: '', samples: '' },
  report: () => undefined,
  throwIfCancelled: () => undefined,
};

/**
 * People by place, fear and want: 20 of each kind in the city, as many in the village but for `few`, all of whom have
 * both; `unplaced` with both and no place.
 */
function survey({ few = 20, unplaced = 0 }): { file: string } {
  const rows = ['city', 'village'].flatMap((place) =>
    ['1,1', '1,0', '0,1', '0,0'].flatMap((answers) =>
      new Array<string>(place === 'village' && answers === '1,1' ? few : 20).fill(`${place},${answers}`),
    ),
  );
  const file = join(temporaryFolder(), 'survey.csv');
  writeFileSync(file, ['place,f,w', ...rows, ...new Array<string>(unplaced).fill(',1,1')].join('\n'));
  return { file };
}

const options = { disclosure: 'confidentiality' as const };
const [fear, want] = ['f', 'w'].map((variable) => ({ variable, concernedWhen: [1] }));

const matrix = async (source: { file: string }, by: Input<'matrix.run'>['by']) =>
  operations['matrix.run'](
    contract['matrix.run'].input.parse({ source, fear: [fear], want: [want], by, options }),
    context,
  );
const pair = async (source: { file: string }) =>
  operations['matrix.pair'](
    contract['matrix.pair'].input.parse({ source, fear, want, by: 'place', options }),
    context,
  );
const freedoms = async (source: { file: string }) =>
  operations['freedoms.run'](
    contract['freedoms.run'].input.parse({ source, fear: [fear], want: [want], by: 'place', options }),
    context,
  );
const ranking = async (source: { file: string }) =>
  operations['ranking.run'](
    contract['ranking.run'].input.parse({ source, fear: [fear], want: [want], by: 'place', options }),
    context,
  );

test('one category beside all does not tell the few of the others', async () => {
  const source = survey({ few: 3 });
  const { pairs, facets, facetsWithheld } = await matrix(source, { variable: 'place', values: ['city'] });
  expect(pairs[0].shown).toBe('yes');
  expect({ facets, facetsWithheld }).toEqual({ facets: [], facetsWithheld: true });
});

test('one category is shown where the others are many', async () => {
  const { facets } = await matrix(survey({}), { variable: 'place', values: ['city'] });
  expect(facets).toMatchObject([{ value: 'city', pairs: [{ n: 80, shown: 'yes' }] }]);
});

test('groups beside all do not tell the few who are in no group', async () => {
  const source = survey({ unplaced: 3 });
  expect(await matrix(source, { variable: 'place' })).toMatchObject({ facets: [], facetsWithheld: true });

  const ofPair = await pair(source);
  expect(ofPair.cells[0].n).toBe(43);
  expect(ofPair.groups?.map(({ n, shown }) => [n, shown])).toEqual([
    [null, 'suppressed'],
    [null, 'suppressed'],
  ]);

  const ofSplit = await freedoms(source);
  expect(ofSplit.groups[0].split.map(({ n }) => n)).toEqual([20, 20, 20, 20]);
  expect([...ofSplit.split, ...ofSplit.counts, ...ofSplit.fearAtLeast].map(({ n }) => n)).toEqual(
    new Array(9).fill(null),
  );

  const { concerns } = await ranking(source);
  expect(concerns.map(({ shown, share, next }) => [shown, share.estimate, next])).toEqual([
    ['suppressed', null, null],
    ['suppressed', null, null],
  ]);
  expect(concerns[0].groups?.[0].share.estimate).toBe(0.5);
});

test('those in no group hide nothing where they are many', async () => {
  const source = survey({ unplaced: 5 });
  expect((await pair(source)).groups?.map(({ n }) => n)).toEqual([80, 80]);
  expect((await freedoms(source)).split.map(({ n }) => n)).toEqual([40, 40, 40, 45]);
  expect((await ranking(source)).concerns[0]).toMatchObject({ shown: 'yes', n: 165 });
});
