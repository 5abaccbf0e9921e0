import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { contract, type Input, type Output } from '#contract/index.ts';
import { operations } from '#operations/index.ts';
import expected from '../reference/tables/bangladesh.json' with { type: 'json' };

const context = {
  places: { studies: '', samples: '' },
  report: () => {},
  throwIfCancelled: () => {},
};
const survey = {
  source: { file: fileURLToPath(new URL('../../samples/bangladesh.sav', import.meta.url)) },
  design: { weight: 'weight', strata: 'stratum', psu: 'psu' },
  missing: [{ variable: '*', codes: [8, 9] }],
};
type Question = Omit<Input<'table.run'>, keyof typeof survey>;

function run(question: Question): Promise<Output<'table.run'>> {
  return Promise.resolve(
    operations['table.run'](contract['table.run'].input.parse({ ...survey, ...question }), context),
  );
}
function crosstab(
  question: Omit<Input<'crosstab.run'>, keyof typeof survey>,
): Promise<Output<'crosstab.run'>> {
  return Promise.resolve(
    operations['crosstab.run'](contract['crosstab.run'].input.parse({ ...survey, ...question }), context),
  );
}

/** To ten digits: the order of adding up shows in the last. */
const rounded = (value: unknown): unknown =>
  JSON.parse(
    JSON.stringify(value, (_, one: unknown) => (typeof one === 'number' ? Number(one.toPrecision(10)) : one)),
  );

/** The cells of one group of columns, line by line, as `crosstab.run` gives them. */
function cellsOf(table: Output<'table.run'>, item: number, group: number, net = false): object[] {
  return table.items[item].lines
    .filter(({ kind }) => kind !== 'net')
    .flatMap(({ cells }) =>
      cells
        .filter((_, index) => table.columns[index].group === group && table.columns[index].net === net)
        .map(({ n, weightedN, ofTotal, ofRow, ofColumn, shown, letters }) => ({
          ...{ n, weightedN, ofTotal, ofRow, ofColumn, shown, letters },
        })),
    );
}
const figures = ({ cells }: Output<'crosstab.run'>): object[] =>
  cells.map(({ n, weightedN, ofTotal, ofRow, ofColumn, shown, letters }) => ({
    ...{ n, weightedN, ofTotal, ofRow, ofColumn, shown, letters },
  }));

test('each variable by each column variable is the crosstab of the two', async () => {
  const where = 'age >= 30';
  const table = await run({
    stub: ['prob_poverty', 'prob_food'].map((variable) => ({ kind: 'variable', variable })),
    banner: [{ variables: ['division'] }, { variables: ['sex'] }],
    letters: {},
    where,
  });
  for (const [item, rows] of ['prob_poverty', 'prob_food'].entries())
    for (const [group, columns] of ['division', 'sex'].entries()) {
      const alone = await crosstab({ rows, columns, letters: {}, where });
      expect(cellsOf(table, item, group)).toEqual(figures(alone));
      expect(table.items[item].tests[group]).toEqual(alone.test);
    }
  expect(table.columns.map(({ letter }) => letter).join('')).toBe('ABCDEFAB');
});

test('the shares of a table are those of R survey', async () => {
  const table = await run({
    stub: [
      { kind: 'variable', variable: 'prob_poverty' },
      { kind: 'mean', variable: 'age' },
    ],
    banner: [{ variables: ['division'] }, { variables: ['residence', 'sex'] }],
    nets: [{ variable: 'prob_poverty', label: 'A problem', values: [2, 3] }],
  });
  const [poverty, age] = table.items;
  const close = (found: readonly (number | null)[], wanted: readonly number[]): void => {
    expect(found).toHaveLength(wanted.length);
    found.forEach((value, index) => expect(value! / wanted[index] - 1).toBeCloseTo(0, 8));
  };
  const net = poverty.lines.find(({ kind }) => kind === 'net')!;
  close(
    poverty.lines.at(0)!.cells.map(({ ofColumn }) => ofColumn!.estimate),
    expected.first.estimate,
  );
  close(
    poverty.lines.at(0)!.cells.map(({ ofColumn }) => ofColumn!.se),
    expected.first.se,
  );
  close(
    net.cells.map(({ ofColumn }) => ofColumn!.estimate),
    expected.net.estimate,
  );
  close(
    net.cells.map(({ ofColumn }) => ofColumn!.se),
    expected.net.se,
  );
  close(
    age.lines[0].cells.map(({ mean }) => mean!.estimate),
    expected.age.estimate,
  );
  close(
    age.lines[0].cells.map(({ mean }) => mean!.se),
    expected.age.se,
  );
});

