import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../helpers/temporaryFolder.ts';
import { readAll } from '../readAll.ts';
import { formWorkbook } from './formWorkbook.ts';

const form = formWorkbook({
  survey: [
    ['type', 'name', 'label::English (en)', 'label::Français (fr)'],
    ['date', 'today', null, null],
    ['begin_group', 'household', 'Household', 'Ménage'],
    ['select_one sex', 'head', '&lt;b&gt;Sex&lt;/b&gt; of the head', 'Sexe du chef'],
    ['integer', 'age', 'Age', 'Âge'],
    ['end_group', null, null, null],
    ['begin_group', 'partner', 'Partner', 'Conjoint'],
    ['integer', 'age_partner', 'Age', 'Âge'],
    ['end_group', null, null, null],
    ['select_one water', 'water', 'Where from: tap/well?', 'D’où : robinet/puits ?'],
    ['select_multiple need', 'needs', 'Needs', 'Besoins'],
    ['select_multiple need', 'fears', 'Fears', 'Peurs'],
  ],
  choices: [
    ['list_name', 'name', 'label::English (en)', 'label::Français (fr)'],
    ['sex', 1, 'Woman', 'Femme'],
    ['sex', 2, 'Man', 'Homme'],
    ['water', 'tap', 'Tap', 'Robinet'],
    ['water', 'well', 'A well', 'Un puits'],
    ['need', 'food', 'Food', 'Nourriture'],
    ['need', 'cash', 'Food or cash, now', 'Nourriture ou argent'],
    ['need', 'work', 'Work', 'Travail'],
  ],
  settings: [['default_language'], ['English (en)']],
});

const codes = `today,household/head,household/age,partner/age_partner,water,needs,fears,fears/food,fears/cash,fears/work,_index
2024-01-01,1,34,33,tap,food cash,food,1,0,0,1
2024-01-02,2,51,,well,work,,,,,2
2024-01-03,1,28,30,,,cash work,0,1,1,3
`;
const inEnglish = `today,Household/<b>Sex</b> of the head,Household/Age,Partner/Age,Where from: tap/well?,Needs,Fears,Fears/Food,"Fears/Food or cash, now",Fears/Work,_index
2024-01-01,Woman,34,33,Tap,"Food Food or cash, now",Food,1,0,0,1
2024-01-02,Man,51,,A well,Work,,,,,2
2024-01-03,Woman,28,30,,,"Food or cash, now; Work",0,1,1,3
`;
const inFrench = `today,Sexe du chef,Âge,Âge,D’où : robinet/puits ?,Besoins,Peurs,Peurs/Nourriture,Peurs/Nourriture ou argent,Peurs/Travail,_index
2024-01-01,Femme,34,33,Robinet,Nourriture Nourriture ou argent,Nourriture,1,0,0,1
2024-01-02,Homme,51,,Un puits,Travail,,,,,2
2024-01-03,Femme,28,30,,,Nourriture ou argent Travail,0,1,1,3
`;

function withForm(data: string, language?: string) {
  const folder = temporaryFolder();
  const path = join(folder, 'data.csv');
  const companion = join(folder, 'form.xlsx');
  writeFileSync(path, data);
  writeFileSync(companion, form);
  return readAll(path, {}, { companion, ...(language === undefined ? {} : { language }) });
}

const lastPart = (name: string): string => name.replace(/^(household|partner)\//, '');

describe('an export with labels', () => {
  it.each([
    ['in the language of the form', inEnglish],
    ['in another language', inFrench],
  ])('is the same survey as the export with codes: %s', async (_, data) => {
    const [plain, labelled] = [await withForm(codes), await withForm(data)];
    expect(labelled.variables).toEqual(plain.variables.map((one) => ({ ...one, name: lastPart(one.name) })));
    expect(labelled.values).toEqual(plain.values);
    expect(labelled.multipleResponseSets).toEqual(plain.multipleResponseSets);
    expect(plain.choices?.form).toEqual({ headers: 'names', answers: 'codes', unknownAnswers: [] });
    expect(labelled.choices?.form).toEqual({ headers: 'labels', answers: 'labels', unknownAnswers: [] });
  });

  it('has its words in the language that is chosen, whatever the cells speak', async () => {
    const read = await withForm(inEnglish, 'Français (fr)');
    expect(read.variables[1]).toMatchObject({
      name: 'head',
      label: 'Sexe du chef',
      valueLabels: [
        { value: 1, label: 'Femme' },
        { value: 2, label: 'Homme' },
      ],
    });
  });

  it('may have names in its header and labels in its cells', async () => {
    const read = await withForm('head,water\nWoman,A well\nMan,Tap\n');
    expect(read.choices?.form).toMatchObject({ headers: 'names', answers: 'labels' });
    expect(read.values).toEqual([
      [1, 2],
      ['well', 'tap'],
    ]);
  });

  it('keeps what is no label, and says so', async () => {
    const read = await withForm('head,water\nWoman,A well\nMan,River\nNobody,tap\nWoman,Tap\n');
    expect(read.values).toEqual([
      ['1', '2', 'Nobody', '1'],
      ['well', 'River', 'tap', 'tap'],
    ]);
    expect(read.choices?.form?.unknownAnswers).toEqual([
      { variable: 'head', count: 1, texts: ['Nobody'] },
      { variable: 'water', count: 1, texts: ['River'] },
    ]);
    expect(read.variables[0].valueLabels).toEqual([
      { value: '1', label: 'Woman' },
      { value: '2', label: 'Man' },
    ]);
  });

  it('leaves columns alone that several questions could be', async () => {
    const read = await withForm('Sexe du chef,Âge,D’où : robinet/puits ?\nFemme,34,Robinet\n');
    expect(read.variables.map(({ name }) => name)).toEqual(['head', 'Âge', 'water']);
  });
});

describe('labels that several share', () => {
  const twice = formWorkbook({
    survey: [
      ['type', 'name', 'label'],
      ['select_one place', 'home', 'Where do you live?'],
      ['text', 'home_other', 'Please specify'],
      ['select_one place', 'work', 'Where do you work?'],
      ['text', 'work_other', 'Please specify'],
      ['integer', 'size', 'Members'],
      ['text', 'size_other', 'Please specify'],
    ],
    choices: [
      ['list_name', 'name', 'label'],
      ['place', 'p1', 'Village'],
      ['place', 'p2', 'Village'],
      ['place', 'p3', 'Town'],
    ],
  });

  it('are told apart by the order of the form, and codes never guessed', async () => {
    const folder = temporaryFolder();
    const [path, companion] = [join(folder, 'data.csv'), join(folder, 'form.xlsx')];
    writeFileSync(
      path,
      'Where do you live?,Please specify,Where do you work?,Please specify,Members\nVillage,a,Town,b,3\nTown,c,Town,d,2\n',
    );
    writeFileSync(companion, twice);
    const read = await readAll(path, {}, { companion });
    expect(read.variables.map(({ name }) => name)).toEqual([
      'home',
      'home_other',
      'work',
      'work_other',
      'size',
    ]);
    expect(read.values).toEqual([
      ['Village', 'p3'],
      ['a', 'c'],
      ['p3', 'p3'],
      ['b', 'd'],
      [3, 2],
    ]);
    expect(read.choices?.form?.unknownAnswers).toEqual([
      { variable: 'Where do you live?', count: 1, texts: ['Village'] },
    ]);
  });
});
