import type { Locator, Page } from 'playwright-core';

/** Goes on with a key until the focus is there: fails where the keyboard does not lead to it. */
export async function goTo(page: Page, place: Locator, key = 'Tab', atMost = 60): Promise<void> {
  const isThere = (): Promise<boolean> => place.evaluate((element) => element === document.activeElement);
  for (let pressed = 0; pressed < atMost; pressed++) {
    if (await isThere()) return;
    await page.keyboard.press(key);
  }
  if (await isThere()) return;
  throw new Error(`${atMost} times ${key} do not lead to ${String(place)}`);
}
