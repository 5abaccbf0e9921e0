import type { Page } from 'playwright-core';

/** The line under the survey's name, as it begins. */
export const summary = (page: Page, words: RegExp): Promise<void> => page.getByText(words).first().waitFor();

/** A fact of the preview, such as its format. */
export const fact = (page: Page, term: string, value: string): Promise<void> =>
  page.locator('dl div').filter({ hasText: term }).getByText(value, { exact: true }).waitFor();
