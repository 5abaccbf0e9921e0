import type { Page } from 'playwright-core';

/**
 * Milliseconds of processor time that one turn takes where nothing else runs. Found as what the fastest tenth of 400
 * turns stayed under in Chromium 156 on two cores of an AMD EPYC; the very fastest took 6.5.
 */
export const quietMs = 7;

/** Work that is always the same, each turn a task of its own: objects made, sorted and written out, as a page does. */
export function turnYardstick(page: Page, turns: number): Promise<void> {
  return page.evaluate(async (turns) => {
    const work = (): number => {
      let state = 1;
      const things = Array.from({ length: 20_000 }, () => {
        state = (state * 1103515245 + 12345) % 2147483648;
        return { order: state, words: `x${state % 97}` };
      });
      things.sort((one, other) => one.order - other.order);
      return things.map(({ words }) => words).join('').length;
    };
    for (let turn = 0; turn < turns; turn++)
      await new Promise<void>((resolve) => setTimeout(() => resolve(void work())));
  }, turns);
}
