import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { formWorkbook } from '../formats/kobo/formWorkbook.ts';
import { larger, realSurveys } from '../helpers/terminal.ts';
import { closeChromium } from './harness/chromium.ts';
import { launch } from './launch.ts';

/** Data that a form or a codebook explains: DDI beside CSV and beside lines of fixed width, XLSForm in all its shapes. */

let folder: string;
const at = (name: string): string => join(folder, name);

const codebook = `<?xml version="1.0" encoding="UTF-8"?>
<codeBook version="2.5" xmlns="ddi:codebook:2_5">
  <stdyDscr><citation><titlStmt><titl>Living conditions 2024</titl></titlStmt></citation></stdyDscr>
  <dataDscr>
    <var ID="V1" name="REGION" nature="nominal"><location StartPos="1" EndPos="1"/><labl>Region of residence</labl>
      <catgry><catValu>1</catValu><labl>North</labl></catgry><catgry><catValu>2</catValu><labl>South</labl></catgry>
      <varFormat type="numeric"/></var>
    <var ID="V2" name="AGE" nature="ratio"><location StartPos="2" EndPos="4"/><labl>Age in years</labl>
      <valrng><range min="18" max="97"/></valrng><invalrng><item VALUE="999"/></invalrng><varFormat type="numeric"/></var>
    <var ID="V3" name="WEIGHT" wgt="wgt" dcml="2" nature="ratio"><location StartPos="5" EndPos="7"/><varFormat type="numeric"/></var>
  </dataDscr>
</codeBook>`;
const questions = `type,name,label,constraint,constraint_message
select_one sex,sex,Sex of the head,,
integer,age,Age of the head,. >= 18 and . <= 120,Between 18 and 120
integer,rooms,Rooms,. <= pulldata('x'),
`;
const choices = 'list_name,name,label\nsex,1,Woman\nsex,2,Man\n';

const form = formWorkbook({
  survey: [
    ['type', 'name', 'label'],
    ['select_one sex', 'sex', 'Sex of the head'],
    ['integer', 'age', 'Age of the head'],
  ],
  choices: [
    ['list_name', 'name', 'label'],
    ['sex', 1, 'Woman'],
    ['sex', 2, 'Man'],
  ],
});
const roster = formWorkbook({
  households: [
    ['size', 'weight', 'stratum', '_index'],
    ...[1, 2, 3, 4, 5, 6].map((index) => [2, index / 2, 1 + (index % 2), index]),
  ],
  members: [
    ['age', '_index', '_parent_index'],
    ...[1, 1, 2, 3, 4, 5, 6, 6, 9].map((household, index) => [20 + index, index + 1, household]),
  ],
});

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'larger-freedom-explained-'));
  const files: Readonly<Record<string, string | Uint8Array>> = {
    'codebook.xml': codebook,
    'answers.csv': 'region,age,weight\n1,34,1.5\n2,17,0.5\n1,999,1\n',
    'answers.dat': '1034150\n2017 50\n1999100\n',
    'head questions.csv': questions,
    'head choices.csv': choices,
    'head data.csv': 'sex,age,rooms\n1,34,1\n2,17,2\n1,130,3\n',
    'labels.csv': 'Sex of the head,Age of the head\nWoman,34\nMan,51\n',
    'form.xlsx': form,
    'others.csv': 'apples,pears,plums,cherries,figs,dates\n1,2,3,4,5,6\n',
    'roster.xlsx': roster,
  };
  for (const [name, content] of Object.entries(files)) writeFileSync(at(name), content);
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await closeChromium();
});

async function dropped(page: Page, names: readonly string[], title: string): Promise<void> {
  await page.locator('input[type=file]').first().setInputFiles(names.map(at));
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
}
const importIt = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: /^Import/ }).click();
  await page.getByRole('tab', { name: 'Set up' }).waitFor();
};
async function finding(page: Page, group: RegExp, words: RegExp): Promise<void> {
  await page.getByRole('button', { name: group }).click();
  await page.getByRole('listitem').filter({ hasText: words }).first().waitFor();
}

