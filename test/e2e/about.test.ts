import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { root } from './harness/built.ts';
import { closeChromium } from './harness/chromium.ts';
import { inBothThemes } from './harness/inBothThemes.ts';
import { launch, settings } from './launch.ts';

afterAll(closeChromium);

const { version, dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  version: string;
  dependencies: Readonly<Record<string, string>>;
};

for (const setting of settings) {
  test(`what the program is made of stands in the About box, each part with its licence: ${setting}`, async () => {
    const { page } = await launch(setting);
    await page.getByRole('button', { name: 'About Larger Freedom' }).click();
    const about = page.getByRole('dialog', { name: 'About Larger Freedom' });
    await about.getByText(`Version ${version}`, { exact: true }).waitFor();
    const parts = await about.locator('summary').allTextContents();
    for (const [name, wanted] of Object.entries(dependencies))
      expect(parts.filter((part) => part.startsWith(`${name} ${wanted}, `))).toHaveLength(1);
    for (const name of ['vue', 'echarts', 'zrender', '@fontsource-variable/inter'])
      expect(parts.filter((part) => part.startsWith(`${name} `))).toHaveLength(1);
    expect(parts.filter((part) => /undefined|null/.test(part))).toEqual([]);

    const echarts = about.locator('details', { hasText: /^echarts / });
    await echarts.locator('summary').click();
    await echarts.getByText('Apache License').first().waitFor();
    expect(await inBothThemes(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await about.waitFor({ state: 'detached' });
  });
}