const big = {
  name: '$big',
  label: 'Big problems',
  kind: 'dichotomy' as const,
  counted: 3,
  variables: ['prob_poverty', 'prob_food', 'prob_water'],
};

test('a net of a set is the share of who chose any of its answers, as R survey has it', async () => {
  const label = 'Poverty or food';
  const values = ['prob_food', 'PROB_POVERTY'];
  const table = await run({
    stub: [{ kind: 'set', set: big }],
    banner: [{ variables: ['division'] }, { variables: ['residence', 'sex'] }],
    nets: [{ kind: 'set', variable: 'big', label, values }],
  });
  const [{ lines }] = table.items;
  expect(lines.map(({ kind }) => kind)).toEqual(['answer', 'answer', 'answer', 'net']);
  expect(lines[3]).toMatchObject({ value: null, label });
  likeR(lines[3].cells, 'ofColumn', expected.anyBig);
  const input = contract['crosstab.responses'].input.parse({
    ...survey,
    set: big,
    by: 'division',
    nets: [{ label, values }],
  });
  const alone = await operations['crosstab.responses'](input, context);
  const [net] = alone.nets!;
  expect(net).toMatchObject({ label, values });
  expect(rounded([net.all.share, ...net.groups.map(({ share }) => share)])).toEqual(
    rounded(lines[3].cells.slice(0, 7).map(({ ofColumn }) => ofColumn)),
  );
});

test('nets of nested column variables stand within each answer of the other, as R survey has them', async () => {
  const table = await run({
    stub: [
      { kind: 'variable', variable: 'prob_poverty' },
      { kind: 'set', set: big },
      { kind: 'mean', variable: 'age' },
    ],
    banner: [{ variables: ['residence', 'division'] }],
    nets: [
      { variable: 'division', label: 'East', values: [2, 6] },
      { variable: 'residence', label: 'Anywhere', values: [1, 2] },
      { kind: 'set', variable: '$big', label: 'Poverty or food', values: ['prob_poverty', 'prob_food'] },
    ],
    letters: {},
  });
  const nets = table.columns.flatMap(({ net }, place) => (net ? [place] : []));
  const [urban, rural] = [table.columns[1].labels[0], table.columns[8].labels[0]];
  expect(nets.slice(0, 2)).toEqual([7, 14]);
  expect(table.columns[7]).toMatchObject({ values: [], labels: [urban, 'East'], letter: null });
  expect(table.columns[14].labels).toEqual([rural, 'East']);
  expect(table.columns.slice(15).map(({ labels: [first] }) => first)).toEqual(Array(7).fill('Anywhere'));
  const [poverty, problems, age] = table.items.map(({ lines }) => lines);
  const inNets = (cells: (typeof poverty)[number]['cells']) => nets.map((place) => cells[place]);
  likeR(inNets(poverty[0].cells), 'ofColumn', expected.nestedNets);
  likeR(inNets(problems[3].cells), 'ofColumn', expected.anyBigInNestedNets);
  likeR(inNets(age[0].cells), 'mean', expected.ageInNestedNets);
  const sizes = table.items[2].bases.map(({ n }) => n!);
  const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);
  expect(sum(sizes.slice(15, 21))).toBe(sizes[0]);
  expect(sizes[21]).toBe(sizes[7] + sizes[14]);
});

test.each([
  [{ kind: 'set', variable: 'small', label: 'Any', values: ['age'] }, 'responseSet.unknown'],
  [{ variable: 'nothing', label: 'Any', values: [1] }, 'variable.unknown'],
] as const)('a net of what is not there is refused: %o', async (net, code) => {
  const nets = [{ ...net, values: [...net.values] }];
  await expect(run({ stub: [{ kind: 'set', set: big }], nets })).rejects.toMatchObject({ code });
});

