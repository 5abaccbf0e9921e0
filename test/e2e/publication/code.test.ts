import { afterAll, expect, test } from 'vitest';
import { closeChromium } from '../harness/chromium.ts';
import { room } from '../harness/walk.ts';
import { launch } from '../launch.ts';

/** Beneath a result stands the script that computes it again. */

afterAll(closeChromium);

test('the code of the matrix is shown in R and in Stata, and copied', async () => {
  const running = await launch('browser', { args: ['--sample=benin'] });
  const { page } = running;
  try {
    await room(page, 'Fear × Want');
    await page.getByRole('button', { name: 'Show the code…' }).first().click();
    const dialog = page.getByRole('dialog', { name: 'The code behind this result' });
    const script = dialog.locator('pre');
    await script.filter({ hasText: 'svydesign(ids = ~psu, strata = ~stratum' }).waitFor();
    await dialog.getByRole('button', { name: 'Copy' }).click();
    await page.getByText('The code is on the clipboard.').first().waitFor({ state: 'attached' });
    expect(await page.evaluate(() => document.getSelection()?.toString().includes('library(survey)'))).toBe(
      true,
    );
    await dialog.getByRole('radio', { name: 'Stata' }).click();
    await script.filter({ hasText: 'svyset lf_psu [pweight = lf_weight]' }).waitFor();
  } finally {
    await running.close();
  }
});
