import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startServe } from '../test/e2e/harness/browser.ts';
import { launchChromium } from '../test/e2e/harness/chromium.ts';
import { room } from '../test/e2e/harness/walk.ts';
import { palettePng } from './palettePng.mjs';
import { root } from './runtime.mjs';

/** Each picture: its sample, how the window looks, and the way there. The same ones on every run. */
const pictures = [
  {
    name: 'fear-want',
    sample: 'benin',
    async reach(page) {
      await room(page, 'Fear × Want');
      await page.getByRole('radio', { name: 'Odds ratio' }).click();
      await page.getByRole('grid', { name: 'Fear by want: Odds ratio' }).waitFor();
    },
  },
  {
    name: 'pair',
    sample: 'bangladesh',
    async reach(page) {
      await room(page, 'Fear × Want');
      await page
        .getByRole('gridcell', { name: /violence against women/i })
        .first()
        .click();
      await page.getByRole('heading', { name: 'The four groups' }).waitFor();
    },
  },
  {
    name: 'freedoms',
    sample: 'benin',
    async reach(page) {
      await room(page, 'Fear × Want');
      await page.getByRole('radio', { name: 'Two freedoms' }).click();
      await page.getByRole('heading', { name: 'How many concerns people have' }).waitFor();
      await select(page, 'Fear: concerns that it takes', 'Fear: at least 4 of 10');
      await select(page, 'Want: concerns that it takes', 'Want: at least 5 of 10');
      await choose(page, 'By group', 'departement');
      await page.getByText('Atacora').first().waitFor({ state: 'attached' });
    },
  },
  {
    name: 'tables',
    sample: 'bangladesh',
    async reach(page) {
      await room(page, 'Tables');
      for (const [variable, keys] of [
        ['prob_poverty', 'Enter'],
        ['prob_food', 'Enter'],
        ['residence', 'Shift+Enter'],
        ['sex', 'Shift+Enter'],
      ]) {
        const search = page.getByRole('searchbox');
        await search.fill(variable);
        await page
          .getByRole('option', { selected: true })
          .getByText(variable, { exact: true })
          .first()
          .waitFor();
        await search.press(keys);
      }
      await page.getByRole('searchbox').fill('');
      await page.getByRole('radio', { name: 'Both' }).click();
      await page.getByRole('img', { name: /The table holds its numbers/ }).waitFor();
    },
  },
  {
    name: 'priorities',
    sample: 'bangladesh',
    async reach(page) {
      await room(page, 'Priorities');
      await page.getByRole('list', { name: 'Concerns by share' }).getByRole('button').first().waitFor();
    },
  },
  {
    name: 'severity-dark',
    sample: 'benin',
    colorScheme: 'dark',
    async reach(page) {
      await room(page, 'Priorities');
      await page.getByRole('radio', { name: 'Severity and prevalence' }).click();
      await page.getByRole('radio', { name: 'Severity and prevalence', checked: true }).waitFor();
    },
  },
  {
    name: 'survey',
    sample: 'benin',
    async reach(page) {
      await room(page, 'Survey');
      await page.getByRole('tab', { name: /^Variables/ }).click();
      await page.getByRole('searchbox').fill('préoccupation');
      await page.getByRole('option').nth(1).click();
      await page.getByRole('table').first().waitFor();
    },
  },
];

const most = 150_000;
const folder = join(root, 'docs', 'gallery');
mkdirSync(folder, { recursive: true });
const browser = await launchChromium(['--force-color-profile=srgb', '--font-render-hinting=none']);
try {
  for (const picture of pictures) console.log(await take(picture));
} finally {
  await browser.close();
}

async function take({ name, sample, colorScheme = 'light', reach }) {
  const server = await startServe({ args: [`--sample=${sample}`] });
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    colorScheme,
    reducedMotion: 'reduce',
    locale: 'en-GB',
  });
  const page = await context.newPage();
  page.setDefaultTimeout(120_000);
  await page.goto(server.address);
  await reach(page);
  await settled(page);
  const taken = await page.screenshot({ caret: 'hide', animations: 'disabled' });
  await context.close();
  await server.stop('SIGINT');
  server.work.remove();
  const picture = palettePng(...(await pixelsOf(taken)));
  writeFileSync(join(folder, `${name}.png`), picture);
  if (picture.length > most) throw new Error(`${name}.png has ${picture.length} bytes, more than ${most}`);
  return `docs/gallery/${name}.png ${Math.round(picture.length / 1000)} kB`;
}

/** Bytes of red, green, blue and alpha, width and height. The browser reads the picture, for nothing else here does. */
async function pixelsOf(png) {
  const page = await browser.newPage();
  const { bytes, width, height } = await page.evaluate(
    async (address) => {
      const image = new Image();
      image.src = address;
      await image.decode();
      const canvas = new OffscreenCanvas(image.width, image.height);
      const context = canvas.getContext('2d');
      context.drawImage(image, 0, 0);
      const { data, width, height } = context.getImageData(0, 0, image.width, image.height);
      return { bytes: new Uint8Array(data.buffer).toBase64(), width, height };
    },
    `data:image/png;base64,${png.toString('base64')}`,
  );
  await page.close();
  return [new Uint8Array(Buffer.from(bytes, 'base64')), width, height];
}

/** Nobody is asked any more, the letters are there, the pointer is away, and twenty frames have gone by unchanged. */
async function settled(page) {
  await page.mouse.move(1439, 899);
  await page.locator('main [aria-busy="true"]').waitFor({ state: 'detached' });
  await page.evaluate(async () => {
    document.activeElement?.blur();
    await document.fonts.ready;
    let changed = true;
    const observer = new MutationObserver(() => (changed = true));
    observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
    for (let still = 0; still < 20; still++) {
      await new Promise(requestAnimationFrame);
      if (changed) still = 0;
      changed = false;
    }
    observer.disconnect();
  });
}

async function choose(page, label, variable) {
  const field = page.getByRole('combobox', { name: label });
  await field.click();
  await field.fill(variable);
  await page
    .getByRole('option')
    .filter({ has: page.getByText(variable, { exact: true }) })
    .first()
    .click();
}

async function select(page, label, option) {
  await page.getByRole('combobox', { name: label }).click();
  await page.getByRole('option', { name: option }).click();
}