test('a net of an answer that a set does not have is told in its place', async () => {
  const nets = [{ kind: 'set' as const, variable: '$big', label: 'Any', values: ['age'] }];
  const table = await run({ stub: [{ kind: 'set', set: big }], nets });
  expect(table.items[0].problem).toMatchObject({ code: 'net.unknownCode', params: { variable: '$big' } });
});

test('a net of a set of categories is named by codes; one that nobody gave changes nothing', async () => {
  const set = { ...big, kind: 'category' as const, counted: null };
  const nets = [
    { label: 'Big', values: [3] },
    { label: 'Any answer', values: [1, 2, 3, 8] },
  ];
  const input = contract['crosstab.responses'].input.parse({ ...survey, set, nets });
  const { items, nets: found } = await operations['crosstab.responses'](input, context);
  expect(found![0].all).toEqual(items.find(({ item }) => item === 3)!.all);
  expect(found![1].all.share.estimate).toBe(1);
});

test('with confidentiality nets of a set are hidden where few chose the same of their answers', async () => {
  const nets = [{ label: 'Any', values: ['prob_poverty', 'prob_food'] }];
  const by = (minimumCount: number) => {
    const options = { disclosure: 'confidentiality' as const, minimumCount };
    const input = contract['crosstab.responses'].input.parse({
      ...survey,
      set: big,
      by: 'sex',
      nets,
      options,
    });
    return operations['crosstab.responses'](input, context);
  };
  const shownOf = ({ nets: found }: Awaited<ReturnType<typeof by>>): string[] =>
    [found![0].all, ...found![0].groups].map(({ shown }) => shown);
  expect(shownOf(await by(5))).toEqual(['yes', 'yes', 'yes']);
  const few = await by(150);
  expect(few.items.every(({ all }) => all.shown === 'yes')).toBe(true);
  expect(shownOf(few)).toEqual(['suppressed', 'suppressed', 'suppressed']);
  expect(few.nets![0].all.share.estimate).toBeNull();
});

function likeR(
  cells: readonly {
    readonly ofColumn: { estimate: number | null; se: number | null } | null;
    readonly mean: { estimate: number | null; se: number | null } | null;
  }[],
  figure: 'ofColumn' | 'mean',
  wanted: { readonly estimate: readonly number[]; readonly se: readonly number[] },
): void {
  expect(cells).toHaveLength(wanted.estimate.length);
  cells.forEach((cell, index) => {
    expect(cell[figure]!.estimate! / wanted.estimate[index] - 1).toBeCloseTo(0, 8);
    expect(cell[figure]!.se! / wanted.se[index] - 1).toBeCloseTo(0, 8);
  });
}

test('means are those of mean.run, over all and by group', async () => {
  const table = await run({
    stub: [{ kind: 'mean', variable: 'age' }],
    banner: [{ variables: ['division'] }],
    letters: { adjust: 'none' },
  });
  const input = contract['mean.run'].input.parse({
    ...survey,
    variables: ['age'],
    by: 'division',
    compare: { adjust: 'none' },
  });
  const alone = (await operations['mean.run'](input, context)).variables[0];
  const [all, ...groups] = table.items[0].lines[0].cells;
  expect(rounded(all.mean)).toEqual(rounded(alone.all.mean));
  expect(groups.map(({ n, mean, letters }) => ({ n, mean, letters }))).toEqual(
    alone.groups.map(({ n, mean, letters }) => ({ n, mean, letters })),
  );
});

test('a set of answers is that of crosstab.responses', async () => {
  const set = {
    name: '$big',
    label: 'Big problems',
    kind: 'dichotomy' as const,
    counted: 3,
    variables: ['prob_poverty', 'prob_food', 'prob_water'],
  };
  const table = await run({ stub: [{ kind: 'set', set }], banner: [{ variables: ['sex'] }], letters: {} });
  const input = contract['crosstab.responses'].input.parse({ ...survey, set, by: 'sex', letters: {} });
  const alone = await operations['crosstab.responses'](input, context);
  expect(
    rounded(
      table.items[0].lines.map(({ value, cells }) => [
        value,
        ...cells.map(({ ofColumn, letters, shown }) => [ofColumn, letters, shown]),
      ]),
    ),
  ).toEqual(
    rounded(
      alone.items.map(({ item, all, groups }) => [
        item,
        [all.share, '', all.shown],
        ...groups.map(({ share, letters, shown }) => [share, letters, shown]),
      ]),
    ),
  );
  expect(table.items[0].bases.slice(1)).toEqual(alone.groups.map(({ n, weightedN }) => ({ n, weightedN })));
});

