import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, expect, test } from 'vitest';
import type { ConcernDefinition } from '#contract/concern.ts';
import type { Output } from '#contract/index.ts';
import { larger } from '../helpers/terminal.ts';
import { ask } from './harness/ask.ts';
import { root } from './harness/built.ts';
import { closeChromium } from './harness/chromium.ts';
import { inBothThemes } from './harness/inBothThemes.ts';
import type { Running } from './harness/running.ts';
import { concernRow, importFile, room } from './harness/walk.ts';
import { launch } from './launch.ts';

/** Concerns by suggestion, beside the same tagged by hand. */

afterAll(closeChromium);

const fileOf = (sample: string): string => join(root, 'samples', `${sample}.sav`);

/** What the makers of a teaching survey tag. */
const byHand = (sample: string): readonly ConcernDefinition[] =>
  (
    JSON.parse(readFileSync(join(root, 'samples', `${sample}.study.json`), 'utf8')) as {
      concerns: ConcernDefinition[];
    }
  ).concerns;

const studyOf = ({ studies }: Running): string =>
  join(
    studies,
    readdirSync(studies).find((name) => name.endsWith('.lfstudy'))!,
  );

async function picker(page: Page) {
  await page.getByRole('button', { name: 'Add concerns…' }).first().click();
  const dialog = page.getByRole('dialog', { name: 'Add concerns' });
  const suggested = dialog.getByRole('region', { name: /^Suggested/ });
  await suggested.waitFor();
  return { dialog, suggested };
}

const saved = (page: Page) => page.getByText('Saved', { exact: true }).waitFor();

test.each([
  { sample: 'bangladesh', battery: /^Add all 23 with the answers Big problem$/ },
  { sample: 'benin', battery: /^Add all 2\d with the answers Assez \/ Beaucoup$/ },
])('a battery of $sample by suggestion is what its makers tag by hand', async (asked) => {
  const running = await launch('browser');
  const { page } = running;
  await importFile(running, fileOf(asked.sample), asked.sample);
  await room(page, 'Concerns');
  const { dialog, suggested } = await picker(page);
  expect(await inBothThemes(page)).toEqual([]);
  await suggested.getByRole('button', { name: asked.battery }).click();
  await dialog.getByRole('button', { name: 'Close' }).click();
  const hand = byHand(asked.sample);
  await concernRow(page, hand[0].variable).waitFor();
  await saved(page);

  const reference = { study: studyOf(running), survey: null };
  const suggestion = await ask(page, 'concern.list', reference);
  const concerns = suggestion.concerns.map(({ variable }) => hand.find((one) => one.variable === variable)!);
  const tagged = await ask(page, 'concern.save', { ...reference, concerns });
  // Which dimensions a threat is counted under is a matter of opinion; freedoms, codes and shares are not.
  const apartFromDimensions = ({ concerns }: typeof tagged): object[] =>
    concerns.map((one) => ({ ...one, dimensions: null }));
  expect(apartFromDimensions(suggestion)).toEqual(apartFromDimensions(tagged));
  expect(new Set(suggestion.concerns.map(({ variable }) => variable))).toEqual(
    new Set(hand.map(({ variable }) => variable)),
  );
});

test('with the keyboard: one is added, one dismissed and brought back', async () => {
  const running = await launch('browser', { args: ['--sample=bangladesh'] });
  const { page } = running;
  await room(page, 'Concerns');
  await concernRow(page, 'prob_poverty').waitFor();
  const { dialog, suggested } = await picker(page);
  const told = JSON.parse(
    larger('concerns', fileOf('bangladesh'), '--suggest', '--json').out,
  ) as Output<'concern.suggest'>;
  const tagged = byHand('bangladesh').map(({ variable }) => variable);
  const open = told.suggestions.filter(({ variable }) => !tagged.includes(variable));
  const count = suggested.getByText(/^\d+ suggestions?$/);
  expect(await count.innerText()).toBe(`${open.length} suggestions`);

  const hungry = /Went a day without a proper meal/;
  await suggested.getByText('Found by “proper meal” and “Went a day without”').waitFor();
  await suggested.getByRole('button', { name: /^Dismiss Happened to .*: theft$/ }).focus();
  await page.keyboard.press('Enter');
  await suggested.getByText('1 dismissed').waitFor();
  expect(await suggested.getByRole('listitem').filter({ hasText: ': theft' }).count()).toBe(0);
  expect(await page.evaluate(() => document.activeElement?.closest('.suggested') !== null)).toBe(true);
  await suggested.getByRole('button', { name: 'Bring back' }).focus();
  await page.keyboard.press('Enter');
  await suggested.getByRole('listitem').filter({ hasText: ': theft' }).waitFor();

  await suggested
    .getByRole('button', { name: hungry })
    .and(page.getByRole('button', { name: /^Add/ }))
    .focus();
  await page.keyboard.press('Enter');
  await suggested.getByRole('listitem').filter({ hasText: hungry }).waitFor({ state: 'detached' });
  expect(await count.innerText()).toBe(`${open.length - 1} suggestions`);

  await dialog.getByRole('searchbox').fill('age');
  await suggested.waitFor({ state: 'hidden' });
  await page.keyboard.press('Escape');
  await dialog.getByRole('button', { name: 'Close' }).click();
  await saved(page);
  const { concerns } = await ask(page, 'concern.list', { study: studyOf(running), survey: null });
  const { label, ...wanted } = open.find(({ variable }) => variable === 'went_hungry')!;
  expect(concerns.at(-1)).toMatchObject({
    ...{ variable: 'went_hungry', label, freedom: 'want', dimensions: ['food'] },
    concernedWhen: wanted.concernedWhen,
  });
});
