import type { Page } from 'playwright-core';

/** Names a variable in the dialog's field. */
export async function chooseFrom(page: Page, label: string, variable: string): Promise<void> {
  const field = page.getByRole('dialog').getByRole('combobox', { name: label, exact: true });
  await field.click();
  await field.fill(variable);
  await page.getByRole('option').filter({ hasText: variable }).first().click();
}
