import type { Page } from 'playwright-core';

/** Finds a variable by its name in a field and takes it with Enter. */
export async function chooseVariable(page: Page, label: string, variable: string): Promise<void> {
  const field = page.getByRole('combobox', { name: label, exact: true });
  await field.click();
  await field.fill(variable);
  await page
    .getByRole('option')
    .filter({ has: page.getByText(variable, { exact: true }) })
    .first()
    .click();
}
