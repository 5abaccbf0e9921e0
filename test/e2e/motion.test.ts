import type { Page } from 'playwright-core';
import { afterAll, expect, test } from 'vitest';
import { closeChromium } from './harness/chromium.ts';
import { walkRooms } from './harness/walkRooms.ts';
import { room } from './harness/walk.ts';
import { launch } from './launch.ts';

afterAll(closeChromium);

test('where motion is to be reduced nothing moves, in any room', async () => {
  const running = await launch('browser', { args: ['--sample=benin'] });
  const { page } = running;
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await walkRooms(page, async (where) => {
    expect.soft(await moving(page), where).toEqual([]);
  });

  // A picture is painted once, and not towards its end in many frames.
  await room(page, 'Fear × Want');
  await page.getByRole('radio', { name: 'Pairs' }).click();
  await page.getByRole('radio', { name: 'Chart', exact: true }).click();
  await page.getByRole('gridcell').first().waitFor();
  expect(await paintsOf(page, 'Odds ratio')).toBeLessThanOrEqual(2);
  await running.close();
});

test('where the system chooses the colours, the focus and what is chosen can be seen', async () => {
  const running = await launch('browser', { args: ['--sample=benin'] });
  const { page } = running;
  await page.emulateMedia({ forcedColors: 'active' });
  await page.getByRole('gridcell').first().waitFor();
  await page.getByRole('button', { name: 'Survey' }).focus();
  for (let step = 0; step < 12; step++) {
    await page.keyboard.press('Tab');
    expect(await outlineOfFocus(page)).toMatch(/^(solid|auto) [1-9]/);
  }
  const chosen = page.getByRole('radio', { name: 'Both', exact: true });
  expect(await chosen.evaluate((radio) => getComputedStyle(radio).outlineStyle)).toBe('solid');
  await page.getByRole('combobox', { name: 'Order' }).click();
  const option = page.getByRole('option', { selected: true });
  expect(await option.evaluate((one) => getComputedStyle(one).outlineStyle)).toBe('solid');
  await running.close();
});

/** Elements that move, or would with the next change. */
function moving(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('*')].flatMap((element) => {
      const { animationName, animationDuration, transitionDuration } = getComputedStyle(element);
      const still =
        (animationName === 'none' || animationDuration === '0s') &&
        transitionDuration.split(', ').every((one) => one === '0s') &&
        element.getAnimations().length === 0;
      return still ? [] : [`${element.tagName} ${element.className}`];
    }),
  );
}

/** Frames in which a canvas was painted, up to the twentieth after the measure was chosen. */
function paintsOf(page: Page, measure: string): Promise<number> {
  return page.evaluate(async (measure) => {
    const frame = (): Promise<number> => new Promise(requestAnimationFrame);
    const frames = new Set<number>();
    let now = await frame();
    const { clearRect } = CanvasRenderingContext2D.prototype;
    CanvasRenderingContext2D.prototype.clearRect = function (...box) {
      frames.add(now);
      clearRect.apply(this, box);
    };
    const radios = [...document.querySelectorAll<HTMLElement>('[role=radio]')];
    radios.find((radio) => radio.textContent?.trim() === measure)?.click();
    for (let count = 0; count < 20; count++) now = await frame();
    return frames.size;
  }, measure);
}

/** Of what has the focus, or of the field around it that shows it. */
function outlineOfFocus(page: Page): Promise<string> {
  return page.evaluate(() => {
    for (let element = document.activeElement; element; element = element.parentElement) {
      const { outlineStyle, outlineWidth } = getComputedStyle(element);
      if (outlineStyle !== 'none') return `${outlineStyle} ${outlineWidth}`;
    }
    return `none: ${document.activeElement?.outerHTML.slice(0, 120)}`;
  });
}
