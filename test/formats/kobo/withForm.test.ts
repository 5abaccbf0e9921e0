import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../helpers/temporaryFolder.ts';
import { problemOf, readAll } from '../readAll.ts';
import { sheetXml, workbookParts, zipBytes, type HandSheet } from '../zipBytes.ts';

/** A form after xlsform.org/en: groups, a repeat, choices in two languages, “other”, a note and a calculation. */
const survey = [
  ['type', 'name', 'label::English (en)', 'label::Français (fr)'],
  ['start', 'start', null, null],
  ['note', 'hello', 'Welcome', 'Bienvenue'],
  ['begin_group', 'household', 'Household', 'Ménage'],
  ['select_one sex', 'head', '&lt;b&gt;Sex&lt;/b&gt; of the head', 'Sexe du chef'],
  ['integer', 'size', 'Members', null],
  ['select one from water or specify other', 'water', 'Water', 'Eau'],
  ['end_group', null, null, null],
  ['select_multiple need', 'needs', 'Needs', 'Besoins'],
  ['select all that apply from need', 'fears', 'Fears', 'Peurs'],
  ['calculate', 'total', null, null],
  ['begin repeat', 'member', 'Member', 'Membre'],
  ['select_one sex', 'sex', 'Sex', 'Sexe'],
  ['end repeat', null, null, null],
];
const choices = [
  ['list_name', 'name', 'label::English (en)', 'label::Français (fr)'],
  ['sex', 1, 'Woman', 'Femme'],
  ['sex', 2, 'Man', 'Homme'],
  ['water', 'tap', 'Tap', 'Robinet'],
  ['water', 'well', 'Well', 'Puits'],
  ['need', 'food', 'Food', 'Nourriture'],
  ['need', 'well', 'A well', 'Un puits'],
  ['need', 'a.b', 'A and B', 'A et B'],
];
const settings = [['default_language'], ['English (en)']];

const workbook = (sheets: Readonly<Record<string, Parameters<typeof sheetXml>[0]>>): Buffer =>
  zipBytes(
    workbookParts(Object.entries(sheets).map(([name, rows]): HandSheet => ({ name, xml: sheetXml(rows) }))),
  );
const form = workbook({ survey, choices, settings });

function withForm(data: string | Uint8Array, reading: { language?: string; sheet?: string } = {}, of = form) {
  const folder = temporaryFolder();
  const path = join(folder, typeof data === 'string' ? 'data.csv' : 'data.xlsx');
  const companion = join(folder, 'form.xlsx');
  writeFileSync(path, data);
  writeFileSync(companion, of);
  return readAll(path, {}, { ...reading, companion });
}

const named = (survey: Awaited<ReturnType<typeof withForm>>, name: string) => {
  const index = survey.variables.findIndex((variable) => variable.name === name);
  return { ...survey.variables[index], values: survey.values[index] };
};

const data = `start,hello,household/head,household/size,household/water,household/water_other,needs,fears,fears/food,fears/well,fears/a.b,total,_index
2024-01-01,,1,4,tap,,food a.b,food,1,0,0,9,1
2024-01-01,,2,2,other,river,well,,,,,9,2
2024-01-02,,1,3,well,,,well a.b,0,1,1,9,3
`;

