import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ask } from './harness/ask.ts';
import { root } from './harness/built.ts';
import { closeChromium } from './harness/chromium.ts';
import { whileReading, writeLongCsv } from './harness/longImport.ts';
import { importFile, preview } from './harness/walk.ts';
import { launch, settings } from './launch.ts';

let folder: string;
const survey = join(root, 'samples', 'bangladesh.sav');

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'larger-freedom-start-'));
  await writeLongCsv(join(folder, 'long.csv'));
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await closeChromium();
});

test('an app that is closed as soon as it opens ends without a word', async () => {
  for (let time = 0; time < 3; time++) {
    const running = await launch(settings[0]);
    await running.close();
  }
});

for (const setting of settings) {
  test(`the Benin teaching study opens as npm start asks, and says that it is made up: ${setting}`, async () => {
    const running = await launch(setting, { args: ['--sample=benin'] });
    await running.page.getByText('Made-up data').waitFor();
    await running.page.getByRole('gridcell').first().waitFor();
    await running.page.getByRole('button', { name: /^Weighted · 24 strata · 744 PSUs/ }).waitFor();
    await running.close();
  });

  test(`a survey file that is named is previewed; a study that is named opens, wherever it is: ${setting}`, async () => {
    const named = await launch(setting, { args: [survey] });
    await named.page.getByRole('heading', { level: 1, name: 'bangladesh.sav' }).waitFor();
    await named.page.getByRole('button', { name: /^Import( without|$)/ }).click();
    await named.page.getByRole('tab', { name: 'Set up' }).waitFor();
    const [study] = readdirSync(named.studies).filter((name) => name.endsWith('.lfstudy'));
    await ask(named.page, 'study.close', { study: join(named.studies, study) });
    const elsewhere = join(folder, `copied ${settings.indexOf(setting)}.lfstudy`);
    copyFileSync(join(named.studies, study), elsewhere);
    await named.close();

    const opened = await launch(setting, { args: [elsewhere] });
    await opened.page.getByRole('tab', { name: 'Set up' }).waitFor();
    await opened.close();
  });

  test(`a page that is loaded again goes on: ${setting}`, async () => {
    const running = await launch(setting);
    await importFile(running, survey, 'bangladesh.sav');
    await running.page.reload();
    await running.page.getByRole('button', { name: /2,000 respondents/ }).click();
    await running.page.getByRole('tab', { name: 'Set up' }).waitFor();
    await running.close();
  });

  test(`closing the window in the middle of an import stops it, and leaves no study: ${setting}`, async () => {
    const studies = join(folder, `studies ${settings.indexOf(setting)}`);
    mkdirSync(studies);
    const running = await launch(setting, { studies });
    await preview(running, join(folder, 'long.csv'), 'long.csv');
    const reading = whileReading(running.page);
    await running.page.getByRole('button', { name: /^Import( without|$)/ }).click();
    await reading;
    await running.close();
    expect(readdirSync(studies)).toEqual([]);
  });
}

test('two tabs of one browser do not hear each other', async () => {
  const running = await launch('browser');
  const { page } = running;
  const other = await page.context().newPage();
  await other.goto(page.url());
  const answers = await Promise.all(
    [page, other].map((tab, index) =>
      ask(tab, 'file.preview', { file: `/not chosen/${index}.sav` }, 'the same id').catch(String),
    ),
  );
  answers.forEach((answer, index) => expect(answer).toContain(`/not chosen/${index}.sav`));
  await running.close();
});
