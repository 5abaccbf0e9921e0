import type { Page } from 'playwright-core';
import { afterAll, expect, onTestFinished, test } from 'vitest';
import { ask } from './harness/ask.ts';
import { launchBrowser } from './harness/browser.ts';
import { closeChromium, sharedChromium } from './harness/chromium.ts';
import { launchDesktop, type Desktop } from './harness/desktop.ts';
import { eventually } from './harness/eventually.ts';
import type { LaunchOptions, Running } from './harness/running.ts';
import { room } from './harness/walk.ts';
import { makeWorkFolder } from './harness/workFolder.ts';

afterAll(closeChromium);

const bangladesh = { args: ['--sample=bangladesh'] };
const name = /^Bangladesh, made-up data/;
const bar = (page: Page) => page.locator('#read-only');
const cells = (page: Page) => page.getByRole('gridcell').first();
const entry = (page: Page) => page.getByRole('button', { name });
const lookHere = (page: Page) => page.getByRole('button', { name: 'Look at it here' });
const tryAgain = (page: Page) => page.getByRole('button', { name: 'Try again' });

async function started<Place extends Running>(launched: Promise<Place>): Promise<Place> {
  const running = await launched;
  onTestFinished(() => running.kill());
  await cells(running.page).waitFor();
  return running;
}
const desktopWith = async (options: LaunchOptions): Promise<Desktop> =>
  started(launchDesktop(await sharedChromium(), options));
const browserWith = async (options: LaunchOptions): Promise<Running> =>
  started(launchBrowser(await sharedChromium(), options));

/** The study that a page has open, and the first of its concerns. */
async function firstConcern(page: Page) {
  const { studies } = await ask(page, 'settings.recent', {});
  const study = studies[0].study;
  const { concerns } = await ask(page, 'concern.list', { study, survey: null });
  return { study, concern: concerns[0] };
}

/** Removes the first concern and closes the window at once, before the pause after which changes are saved. */
async function changeAndClose(page: Page): Promise<string> {
  const { concern } = await firstConcern(page);
  await room(page, 'Concerns');
  const row = page.getByRole('main').getByRole('listitem').filter({ hasText: concern.variable }).first();
  const remove = row.getByRole('button', { name: /^Remove/ });
  await remove.waitFor();
  const closed = page.waitForEvent('close');
  await remove.click();
  await page.close({ runBeforeUnload: true });
  await closed;
  return concern.variable;
}

/** A page that shows a study only to look at: everything can be seen, and nothing be changed. */
async function onlyShows(page: Page, why: RegExp): Promise<void> {
  await bar(page).getByText(why).waitFor();
  await cells(page).waitFor();
  await room(page, 'Concerns');
  await page.getByRole('checkbox').first().waitFor();
  const open = await page
    .getByRole('main')
    .getByRole('checkbox')
    .evaluateAll((boxes) => boxes.filter((box) => !box.matches(':disabled')).length);
  expect(open).toBe(0);
  expect(await page.getByRole('button', { name: 'Add concerns…' }).isDisabled()).toBe(true);
  for (const name of ['Tables', 'Priorities', 'Survey'] as const) await room(page, name);
  await page.getByRole('tab', { name: /^Variables/ }).click();
  await page.getByRole('searchbox').fill('weight');
  await page.getByRole('main').getByRole('article').waitFor();
  expect(await page.getByRole('button', { name: 'Export…' }).isEnabled()).toBe(true);
}

/** Tries again until whoever had the study has let go of it: that takes a moment. */
async function takesOver(page: Page): Promise<void> {
  await eventually(async () => {
    // The button goes with the bar.
    await tryAgain(page)
      .click({ timeout: 1000 })
      .catch(() => undefined);
    return bar(page).textContent();
  }).toBe('');
}

test('a second window shows the one that has a study, may look at it, and takes it over with the last change', async () => {
  const desktop = await desktopWith(bangladesh);
  const { page } = desktop;
  const opened = eventually(() => desktop.pages().length);
  await page.keyboard.press('Control+Shift+N');
  await opened.toBe(2);
  const second = desktop.pages()[1];
  await entry(second).first().click();
  await second.getByText('That window is in front now.').waitFor();
  expect((await desktop.inspect()).inFront).toBe(1);
  const { study } = await firstConcern(page);
  await desktop.ask('secondInstance', { data: { study } });
  expect((await desktop.inspect()).windows).toHaveLength(2);

  await lookHere(second).click();
  await onlyShows(second, /Open in another window/);
  const removed = await changeAndClose(page);
  await takesOver(second);
  expect((await firstConcern(second)).concern.variable).not.toBe(removed);
  await room(second, 'Concerns');
  await second.getByRole('button', { name: 'Add concerns…' }).click();
});

test('two tabs have a study each; of one study the second tab is told, may look, and takes it over', async () => {
  const running = await browserWith(bangladesh);
  const { page } = running;
  const { origin } = new URL(page.url());
  const second = await page.context().newPage();
  await second.goto(origin);
  await second
    .getByRole('button', { name: /^Benin/ })
    .first()
    .click();
  await cells(second).waitFor();
  expect(await bar(second).isVisible()).toBe(false);
  expect(await page.title()).toContain('Bangladesh');
  expect(await second.title()).toContain('Bénin');

  const third = await page.context().newPage();
  await third.goto(origin);
  await entry(third).first().click();
  await tryAgain(third).click();
  await lookHere(third).click();
  await onlyShows(third, /Open in another window or tab/);
  const removed = await changeAndClose(page);
  await takesOver(third);
  expect((await firstConcern(third)).concern.variable).not.toBe(removed);
  expect(await bar(second).isVisible()).toBe(false);
});

test('a tab that crashed does not keep its study', async () => {
  const running = await browserWith({ ...bangladesh, provoked: true });
  const { page } = running;
  const { origin } = new URL(page.url());
  const crashed = page.waitForEvent('crash');
  const session = await page.context().newCDPSession(page);
  void session.send('Page.crash').catch(() => undefined);
  await crashed;
  // Opened only now: tabs of one address may share a process, and would crash together.
  const second = await page.context().newPage();
  await second.goto(origin);
  await entry(second).first().click();
  await cells(second).waitFor();
  expect(await bar(second).isVisible()).toBe(false);
});

test('a study that another program has opens to look at, and to change once that one has let go', async () => {
  const work = makeWorkFolder();
  onTestFinished(() => work.remove());
  const first = await browserWith({ ...bangladesh, studies: work.studies });
  const other = await desktopWith({ ...bangladesh, studies: work.studies });
  await onlyShows(other.page, /Open in another program/);
  await tryAgain(other.page).click();
  await bar(other.page).getByText('Still so.').waitFor();
  await first.page.getByRole('button', { name: 'Studies', exact: true }).click();
  await entry(first.page).first().waitFor();
  await takesOver(other.page);
  await other.close();
});
