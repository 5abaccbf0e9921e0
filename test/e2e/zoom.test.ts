import type { Page } from 'playwright-core';
import { afterAll, expect, test } from 'vitest';
import { closeChromium } from './harness/chromium.ts';
import { walkRooms } from './harness/walkRooms.ts';
import { launch } from './launch.ts';

/** Zoom makes the page's own pixels larger: 1440 × 900 at 125 and 200 per cent has room for so many of them. */
const sizes = [
  { name: '125 %', width: 1152, height: 720 },
  { name: '200 %', width: 720, height: 450 },
  { name: 'a small window', width: 1024, height: 700 },
];

afterAll(closeChromium);

test.each(sizes)('at $name nothing is cut or out of reach', async ({ width, height }) => {
  const running = await launch('browser', { args: ['--sample=benin'] });
  const { page } = running;
  await page.setViewportSize({ width, height });
  await walkRooms(page, async (where) => {
    expect.soft(await outOfReach(page), where).toEqual([]);
  });
  await running.close();
});

/**
 * What cannot be seen or used at this size: a page that scrolls sideways, controls outside the window whose own boxes do
 * not scroll to them, controls too narrow to be hit, headings and buttons whose words are cut.
 */
function outOfReach(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    const name = (element: Element): string =>
      `${element.tagName.toLowerCase()} “${(element.getAttribute('aria-label') ?? element.textContent ?? '').trim().slice(0, 40)}”`;
    const { clientWidth: width, clientHeight: height, scrollWidth } = document.documentElement;
    if (scrollWidth > width) found.push(`the page is ${scrollWidth} wide in ${width}`);

    const scrolls = (element: Element, axis: 'X' | 'Y'): boolean =>
      /auto|scroll/.test(getComputedStyle(element)[`overflow${axis}`]);
    /** The part of the window in which it can be brought: nearest boxes that hide what is beyond them and do not scroll. */
    const reachable = (element: Element): boolean => {
      const box = element.getBoundingClientRect();
      const free = { X: false, Y: false };
      for (let around = element.parentElement; around; around = around.parentElement) {
        const edge = around.getBoundingClientRect();
        for (const axis of ['X', 'Y'] as const) {
          if (free[axis]) continue;
          if (scrolls(around, axis)) free[axis] = edge.width > 96 && edge.height > 96;
          else if (getComputedStyle(around)[`overflow${axis}`] !== 'visible') {
            const [low, high, from, to] =
              axis === 'X'
                ? [box.left, box.right, edge.left, edge.right]
                : [box.top, box.bottom, edge.top, edge.bottom];
            if (low < from - 2 || high > to + 2) return false;
          }
        }
        if (getComputedStyle(around).position === 'fixed') break;
      }
      const across = free.X || (box.left >= -1 && box.right <= width + 1);
      return across && (free.Y || (box.top >= -1 && box.bottom <= height + 1));
    };

    const veiled = document.querySelector('[role=dialog][data-state=open], [aria-modal=true]');
    const within = veiled ?? document.body;
    const visible = (element: Element): boolean =>
      element.checkVisibility({ visibilityProperty: true }) && element.getClientRects().length > 0;
    const unseen = (element: Element): boolean =>
      element.closest('.visually-hidden, [aria-hidden=true]') !== null ||
      getComputedStyle(element).clipPath !== 'none';
    const controls =
      'button, input:not([type=file]), select, textarea, [role=tab], [role=radio], [role=checkbox]';
    for (const control of within.querySelectorAll(controls)) {
      if (!visible(control) || unseen(control)) continue;
      const { width: wide, height: high } = control.getBoundingClientRect();
      if (wide < 12 || high < 12) found.push(`${name(control)} is ${Math.round(wide)} × ${Math.round(high)}`);
      else if (control.matches('input:not([type=checkbox]):not([type=radio])') && wide < 96)
        found.push(`${name(control)} has ${Math.round(wide)} for its words`);
      else if (!reachable(control)) found.push(`${name(control)} is out of reach`);
    }
    /** A line that ends in an ellipsis says that it goes on; words cut without one are lost. */
    const endsInEllipsis = (element: Element, { textOverflow }: CSSStyleDeclaration): boolean =>
      textOverflow === 'ellipsis' &&
      [...element.children].every((child) => getComputedStyle(child).display === 'inline');
    for (const words of within.querySelectorAll('*')) {
      const style = getComputedStyle(words);
      if (!/hidden|clip/.test(style.overflowX) || words.scrollWidth <= words.clientWidth + 1) continue;
      if (!visible(words) || unseen(words) || endsInEllipsis(words, style)) continue;
      if ((words.textContent ?? '').trim() !== '') found.push(`${name(words)} is cut`);
    }
    return found;
  });
}
