import { expect, test } from 'vitest';
import type { Input } from '#contract/index.ts';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { asked, csvSurvey } from '../helpers/asked.ts';
import { sourceHost } from '../helpers/sourceHost.ts';
import { temporaryFolder } from '../helpers/temporaryFolder.ts';
import { writeSurvey } from '../helpers/writeSurvey.ts';

const options = { disclosure: 'none' } as const;
const rows = (count: number, value: (row: number) => number | string): (number | string)[] =>
  Array.from({ length: count }, (_, row) => value(row));

const answers = {
  agree: rows(240, (row) => (row % 11 === 0 ? '' : 1 + ((row * 7) % 4))),
  region: rows(240, (row) => 1 + (row % 3)),
  weight: rows(240, (row) => 0.5 + (row % 5)),
  psu: rows(240, (row) => Math.floor(row / 12)),
};
const design = { weight: 'weight', psu: 'psu' };

test('a net of all categories is the whole table', async () => {
  const { nets, columns } = await asked('crosstab.run', {
    ...{ source: csvSurvey(answers), design, options, rows: 'agree', columns: 'region' },
    nets: [{ axis: 'rows', label: 'All', values: [1, 2, 3, 4] }],
  });
  nets![0].cells.forEach((cell, place) => {
    expect(cell.n).toBe(columns.categories[place].n);
    expect(cell.weightedN).toBeCloseTo(columns.categories[place].weightedN!, 10);
    expect(cell.ofColumn).toMatchObject({ estimate: 1, se: 0, why: 'noVariation' });
    expect(cell.ofRow.estimate).toBeCloseTo(cell.ofTotal.estimate!, 12);
  });
});

test('a net is what a table of the merged variable says of the category', async () => {
  const merged = answers.agree.map((answer) => (answer === '' ? '' : Number(answer) >= 3 ? 9 : answer));
  const source = csvSurvey({ ...answers, merged });
  const ask = { source, design, options, columns: 'region', letters: { adjust: 'none' } } as const;
  const { nets } = await asked('crosstab.run', {
    ...{ ...ask, rows: 'agree' },
    nets: [{ axis: 'rows', label: 'Agree', values: [3, 4] }],
  });
  const { cells } = await asked('crosstab.run', { ...ask, rows: 'merged' });
  const ofNine = cells.filter(({ row }) => row === 9);
  nets![0].cells.forEach(({ across, ...cell }, place) => {
    expect({ row: 9, column: across, ...cell }).toEqual(ofNine[place]);
  });
});

test('a code that no answer and no label has makes no net', async () => {
  const ask = asked('crosstab.run', {
    ...{ source: csvSurvey(answers), rows: 'agree', columns: 'region' },
    nets: [{ axis: 'columns', label: 'South', values: [3, 7] }],
  });
  await expect(ask).rejects.toMatchObject({
    code: 'net.unknownCode',
    params: { code: 7, variable: 'region' },
  });
});

const set = { name: '$s', label: 'Drivers' };

test('of a set of yes-or-no variables, who answered any is in the base', async () => {
  const source = csvSurvey({ one: [1, 1, 0, 0, '', ''], two: [1, 0, '', 0, 1, ''] });
  const ask = {
    source,
    options,
    set: { ...set, kind: 'dichotomy' as const, counted: 1, variables: ['one', 'two'] },
  } satisfies Input<'crosstab.responses'>;
  const respondents = await asked('crosstab.responses', ask);
  // Five answered; one: rows 1, 2; two: rows 1, 5.
  expect(respondents.all).toEqual({ n: 5, weightedN: 5, responses: 4, weightedResponses: 4 });
  expect(respondents.items.map(({ item, all }) => [item, all.n, all.share.estimate])).toEqual([
    ['one', 5, 0.4],
    ['two', 5, 0.4],
  ]);
  // √(p(1 − p)/(n − 1)) of a simple sample.
  expect(respondents.items[0].all.share.se).toBeCloseTo(Math.sqrt((0.4 * 0.6) / 4), 12);
  const responses = await asked('crosstab.responses', { ...ask, base: 'responses' });
  expect(responses.items.map(({ all }) => all.share.estimate)).toEqual([0.5, 0.5]);
});

test('of a set of categories, an answer given twice counts once, and texts are answers', async () => {
  const source = csvSurvey({
    first: ['rice', 'maize', 'rice', 'x', ''],
    second: ['rice', 'rice', '', 'maize', ''],
  });
  const { all, items } = await asked('crosstab.responses', {
    ...{ source, options, missing: [{ variable: 'first', codes: ['x'] }] },
    set: { ...set, kind: 'category', counted: null, variables: ['first', 'second'] },
  });
  expect(all.n).toBe(4);
  expect(items.map(({ item, all: { share } }) => [item, share.estimate])).toEqual([
    ['maize', 0.5],
    ['rice', 0.75],
  ]);
});

test('equal shares have one rank, and what is not shown comes last without a rank or a difference', async () => {
  const few = rows(60, (row) => (row < 10 ? row % 2 : ''));
  const source = csvSurvey({
    few,
    low: rows(60, (row) => Number(row % 6 === 0)),
    high: rows(60, (row) => Number(row % 2 === 0)),
    same: rows(60, (row) => Number(row % 2 === 1)),
  });
  const concerned = (variable: string) => ({ variable, concernedWhen: [1] });
  const { concerns } = await asked('ranking.run', {
    ...{ source, fear: [concerned('few'), concerned('low')], want: [concerned('high'), concerned('same')] },
  });
  expect(concerns.map(({ variable, rank }) => [variable, rank])).toEqual([
    ['high', 1],
    ['same', 1],
    ['low', 3],
    ['few', null],
  ]);
  const [first, second, third, last] = concerns;
  expect(first.next).toMatchObject({ estimate: 0 });
  expect(second.next!.estimate).toBeCloseTo(1 / 3, 12);
  expect(third.next).toBeNull();
  expect(last).toMatchObject({
    shown: 'suppressed',
    next: null,
    share: { estimate: null, why: 'suppressed' },
  });
});

