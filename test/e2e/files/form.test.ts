import { test } from 'vitest';
import { sheetXml, workbookParts, zipBytes, type HandSheet } from '../../formats/zipBytes.ts';
import { preview } from '../harness/walk.ts';
import { launch } from '../launch.ts';
import { agrees, described } from './agrees.ts';
import { madeFiles } from './madeFiles.ts';
import { summary } from './shownOf.ts';

const workbook = (sheets: Readonly<Record<string, Parameters<typeof sheetXml>[0]>>): Buffer =>
  zipBytes(
    workbookParts(Object.entries(sheets).map(([name, rows]): HandSheet => ({ name, xml: sheetXml(rows) }))),
  );
const form = workbook({
  survey: [
    ['type', 'name', 'label::English (en)', 'label::Français (fr)'],
    ['select_one sex', 'head', 'Sex of the head', 'Sexe du chef'],
    ['integer', 'size', 'Members', 'Membres'],
    ['begin repeat', 'member', 'Member', 'Membre'],
    ['select_one sex', 'sex', 'Sex', 'Sexe'],
    ['end repeat', null, null, null],
  ],
  choices: [
    ['list_name', 'name', 'label::English (en)', 'label::Français (fr)'],
    ['sex', 1, 'Woman', 'Femme'],
    ['sex', 2, 'Man', 'Homme'],
  ],
  settings: [['default_language'], ['English (en)']],
});
const answers = workbook({
  main: [
    ['head', 'size', '_index'],
    [1, 2, 1],
    [2, 1, 2],
  ],
  member: [
    ['sex', '_index', '_parent_index'],
    [1, 1, 1],
    [2, 2, 1],
    [2, 3, 2],
  ],
});

const at = madeFiles({ 'form.xlsx': form, 'answers.xlsx': answers });

test('answers and their form, dropped together, come in with labels, in a language, and with their repeats', async () => {
  const running = await launch('browser');
  const { page } = running;
  await page.locator('input[type=file]').setInputFiles([at('form.xlsx'), at('answers.xlsx')]);
  await page.getByRole('heading', { level: 1, name: 'answers.xlsx' }).waitFor();
  await page.getByRole('columnheader', { name: 'Sex of the head' }).waitFor();
  await page.getByRole('combobox', { name: 'Language of the labels' }).click();
  await page.getByRole('option', { name: /Français/ }).click();
  await page.getByRole('columnheader', { name: 'Sexe du chef' }).waitFor();
  await page.getByRole('checkbox', { name: /^member/ }).click();
  await page.getByRole('button', { name: /^Import/ }).click();
  const language = ['--form', at('form.xlsx'), '--language', 'Français (fr)'];
  await agrees(page, described(at('answers.xlsx'), ...language));
  const surveys = page.getByRole('banner').getByRole('combobox', { name: 'Survey' });
  await surveys.click();
  await page.getByRole('option', { name: /member/ }).click();
  await summary(page, /^3 respondents/);
  await running.close();
});

test('a form dropped on the preview of its answers explains them', async () => {
  const running = await launch('browser');
  const { page } = running;
  await preview(running, at('answers.xlsx'), 'answers.xlsx');
  await page.getByRole('columnheader', { name: 'head' }).waitFor();
  const data = await page.evaluateHandle(
    ([name, bytes]) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([Uint8Array.from(bytes)], name));
      return transfer;
    },
    ['form.xlsx', [...form]] as const,
  );
  await page.dispatchEvent('body', 'drop', { dataTransfer: data });
  await page.getByRole('columnheader', { name: 'Sex of the head' }).waitFor();
  await page.getByRole('heading', { level: 1, name: 'answers.xlsx' }).waitFor();
  await running.close();
});
