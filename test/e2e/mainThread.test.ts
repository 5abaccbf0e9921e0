import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { writeSavFile } from '#formats/sav/writeSavFile.ts';
import { bigSurveyOf, bigSurvey } from '../../bench/bigSurvey.ts';
import { choices } from '../../bench/window/choices.ts';
import { ask } from './harness/ask.ts';
import { closeChromium, sharedChromium } from './harness/chromium.ts';
import { recordTasks, type Task } from './harness/mainThreadTasks.ts';
import { importFile, room } from './harness/walk.ts';
import { launch } from './launch.ts';

/**
 * Beyond it a key or a click is felt to be late. Of processor time where nothing else runs: on a machine that does much
 * besides, caches are cold and the same work takes up to three times as long, so each task is divided by how much
 * longer a piece of work took that is always the same, measured before and after the step (`harness/yardstick.ts`).
 */
const longestMs = 50;

/** A machine that does much besides now and then doubles a task's time: what is too long is so each time. */
const mostWalks = 3;

afterAll(closeChromium);

/** Whatever the page still has to do is over once nothing was painted or asked for two frames. */
const settled = () =>
  new Promise<void>((resolve) =>
    requestIdleCallback(() => requestAnimationFrame(() => resolve()), { timeout: 5000 }),
  );

test('no task keeps the window from answering where a survey of 18,000 × 300 is imported and walked through', async () => {
  const least = new Map<string, Task>();
  const tooLong = (): Task[] => [...least.values()].filter(({ quietMs }) => quietMs > longestMs);
  for (let walk = 0; walk < mostWalks && (walk === 0 || tooLong().length > 0); walk++) {
    const tasks = await tasksOfWalk();
    expect(tasks.length).toBeGreaterThan(choices.length);
    console.log(`longest tasks:\n${tasks.slice(0, 12).map(wordsOf).join('\n')}`);
    for (const task of tasks) {
      const before = least.get(task.step);
      if (!before || task.quietMs < before.quietMs) least.set(task.step, task);
    }
  }
  expect(tooLong()).toEqual([]);
}, 900_000);

const wordsOf = ({ cpuMs, quietMs, step, spentIn }: Task): string =>
  `${quietMs.toFixed(0)} ms (measured: ${cpuMs.toFixed(0)}) in “${step}”: ${spentIn.join(', ')}`;

/** The longest task of each step, in a window of its own: what is done for the first time is so in each walk. */
async function tasksOfWalk(): Promise<readonly Task[]> {
  const running = await launch('browser');
  const { page } = running;
  const file = join(running.studies, '..', 'made up.sav');
  await writeSavFile(file, bigSurveyOf(bigSurvey.rows), 'bytes');
  const recording = await recordTasks(await sharedChromium(), page);

  await recording.step('import');
  await importFile(running, file, 'made up.sav');
  await page.evaluate(settled);

  const { studies } = await ask(page, 'settings.recent', {});
  const which = { study: studies[0].study, survey: null };
  const roles = { weight: 'weight', strata: 'stratum', psu: 'psu', fpc: null, area: null } as const;
  await ask(page, 'survey.setRoles', { ...which, roles: { ...roles, lonelyPsu: 'fail' } });
  const concerns = (['fear', 'want'] as const).flatMap((freedom) =>
    Array.from({ length: bigSurvey.items }, (_, item) => ({
      variable: `${freedom === 'fear' ? 'F' : 'W'}${item + 1}`,
      freedom,
      dimensions: [],
      concernedWhen: [3, 4],
    })),
  );
  await ask(page, 'concern.save', { ...which, concerns });
  await page.getByRole('button', { name: 'Studies', exact: true }).click();

  await recording.step('open the study');
  await page
    .getByRole('button', { name: /made up/i })
    .first()
    .click();
  await page.getByRole('tab', { name: 'Set up' }).waitFor();
  await page.evaluate(settled);

  await recording.step('search and scroll the variables');
  await room(page, 'Survey');
  await page.getByRole('tab', { name: /^Variables/ }).click();
  const list = page.getByRole('listbox').first();
  await list.hover();
  for (let turn = 0; turn < 10; turn++) await page.mouse.wheel(0, 1500);
  await page.getByRole('searchbox').pressSequentially('item 12');
  await page.getByRole('searchbox').fill('');

  for (const name of ['Concerns', 'Fear × Want', 'Tables', 'Priorities'] as const) {
    await recording.step(`go to ${name}`);
    await room(page, name);
    await page.evaluate(settled);
  }
  let last = '';
  for (const choice of choices) {
    if (choice.room !== last) {
      await recording.step(`back to ${choice.room}`);
      await room(page, choice.room as Parameters<typeof room>[1]);
      await page.evaluate(settled);
    }
    last = choice.room;
    await recording.step(`${choice.room}: ${choice.name}`);
    await choice.before?.(page);
    await choice.reach?.(page, 1);
    await choice.make(page, 1);
    await page.evaluate(settled);
  }

  const tasks = await recording.stop();
  rmSync(file);
  await running.close();
  return tasks;
}