test('a group in a single PSU has a share, and no test against others', async () => {
  const source = csvSurvey({
    afraid: rows(120, (row) => Number(row % 3 === 0 || row % 7 === 0)),
    region: rows(120, (row) => (row < 12 ? 1 : 2 + (row % 2))),
    psu: answers.psu.slice(0, 120),
  });
  const concern = { variable: 'afraid', concernedWhen: [1] };
  const ask = { source, options, design: { psu: 'psu' } };
  const { groups, pairs } = await asked('comparison.groups', { ...ask, concern, by: 'region' });
  expect(groups[0].share).toMatchObject({ se: 0, df: 0, why: 'noDegreesOfFreedom' });
  expect(pairs.map(({ a, b, difference }) => [a, b, difference.why, difference.p !== null])).toEqual([
    [1, 2, 'noDegreesOfFreedom', false],
    [1, 3, 'noDegreesOfFreedom', false],
    [2, 3, undefined, true],
  ]);
  const { concerns } = await asked('ranking.run', {
    ...ask,
    fear: [concern],
    by: 'region',
    compare: { adjust: 'none' },
  });
  expect(concerns[0].groups![0].fromOthers).toMatchObject({ why: 'noDegreesOfFreedom', p: null });
  expect(concerns[0].comparisons!.map(({ a, b }) => [a, b])).toEqual([[2, 3]]);
});

test('groups that are PSUs differ, and no test is made of what rounding leaves', async () => {
  const source = csvSurvey({
    afraid: rows(30, (row) => Number(row % 3 === 0 || row === 4)),
    psu: rows(30, (row) => row % 2),
    weight: rows(30, (row) => 0.1 + (row % 7) / 3),
  });
  const { trend, test } = await asked('comparison.groups', {
    ...{ source, options, design, by: 'psu', concern: { variable: 'afraid', concernedWhen: [1] } },
  });
  expect(trend).toMatchObject({ se: 0, p: null, why: 'noVariance' });
  expect(test).toMatchObject({ f: null, p: null, why: 'noVariance' });
});

test('two surveys, and the codes that do not mean the same in both', async () => {
  const [one, two] = [0.5, 0.25].map((share) =>
    csvSurvey({ afraid: rows(80, (row) => Number(row < 80 * share)) }),
  );
  const concern = { variable: 'afraid', concernedWhen: [1] };
  const { difference, ratio } = await asked('comparison.surveys', {
    source: one,
    options,
    concern,
    other: { source: two },
  });
  // V = p(1 − p)/(n − 1) each.
  expect(difference.estimate).toBe(0.25);
  expect(difference.se).toBeCloseTo(Math.sqrt((0.25 + 0.1875) / 79), 12);
  expect(ratio.estimate).toBe(2);
  const same = asked('comparison.surveys', { source: one, concern, other: { source: one } });
  await expect(same).rejects.toMatchObject({ code: 'comparison.sameSurvey' });
  const few = csvSurvey({ afraid: [0, 1, 1] });
  const hidden = await asked('comparison.surveys', { source: one, concern, other: { source: few } });
  expect(hidden.difference).toMatchObject({ estimate: null, why: 'suppressed' });
});

test('a survey is the same by its number, its name, as the only one, and by a link', async () => {
  const folder = temporaryFolder();
  const file = join(folder, 'survey.sav');
  writeSurvey(file, { afraid: { answers: rows(60, (row) => row % 2), labels: { 0: 'No', 1: 'Yes' } } });
  const { client } = sourceHost(folder);
  const { study, survey } = await client.survey.import({ file, study: null, name: 'One' });
  const link = join(folder, 'link.lfstudy');
  symlinkSync(study.study, link);
  const concern = { variable: 'afraid', concernedWhen: [1] };
  const one = { study: study.study, survey };
  for (const other of [
    { ...one, survey: study.surveys[0].name },
    { ...one, survey: null },
    { ...one, study: link },
  ]) {
    const compared = asked('comparison.surveys', { source: one, concern, other: { source: other } });
    await expect(compared).rejects.toMatchObject({ code: 'comparison.sameSurvey' });
  }
});

test('a code that means something else in the second survey is told, others are not', async () => {
  const labelled = (name: string, three: string): { file: string } => {
    const file = join(temporaryFolder(), name);
    const labels = { 1: name, 2: 'Sometimes', 3: three };
    writeSurvey(file, { afraid: { answers: rows(60, (row) => 1 + (row % 3)), labels } });
    return { file };
  };
  const { codesDiffer } = await asked('comparison.surveys', {
    source: labelled('one.sav', 'Often'),
    concern: { variable: 'afraid', concernedWhen: [2, 3] },
    other: { source: labelled('two.sav', 'Never') },
  });
  // 1 is labelled otherwise, too, but does not count as concerned.
  expect(codesDiffer).toEqual([{ value: 3, label: 'Often', otherLabel: 'Never' }]);
});
