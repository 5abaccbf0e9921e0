import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { root } from './harness/built.ts';
import { closeChromium } from './harness/chromium.ts';
import { whileReading, writeLongCsv } from './harness/longImport.ts';
import { importFile, preview } from './harness/walk.ts';
import { launch, settings } from './launch.ts';

let folder: string;
const at = (name: string): string => join(folder, name);
const whole = join(root, 'samples', 'bangladesh.sav');

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'larger-freedom-bad-'));
  const bytes = readFileSync(whole);
  writeFileSync(at('cut.sav'), bytes.subarray(0, Math.floor(bytes.length * 0.6)));
  writeFileSync(at('empty.sav'), '');
  writeFileSync(at('picture.sav'), Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'));
  writeFileSync(at('quote.csv'), 'a,b\n1,"open\n2,3\n');
  await writeLongCsv(at('long.csv'));
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await closeChromium();
});

const studiesIn = (studies: string): string[] => readdirSync(studies).filter((name) => !name.startsWith('.'));

for (const setting of settings) {
  test.each([
    ['cut.sav', /cut\.sav is cut off/],
    ['empty.sav', /empty\.sav is empty/],
    ['picture.sav', /picture\.sav is not a survey file/],
    ['quote.csv', /quote\.csv a quotation mark opened in row 2 is never closed/],
  ])(`%s is refused with its name and what to do: ${setting}`, async (name, words) => {
    const running = await launch(setting);
    const { page, studies } = running;
    await running.choose(page.locator('input[type=file]'), at(name));
    const note = page.getByRole('alert');
    const importing = page.getByRole('button', { name: /^Import( without|$)/ });
    await note.or(importing).first().waitFor();
    if (await importing.isVisible()) await importing.click();
    await note.waitFor();
    const text = await note.innerText();
    expect(text).toMatch(words);
    expect(text).not.toMatch(/inside the program|Error|ENOENT|\n\s+at /);
    expect(readdirSync(studies)).toEqual([]);
    await running.close();
  });

  test(`a cancelled import leaves no study: ${setting}`, async () => {
    const running = await launch(setting);
    const { page, studies } = running;
    await preview(running, at('long.csv'), 'long.csv');
    const stopped = whileReading(page, 'Cancel import');
    await page.getByRole('button', { name: /^Import( without|$)/ }).click();
    await stopped;
    await page.getByRole('button', { name: /^Import( without|$)/ }).waitFor();
    expect(await page.getByRole('alert').count()).toBe(0);
    expect(readdirSync(studies)).toEqual([]);
    await running.close();
  });

  test(`a program killed in the middle of an import leaves the studies as they were: ${setting}`, async () => {
    const studies = at(`studies ${setting}`);
    mkdirSync(studies);
    const before = await launch(setting, { studies });
    await importFile(before, whole, 'bangladesh.sav');
    await before.close();
    const [study] = studiesIn(studies);
    const bytes = readFileSync(join(studies, study));

    const killed = await launch(setting, { studies });
    await preview(killed, at('long.csv'), 'long.csv');
    const reading = whileReading(killed.page);
    await killed.page.getByRole('button', { name: /^Import( without|$)/ }).click();
    await reading;
    await killed.kill();

    const after = await launch(setting, { studies });
    await after.page.getByRole('button', { name: /2,000 respondents/ }).waitFor();
    expect(await after.page.getByText('long', { exact: false }).count()).toBe(0);
    expect(studiesIn(studies).filter((name) => name.endsWith('.lfstudy'))).toEqual([study]);
    expect(readFileSync(join(studies, study)).equals(bytes)).toBe(true);
    await after.page.getByRole('button', { name: /2,000 respondents/ }).click();
    await after.page.getByRole('tab', { name: 'Set up' }).waitFor();
    await after.close();
  });
}