describe('in the window', () => {
  test.each([
    ['a CSV file', 'answers.csv', 'age'],
    ['lines of fixed width', 'answers.dat', 'AGE'],
  ])('a DDI codebook explains %s', async (_, data, age) => {
    const running = await launch('browser');
    const { page } = running;
    await dropped(page, ['codebook.xml', data], data);
    await page.getByRole('columnheader', { name: 'Region of residence' }).waitFor();
    await page.getByRole('cell', { name: 'North' }).first().waitFor();
    await importIt(page);
    await page
      .getByText(/^3 respondents · 3 variables/)
      .first()
      .waitFor();
    await finding(
      page,
      /^Answers that break the form/,
      new RegExp(`${age}.*1 of 2 answers? break.*>= 18 and . <= 97.*17 \\(row 2\\)`),
    );
    await running.close();
  });

  test('a form of two CSV files explains the third, and its rules are held against the answers', async () => {
    const running = await launch('browser');
    const { page } = running;
    await dropped(page, ['head choices.csv', 'head data.csv', 'head questions.csv'], 'head data.csv');
    await page.getByRole('columnheader', { name: 'Sex of the head' }).waitFor();
    await importIt(page);
    await finding(page, /^Answers that break the form/, /2 of 3 answers break.*Between 18 and 120/);
    await finding(page, /^Rules of the form that were not checked/, /pulldata\(\) is not known here/);
    await running.close();
  });

  test('labels in the place of names and codes are read as these, and the preview says so', async () => {
    const running = await launch('browser');
    const { page } = running;
    await dropped(page, ['form.xlsx', 'labels.csv'], 'labels.csv');
    await page.getByText('The file holds the form’s labels').waitFor();
    await importIt(page);
    await page
      .getByText(/^2 respondents · 2 variables/)
      .first()
      .waitFor();
    await running.close();
  });

  test('a form that does not belong to the data is said not to, and the data stay', async () => {
    const running = await launch('browser');
    const { page } = running;
    await dropped(page, ['form.xlsx', 'others.csv'], 'others.csv');
    await page.getByText(/does not belong to .*it knows only 0 of the 6 columns/).waitFor();
    await page.getByRole('columnheader', { name: 'cherries' }).waitFor();
    await running.close();
  });

  test('members come in with the weight and strata of their households', async () => {
    const running = await launch('browser');
    const { page } = running;
    await dropped(page, ['roster.xlsx'], 'roster.xlsx');
    await page.getByRole('checkbox', { name: /^members/ }).click();
    await importIt(page);
    await page.getByRole('banner').getByRole('combobox', { name: 'Survey' }).click();
    await page.getByRole('option', { name: /members/ }).click();
    await page
      .getByText(/^9 respondents · 5 variables/)
      .first()
      .waitFor();
    await page.getByText('Looks like the weight').waitFor();
    await page.getByText('Looks like the strata').waitFor();
    await finding(page, /^Members without their household/, /1 row has no household in roster \(row 9\)/);
    await running.close();
  });
});

describe('in the terminal', () => {
  interface Described {
    readonly rows: number;
    readonly variables: readonly {
      readonly name: string;
      readonly label: string;
      readonly sum: number | null;
      readonly valueLabels: readonly unknown[];
    }[];
  }
  const described = (...words: string[]): Described => {
    const { code, out, problem } = larger('describe', ...words, '--json');
    expect(code, problem).toBe(0);
    return JSON.parse(out) as Described;
  };

  test.each([
    ['a CSV file', 'answers.csv', 'region'],
    ['lines of fixed width', 'answers.dat', 'REGION'],
  ])('a DDI codebook explains %s', (_, data, region) => {
    const { rows, variables } = described(at(data), '--form', at('codebook.xml'));
    expect(rows).toBe(3);
    expect(variables.map(({ sum }) => sum)).toEqual([4, 51, 3]);
    expect(variables[0]).toMatchObject({ name: region, label: 'Region of residence' });
    expect(variables[0].valueLabels).toHaveLength(2);
  });

  test.each(['head questions.csv', 'head choices.csv'])(
    'a form finds its other sheet beside it: %s',
    (form) => {
      const { variables } = described(at('head data.csv'), '--form', at(form));
      expect(variables[0]).toMatchObject({
        label: 'Sex of the head',
        valueLabels: [
          { value: 1, label: 'Woman' },
          { value: 2, label: 'Man' },
        ],
      });
    },
  );

  test('labels in the place of names and codes are read as these', () => {
    const { variables } = described(at('labels.csv'), '--form', at('form.xlsx'));
    expect(variables.map(({ name, sum }) => [name, sum])).toEqual([
      ['sex', 3],
      ['age', 85],
    ]);
  });

  test('a form that does not belong to the data is refused', () => {
    const { code, out, problem } = larger('describe', at('others.csv'), '--form', at('form.xlsx'));
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(problem).toMatch(/form\.xlsx does not belong to .*others\.csv/);
  });

  test('an import says what members have of their households, and who has none', () => {
    const study = ['--study', at('roster.lfstudy')];
    const { code, out } = larger(
      'import',
      at('roster.xlsx'),
      ...study,
      '--repeat',
      'members',
      '--bring',
      'size',
    );
    expect(code).toBe(0);
    expect(out).toContain('roster members: has size, weight, stratum of roster, by _parent_index = _index');
    expect(out).toContain('roster members: no household for 1 row (9)');
  });

  const ipums = resolve(realSurveys, '../formats/ipumsr-ddi');
  test.runIf(existsSync(ipums))('real extracts of IPUMS: the same in lines and in CSV', () => {
    const lines = described(join(ipums, 'cps_00157.dat.gz'), '--form', join(ipums, 'cps_00157.xml'));
    const commas = described(join(ipums, 'cps_00158.csv.gz'), '--form', join(ipums, 'cps_00158.xml'));
    expect(lines.rows).toBe(7668);
    expect(commas.rows).toBe(lines.rows);
    expect(commas.variables.map(({ name, label }) => [name, label])).toEqual(
      lines.variables.map(({ name, label }) => [name, label]),
    );
  });
});
