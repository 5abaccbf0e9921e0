import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { DesignRoles } from '#contract/design.ts';
import { openAnalysis, type Analysis } from '#operations/analysis/openAnalysis.ts';
import { readTotals } from '#operations/design/readTotals.ts';
import { replicateNames } from '#operations/design/replicateNames.ts';
import { temporaryFolder } from '../../helpers/temporaryFolder.ts';

/** Eight people in four places, with four half-samples. */
const rows = [
  'place,house,places,houses,sex,region,w,rw1,rw2,rw3,rw4,note',
  '1,1,40,10,1,North,10,20,20,0,0,a',
  '1,2,40,10,2,North,10,20,20,0,0,b',
  '2,3,40,10,1,North,10,0,0,20,20,c',
  '2,4,40,10,2,North,10,0,0,20,20,d',
  '3,5,40,10,1,South,20,40,0,40,0,e',
  '3,6,40,10,2,South,20,40,0,40,0,f',
  '4,7,40,10,1,South,20,0,40,0,40,g',
  '4,8,40,10,1,South,20,0,40,0,40,h',
].join('\n');

function designed(design: Partial<DesignRoles>): Promise<Analysis> {
  const file = join(temporaryFolder(), 'survey.csv');
  writeFileSync(file, rows);
  return openAnalysis({ source: { file }, design });
}

const summaryOf = async (design: Partial<DesignRoles>): Promise<Analysis['design']['summary']> =>
  (await designed(design)).design.summary;
const names = (...all: string[]): { name: string }[] => all.map((name) => ({ name }));
const table = (text: string): unknown =>
  readTotals(
    { text },
    { places: { studies: '', samples: '' }, report: () => {}, throwIfCancelled: () => {} },
  );

test('two stages are named in the design', async () => {
  const roles = { weight: 'w', psu: 'PLACE', fpc: 'places', secondStage: { ids: 'House', fpc: 'houses' } };
  expect(await summaryOf(roles)).toMatchObject({ psu: 'place', secondStage: 'house', psuCount: 4, df: 3 });
});

test.each([
  [['rw1-rw4'], 4],
  [['rw*'], 4],
  [['rw1', 'RW2', 'rw3-rw4'], 4],
  [['rw1-rw2'], 2],
])('replicate weights %j are %i', async (variables, count) => {
  expect(await summaryOf({ weight: 'w', replicates: { type: 'BRR', variables } })).toMatchObject({
    replicates: { type: 'BRR', count },
    psu: null,
  });
});

test('a range goes by the order of the file, a pattern leaves the full weight alone, a name may hold a hyphen', () => {
  expect(replicateNames(names('b-1', 'a', 'b-3'), ['b-1-b-3'], null)).toEqual(['b-1', 'a', 'b-3']);
  expect(replicateNames(names('w0', 'w1', 'w2', 'v'), ['W*'], 'w0')).toEqual(['w1', 'w2']);
  expect(replicateNames(names('b-1', 'b-2'), ['b-1', 'b*'], null)).toEqual(['b-1', 'b-2']);
  expect(replicateNames(names('r1w', 'r12w', 'r1'), ['r*w'], null)).toEqual(['r1w', 'r12w']);
  expect(() => replicateNames(names('a'), ['rw*'], null)).toThrow(/variable.unknown/);
  expect(() => replicateNames(names('rw1', 'rw2'), ['rw1-rw9'], null)).toThrow(/variable.unknown/);
});

test('weights add up to the known totals, by code or label, in people or per cent', async () => {
  const sums = async (design: Partial<DesignRoles>): Promise<number[]> => {
    const { weights } = (await designed({ weight: 'w', ...design })).design;
    const sum = (rowsOf: number[]): number => rowsOf.reduce((all, row) => all + weights[row], 0);
    return [sum([0, 2, 4, 6, 7]), sum([1, 3, 5]), sum([0, 1, 2, 3])];
  };
  const sex = {
    variable: 'sex',
    totals: [
      { value: 1, total: 300 },
      { value: '2', total: 100 },
    ],
  };
  const region = {
    variable: 'Region',
    totals: [
      { value: 'North', total: 30 },
      { value: 'South', total: 70 },
    ],
    shares: true,
  };
  expect((await sums({ margins: [sex] })).slice(0, 2).map(Math.round)).toEqual([300, 100]);
  const raked = await sums({ margins: [sex, region] });
  [300, 100, 120].forEach((total, index) => expect(raked[index]).toBeCloseTo(total, 6));
  // Alone, shares are of the sum of weights, 120.
  expect((await sums({ margins: [region] }))[2]).toBeCloseTo(36, 6);
  expect(await summaryOf({ weight: 'w', margins: [sex, region] })).toMatchObject({
    calibration: { variables: ['sex', 'region'] },
  });
});

