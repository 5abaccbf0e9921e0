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

const ask = {
  freedoms: async (input: Input<'freedoms.run'>) =>
    operations['freedoms.run'](contract['freedoms.run'].input.parse(input), context),
  matrix: async (input: Input<'matrix.run'>) =>
    operations['matrix.run'](contract['matrix.run'].input.parse(input), context),
  pair: async (input: Input<'matrix.pair'>) =>
    operations['matrix.pair'](contract['matrix.pair'].input.parse(input), context),
};

/** 240 rows in 24 clusters; every seventh row has one fear not answered, every twelfth none of the wants. */
function survey(): { file: string } {
  const rows = Array.from({ length: 240 }, (_, row) => {
    const mixed = (row * 2654435761) % 1000;
    const fears = [Number(mixed < 500), row % 7 === 0 ? '' : Number(mixed % 100 < 40), Number(row % 3 === 0)];
    const wants = row % 12 === 0 ? ['', ''] : [Number(mixed % 10 < 6), Number(mixed < 300)];
    return [row % 24, 1 + (row % 4), row % 2 === 0 ? 'city' : 'village', ...fears, ...wants].join(',');
  });
  const file = join(temporaryFolder(), 'survey.csv');
  writeFileSync(file, ['psu,w,place,f1,f2,f3,w1,w2', ...rows].join('\n'));
  return { file };
}

const is = (variable: string) => ({ variable, concernedWhen: [1] });
const concerns = { fear: ['f1', 'f2', 'f3'].map(is), want: ['w1', 'w2'].map(is) };
const design = { weight: 'w', psu: 'psu' };

test('everyone is in one part, and those without half the answers are told of', async () => {
  const source = survey();
  const half = await ask.freedoms({ source, ...concerns, design });
  expect(half.leftOut.n).toBe(20);
  expect(half.counted.n).toBe(220);
  const all = await ask.freedoms({ source, ...concerns, design, answered: 'all' });
  expect(all.counted.n).toBe(220 - half.inPart);
  expect(all.inPart).toBe(0);
  for (const { split, counts, fearCounts, wantCounts, counted } of [half, all])
    for (const parts of [split, counts, fearCounts, wantCounts]) {
      expect(parts.reduce((sum, { n }) => sum + n!, 0)).toBe(counted.n);
      expect(parts.reduce((sum, { share }) => sum + share.estimate!, 0)).toBeCloseTo(1, 12);
    }
});

test('a group is split as its own respondents are under a filter', async () => {
  const source = survey();
  const { by, groups, test } = await ask.freedoms({ source, ...concerns, design, by: 'place' });
  expect(by?.categories.map(({ label }) => label)).toEqual(['city', 'village']);
  const filtered = await ask.freedoms({ source, ...concerns, design, where: "place = 'city'" });
  groups[0].split.forEach((part, index) => expect(part).toMatchObject(filtered.split[index]));
  expect(test?.p).toBeGreaterThan(0);
});

test('groups by one of the concerns themselves are refused', async () => {
  const question = { source: survey(), ...concerns, design, by: 'W2' };
  await expect(ask.freedoms(question)).rejects.toMatchObject({
    code: 'groups.sameVariable',
    params: { variable: 'w2' },
  });
});

test('more concerns are asked for than there are: nobody has them', async () => {
  const atLeast = { fear: 4, want: 1 };
  const { split } = await ask.freedoms({ source: survey(), ...concerns, design, atLeast });
  expect(split.find(({ part }) => part === 'both')?.n).toBe(0);
  expect(split.find(({ part }) => part === 'fearOnly')?.share.estimate).toBe(0);
});

test('with confidentiality nothing small is told, by groups or by subtraction', async () => {
  const options = { disclosure: 'confidentiality' as const, minimumCount: 40 };
  const whole = await ask.freedoms({ source: survey(), ...concerns, design, options });
  expect(whole.counts.every(({ n }) => n === null)).toBe(true);
  const { split, groups } = await ask.freedoms({
    ...{ source: survey(), ...concerns, design, options },
    by: 'place',
  });
  expect(groups.some(({ n }) => n === null)).toBe(true);
  expect(split.every(({ n, share }) => n === null && share.estimate === null)).toBe(true);
});

test('a facet of the matrix is the matrix under a filter', async () => {
  const asked = { source: survey(), ...concerns, design };
  const { facets, by } = await ask.matrix({
    ...asked,
    by: { variable: 'place', values: ['village'] },
  });
  expect(by?.categories).toHaveLength(2);
  const { fear, want, pairs } = await ask.matrix({ ...asked, where: "place = 'village'" });
  expect(facets).toEqual([{ value: 'village', fear, want, pairs }]);
});

test('a pair by group is the pair under a filter, and its groups are compared', async () => {
  const asked = { source: survey(), fear: is('f1'), want: is('w1'), design };
  const { groups, groupTest } = await ask.pair({ ...asked, by: 'place' });
  const city = await ask.pair({ ...asked, where: "place = 'city'" });
  expect(groups?.[0]).toMatchObject({
    value: 'city',
    n: city.pair.n,
    wantGivenFear: city.pair.wantGivenFear,
    wantGivenNoFear: city.wantGivenNoFear,
    difference: city.difference,
  });
  expect(groupTest?.p).toBeGreaterThan(0);
});

test('with confidentiality facets and groups of a pair are given whole or not at all', async () => {
  const options = { disclosure: 'confidentiality' as const, minimumCount: 60 };
  const asked = { source: survey(), design, options };
  const matrix = await ask.matrix({ ...asked, ...concerns, by: { variable: 'place' } });
  expect(matrix).toMatchObject({ facets: [], facetsWithheld: true });
  const pair = await ask.pair({ ...asked, fear: is('f1'), want: is('w1'), by: 'place' });
  expect(pair.groups?.every(({ n, wantGivenFear }) => n === null && wantGivenFear.estimate === null)).toBe(
    true,
  );
});