test('nets of rows, of columns and of both are shares of the union', async () => {
  const nets = [
    { variable: 'PROB_FOOD', label: 'A problem', values: [2, 3] },
    { variable: 'division', label: 'East', values: [2, 6] },
  ];
  const table = await run({
    stub: [{ kind: 'variable', variable: 'prob_food' }],
    banner: [{ variables: ['division'] }],
    nets,
  });
  const alone = await crosstab({
    rows: 'prob_food',
    columns: 'division',
    nets: [
      { axis: 'rows', label: 'A problem', values: [2, 3] },
      { axis: 'columns', label: 'East', values: [2, 6] },
    ],
  });
  const [ofRows, ofColumns] = alone.nets!;
  const place = table.columns.findIndex(({ net }) => net);
  const line = table.items[0].lines.findIndex(({ kind }) => kind === 'net');
  const share = ({ ofColumn, ofRow }: { ofColumn: object | null; ofRow: object | null }): object => ({
    ofColumn,
    ofRow,
  });
  expect(table.items[0].lines[line].cells.slice(1, place).map(share)).toEqual(ofRows.cells.map(share));
  expect(table.items[0].lines.slice(0, line).map(({ cells }) => share(cells[place]))).toEqual(
    ofColumns.cells.map(share),
  );
  const corner = table.items[0].lines[line].cells[place];
  const parts = ofColumns.cells.filter(({ across }) => across === 2 || across === 3);
  expect(corner.n).toBe(parts.reduce((sum, { n }) => sum + n!, 0));
  expect(corner.ofColumn!.estimate).toBeCloseTo(
    parts.reduce((sum, { ofColumn }) => sum + ofColumn.estimate!, 0),
    12,
  );
});

test('a layer is a filter on one answer; without a value its first', async () => {
  const question = {
    stub: [{ kind: 'variable' as const, variable: 'prob_food' }],
    banner: [{ variables: ['sex'] }],
  };
  const layered = await run({ ...question, layer: { variable: 'division' } });
  const first = layered.layer!.categories[0].value;
  const filtered = await run({ ...question, where: `division == ${first}` });
  expect(layered.layer).toMatchObject({ variable: 'division', value: first });
  expect(layered.items).toEqual(filtered.items);
  await expect(run({ ...question, layer: { variable: 'division', value: 77 } })).rejects.toMatchObject({
    code: 'table.layerValue',
  });
});

test('what is wrong with one item stands in its place, and the others are there', async () => {
  const table = await run({
    stub: [
      { kind: 'variable', variable: 'nothing_like_it_at_all' },
      { kind: 'variable', variable: 'sex' },
    ],
  });
  expect(table.items.map(({ problem, lines }) => [problem?.code, lines.length])).toEqual([
    ['variable.unknown', 0],
    [undefined, 2],
  ]);
});

test('what would be told by its own answers is refused in its place', async () => {
  const set = { name: '$own', label: '', kind: 'dichotomy' as const, counted: 1, variables: ['sex', 'age'] };
  const table = await run({
    stub: [
      { kind: 'variable', variable: 'SEX' },
      { kind: 'mean', variable: 'sex' },
      { kind: 'set', set },
      { kind: 'mean', variable: 'age' },
    ],
    banner: [{ variables: ['division', 'sex'] }],
  });
  const itself = { code: 'groups.sameVariable', params: { variable: 'sex' } };
  expect(table.items.map(({ problem }) => problem)).toEqual([itself, itself, itself, null]);
});

test('with confidentiality it is refused: one block would tell what another hides', async () => {
  await expect(
    run({ stub: [{ kind: 'variable', variable: 'sex' }], options: { disclosure: 'confidentiality' } }),
  ).rejects.toMatchObject({ code: 'table.confidentiality' });
});