const brr = { type: 'BRR' as const, variables: ['rw*'] };
test.each<[string, Partial<DesignRoles>, object]>([
  ['design.replicatesWithSample', { weight: 'w', psu: 'place', replicates: brr }, { variables: ['place'] }],
  ['design.replicatesWithoutWeight', { replicates: brr }, {}],
  [
    'design.replicateIsWeight',
    { weight: 'w', replicates: { ...brr, variables: ['rw1', 'w'] } },
    { variable: 'w' },
  ],
  ['design.replicatesTooFew', { weight: 'w', replicates: { ...brr, variables: ['rw1'] } }, { count: 1 }],
  ['design.replicateScale', { weight: 'w', replicates: { ...brr, rho: 0.5 } }, { option: 'rho' }],
  ['design.replicateScale', { weight: 'w', replicates: { ...brr, type: 'JKn' } }, { option: 'rscales' }],
  [
    'variable.notNumeric',
    { weight: 'w', replicates: { ...brr, variables: ['rw1-note'] } },
    { variable: 'note' },
  ],
  ['variable.unknown', { weight: 'w', replicates: { ...brr, variables: ['zz*'] } }, { variable: 'zz*' }],
  ['design.secondStageWithoutFirst', { secondStage: { ids: 'house', fpc: null } }, { variable: 'house' }],
  [
    'design.secondFpcWithoutFirst',
    { psu: 'place', secondStage: { ids: 'house', fpc: 'houses' } },
    { variable: 'houses' },
  ],
  [
    'calibration.noTarget',
    { margins: [{ variable: 'sex', totals: [{ value: 1, total: 5 }] }] },
    { levels: ['2'] },
  ],
  [
    'calibration.noRespondents',
    { margins: [{ variable: 'sex', totals: [1, 2, 3].map((value) => ({ value, total: 5 })) }] },
    { levels: ['3'] },
  ],
  [
    'calibration.sharesIncomplete',
    { margins: [{ variable: 'sex', totals: [1, 2].map((value) => ({ value, total: 40 })), shares: true }] },
    { total: 80 },
  ],
  [
    'calibration.valueTwice',
    { margins: [{ variable: 'sex', totals: [1, '1', 2].map((value) => ({ value, total: 40 })) }] },
    { level: '1' },
  ],
  [
    'calibration.totalsDiffer',
    {
      margins: [
        { variable: 'sex', totals: [1, 2].map((value) => ({ value, total: 40 })) },
        { variable: 'region', totals: ['North', 'South'].map((value) => ({ value, total: 50 })) },
      ],
    },
    { variable: 'sex', total: 80, other: 'region', otherTotal: 100 },
  ],
])('%s: %j is refused', async (code, design, params) => {
  await expect(designed(design)).rejects.toMatchObject({ code, params });
});

test('a table of known totals is read as a file or a spreadsheet has it', () => {
  expect(table('Variable;Total;Value\nsex;1.200;1\n;"1 300";2\n')).toEqual({
    margins: [
      {
        variable: 'sex',
        totals: [
          { value: 1, total: 1.2 },
          { value: 2, total: 1300 },
        ],
      },
    ],
  });
  expect(table('variable\tvalue\ttotal\r\nsex\tWoman\t51,5%\r\nsex\tMan\t48.5 %\r\n')).toEqual({
    margins: [
      {
        variable: 'sex',
        totals: [
          { value: 'Woman', total: 51.5 },
          { value: 'Man', total: 48.5 },
        ],
        shares: true,
      },
    ],
  });
  expect(table('variable,value,total\nr,1,0.25\nr,2,0.75\ns,1,"1,234,567"\n')).toEqual({
    margins: [
      {
        variable: 'r',
        totals: [
          { value: 1, total: 25 },
          { value: 2, total: 75 },
        ],
        shares: true,
      },
      { variable: 's', totals: [{ value: 1, total: 1234567 }] },
    ],
  });
  expect(() => table('a,b\n1,2\n')).toThrow(/calibration.notATable/);
  expect(() => table('variable,value,total\nsex,1,many\n')).toThrow(/calibration.notANumber/);
  expect(() => table('variable,value,total\nsex,1,50%\nsex,2,50\n')).toThrow(/calibration.partlyShares/);
});
