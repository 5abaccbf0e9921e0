import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page, Request } from 'playwright-core';
import { afterAll, expect, test } from 'vitest';
import { root } from './harness/built.ts';
import { closeChromium } from './harness/chromium.ts';
import { eventually } from './harness/eventually.ts';
import { inTheme } from './harness/inBothThemes.ts';
import { leftOvers } from './harness/leftOvers.ts';
import { preview } from './harness/walk.ts';
import { walkRooms } from './harness/walkRooms.ts';
import { launch } from './launch.ts';

const names = { en: 'English', fr: 'Français', bn: 'বাংলা' };
type Language = keyof typeof names;

/** What the walk did before is being saved, and answers come in for the rows that it shows. */
const stillGoingOn = /^(analysis|history|settings)\.|^variable\.distribution$/;

/** Where axe looks too; in each language a theme. */
const rooms = [
  'Survey, set up',
  'Concerns',
  'Fear × Want, a pair',
  'Two freedoms',
  'Tables, table and picture',
  'Priorities',
];
const themes = { fr: 'dark', bn: 'light' } as const;

afterAll(closeChromium);

const languageOf = (page: Page): Promise<string> => page.evaluate(() => document.documentElement.lang);

/** Through the menu in the top bar, whose button has another name in each language. */
async function choose(page: Page, language: Language): Promise<void> {
  await page.locator('header button:has(svg.lucide-languages)').click();
  await page.getByRole('menuitemradio', { name: names[language] }).click();
  await eventually(() => languageOf(page)).toBe(language);
}

async function chooseBanglaDigits(page: Page): Promise<void> {
  await choose(page, 'bn');
  await page.locator('header button:has(svg.lucide-languages)').click();
  await page.getByRole('menuitemcheckbox', { name: 'বাংলা অঙ্ক' }).click();
  await page.getByRole('menuitemcheckbox', { name: 'বাংলা অঙ্ক', checked: true }).waitFor();
  await page.keyboard.press('Escape');
}

test('each room speaks French and Bangla, at once, where it stands, and asks for no result again', async () => {
  const running = await launch('browser', { args: ['--sample=benin'] });
  const { page } = running;
  await page.getByRole('gridcell').first().waitFor();
  // Another tab chooses, so that what is open in this one stays open.
  const elsewhere = await page.context().newPage();
  await elsewhere.goto(new URL('/', page.url()).href);
  await chooseBanglaDigits(elsewhere);

  const faults: string[] = [];
  await walkInEnglish(elsewhere, page, async (where) => {
    for (const language of ['fr', 'bn'] as const) {
      const asked: string[] = [];
      const ask = (request: Request): void => {
        const operation = /"operation":"([\w.]+)"/.exec(request.postData() ?? '')?.[1];
        if (operation && !stillGoingOn.test(operation)) asked.push(operation);
      };
      page.on('request', ask);
      await choose(elsewhere, language);
      await eventually(() => languageOf(page)).toBe(language);
      page.off('request', ask);
      faults.push(...asked.map((operation) => `${where}, ${language}: asked for ${operation}`));
      faults.push(...(await leftOvers(page, language)).map((fault) => `${where}, ${language}: ${fault}`));
      if (rooms.includes(where)) {
        const found = await inTheme(page, themes[language]);
        faults.push(...found.map((fault) => `${where}, ${language}: ${fault}`));
      }
      if (where === 'Concerns')
        await page.getByText("Préoccupation : manquer d'argent pour vivre").first().waitFor();
    }
  });
  expect(faults).toEqual([]);
  await elsewhere.close();
  await running.close();
});

/** The walk goes by English names. */
async function walkInEnglish(
  chooser: Page,
  page: Page,
  look: (where: string) => Promise<void>,
): Promise<void> {
  const english = async (): Promise<void> => {
    await choose(chooser, 'en');
    await eventually(() => languageOf(page)).toBe('en');
  };
  await english();
  await walkRooms(page, async (where) => {
    await look(where);
    await english();
  });
}

test.each(['fr', 'bn'] as const)(
  'what stands before a study is open is in %s, and without fault',
  async (language) => {
    const running = await launch('browser');
    const { page } = running;
    await page.getByRole('button', { name: /^Bangladesh/ }).waitFor();
    if (language === 'bn') await chooseBanglaDigits(page);
    else await choose(page, language);
    expect(await leftOvers(page, language)).toEqual([]);
    expect(await inTheme(page, 'light')).toEqual([]);
    await running.choose(page.locator('input[type=file]'), join(root, 'package.json'));
    await page.getByRole('alert').waitFor();
    expect(await leftOvers(page, language)).toEqual([]);
    await preview(running, join(root, 'samples', 'bangladesh.sav'), 'bangladesh.sav');
    expect(await leftOvers(page, language)).toEqual([]);
    expect(await inTheme(page, 'dark')).toEqual([]);
    await running.close();
  },
);

test('the language and its digits are there again after a restart, by the palette as by the menu', async () => {
  const studies = mkdtempSync(join(tmpdir(), 'larger-freedom-languages-'));
  const args = ['--sample=bangladesh'];
  const first = await launch('browser', { args, studies });
  await first.page.getByRole('gridcell').first().waitFor();
  for (const command of ['Language: বাংলা', 'বাংলা অঙ্ক']) {
    await first.page.keyboard.press('Control+k');
    await first.page.getByRole('dialog').getByRole('combobox').fill(command);
    await first.page.keyboard.press('Enter');
    await eventually(() => languageOf(first.page)).toBe('bn');
  }
  const rail = (page: Page) => page.getByRole('navigation', { name: 'কক্ষ' });
  await rail(first.page).getByText('২৩').waitFor();
  await first.close();

  const second = await launch('browser', { studies });
  await second.page.getByRole('heading', { name: 'জরিপ খুলুন' }).waitFor();
  await second.page.getByText('২,০০০ জন উত্তরদাতা').first().waitFor();
  await second.close();
  rmSync(studies, { recursive: true });
});
