import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { closeChromium } from './harness/chromium.ts';
import { inBothThemes } from './harness/inBothThemes.ts';
import { launch, settings } from './launch.ts';

afterAll(closeChromium);

const secret = 'four words of mine';

for (const setting of settings) {
  test(`a study is put under a passphrase, closed, opened with it alone, and freed again: ${setting}`, async () => {
    const { page, studies } = await launch(setting, { args: ['--sample=bangladesh'] });
    const command = async (name: string): Promise<void> => {
      await page.keyboard.press('Control+k');
      await page.keyboard.type(name);
      await page.getByRole('option', { name: new RegExp(name) }).waitFor();
      await page.keyboard.press('Enter');
    };
    const says = (): boolean =>
      readdirSync(studies)
        .filter((name) => name.endsWith('.lfstudy'))
        .some((name) => readFileSync(join(studies, name)).includes('prob_extortion'));
    await page.getByRole('gridcell').first().waitFor();
    expect(says()).toBe(true);

    await command('Put this study under');
    const dialog = page.getByRole('dialog', { name: 'Put this study under a passphrase' });
    await dialog.getByLabel('New passphrase').fill(secret);
    await dialog.getByLabel('The same once more').fill('four words of mind');
    await dialog.getByText('The two are not the same.').waitFor();
    expect(await dialog.getByRole('button', { name: 'Encrypt the study' }).isDisabled()).toBe(true);
    expect(await inBothThemes(page)).toEqual([]);
    await dialog.getByLabel('The same once more').fill(secret);
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    await page.getByText('The study is under the passphrase.').waitFor();
    await page.getByRole('gridcell').first().waitFor();
    expect(says()).toBe(false);

    await page.getByRole('button', { name: 'Studies', exact: true }).click();
    await page
      .getByRole('button', { name: /Under a passphrase|Bangladesh/ })
      .first()
      .click();
    await page.getByLabel('Passphrase').fill('four words of yours');
    await page.keyboard.press('Enter');
    await page.getByText(/That is not the passphrase/).waitFor();
    expect(await inBothThemes(page)).toEqual([]);
    await page.getByLabel('Passphrase').fill(secret);
    await page.keyboard.press('Enter');
    await page.getByRole('gridcell').first().waitFor();

    await command('Put this study under');
    await page.getByRole('button', { name: 'Take the passphrase off' }).click();
    await page.getByText('The study is under no passphrase any more.').waitFor();
    expect(says()).toBe(true);
  });
}