describe('an export with its form', () => {
  it('has the form’s labels, and labels for the choices of select_one', async () => {
    const read = await withForm(data);
    expect(named(read, 'household/head')).toMatchObject({
      label: 'Sex of the head',
      type: 'numeric',
      measure: 'nominal',
      valueLabels: [
        { value: 1, label: 'Woman' },
        { value: 2, label: 'Man' },
      ],
      values: [1, 2, 1],
    });
    expect(named(read, 'household/size')).toMatchObject({
      label: 'Members',
      valueLabels: [],
      values: [4, 2, 3],
    });
  });

  it('keeps codes that are text as text, and what was specified as other', async () => {
    const read = await withForm(data);
    expect(named(read, 'household/water')).toMatchObject({
      type: 'text',
      valueLabels: [
        { value: 'tap', label: 'Tap' },
        { value: 'well', label: 'Well' },
        { value: 'other', label: 'Other' },
      ],
      values: ['tap', 'other', 'well'],
    });
    expect(named(read, 'household/water_other')).toMatchObject({
      label: 'Water (other)',
      values: ['', 'river', ''],
    });
  });

  it('speaks the language that is chosen, and another where it has no words', async () => {
    const read = await withForm(data, { language: 'Français (fr)' });
    expect(named(read, 'household/head')).toMatchObject({ label: 'Sexe du chef' });
    expect(named(read, 'household/size')).toMatchObject({ label: 'Members' });
    expect(read.choices).toMatchObject({
      companion: { kind: 'xlsform' },
      language: 'Français (fr)',
      languages: ['English (en)', 'Français (fr)'],
    });
    expect(await problemOf(withForm(data, { language: 'Klingon' }))).toMatchObject({
      code: 'option.invalid',
    });
  });

  it('makes a set of the 0/1 columns of select_multiple', async () => {
    const read = await withForm(data);
    expect(read.multipleResponseSets.find(({ name }) => name === '$fears')).toEqual({
      name: '$fears',
      label: 'Fears',
      counted: 1,
      variables: ['fears/food', 'fears/well', 'fears/a.b'],
    });
    expect(named(read, 'fears/a.b')).toMatchObject({ label: 'Fears: A and B', values: [0, null, 1] });
  });

  it('makes 0 and 1 of the words that R writes, and of codes or labels where they were chosen', async () => {
    const read = await withForm(
      'head,fears/food,fears/well,fears/a.b\n1,TRUE,well,\n2,FALSE,,A and B\n1,NA,well,A and B\n',
    );
    expect(read.variables.map(({ type }) => type)).toEqual(['numeric', 'numeric', 'numeric', 'numeric']);
    expect(read.values.slice(1)).toEqual([
      [1, 0, null],
      [1, null, 1],
      [null, 1, 1],
    ]);
  });

  it('makes the 0/1 columns where the export has only the codes with spaces between them', async () => {
    const read = await withForm(data);
    expect(read.multipleResponseSets.find(({ name }) => name === '$needs')?.variables).toEqual([
      'needs/food',
      'needs/well',
      'needs/a.b',
    ]);
    expect(named(read, 'needs/food')).toMatchObject({
      label: 'Needs: Food',
      type: 'numeric',
      values: [1, 0, null],
    });
    expect(named(read, 'needs/well').values).toEqual([0, 1, null]);
    expect(named(read, 'needs').values).toEqual(['food a.b', 'well', '']);
  });

  it('leaves notes and calculations out and keeps what is not in the form', async () => {
    const names = (await withForm(data)).variables.map(({ name }) => name);
    expect(names).not.toContain('hello');
    expect(names).not.toContain('total');
    expect(names).toContain('_index');
  });

  it('is matched where groups are left out, and where R made dots of the slashes', async () => {
    const read = await withForm('head,household.size,fears.food,fears.a.b\n2,1,1,0\n');
    expect(read.variables.map(({ label }) => label)).toEqual([
      'Sex of the head',
      'Members',
      'Fears: Food',
      'Fears: A and B',
    ]);
  });

  it('may be a workbook with a sheet for each repeat', async () => {
    const book = workbook({
      main: [
        ['head', 'size', '_index'],
        [1, 2, 1],
      ],
      member: [
        ['sex', '_index', '_parent_index'],
        [1, 1, 1],
        [2, 2, 1],
      ],
    });
    const main = await withForm(book);
    expect(main.choices).toMatchObject({ sheet: 'main', repeats: [{ name: 'member' }] });
    const member = await withForm(book, { sheet: 'member' });
    expect(named(member, 'sex')).toMatchObject({ label: 'Sex', values: [1, 2] });
    expect(named(member, '_parent_index').values).toEqual([1, 1]);
  });
});

describe('a companion that does not fit', () => {
  it('is the form of another survey', async () => {
    expect(await problemOf(withForm('a,b,c,d,e,head\n1,1,1,1,1,1\n'))).toMatchObject({
      code: 'file.notItsForm',
      params: { matched: 1, columns: 6, percent: 17 },
    });
  });

  it.each([
    ['a workbook that is no form', workbook({ data: [['a'], [1]] })],
    ['a text', Buffer.from('type,name\n')],
  ])('is %s', async (_, of) => {
    expect((await problemOf(withForm(data, {}, of))).code).toBe('file.unknownCompanion');
  });
});
