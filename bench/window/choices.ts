import type { Locator, Page } from 'playwright-core';

/** A choice that a user makes: what is done before, and what is done and measured, the n-th time. */
export interface Choice {
  readonly room: string;
  readonly name: string;
  readonly before?: (page: Page) => Promise<void>;
  /** Brings the pointer or the focus there; not measured. */
  readonly reach?: (page: Page, time: number) => Promise<void>;
  readonly make: (page: Page, time: number) => Promise<void>;
  /** Where the answer shows, if not anywhere in the room. */
  readonly watched?: string;
  /** Can be made in one round after the other, each time after `before`. */
  readonly inRounds?: boolean;
  /** What has to be there before the first of many rounds. */
  readonly beforeRounds?: (page: Page) => Promise<void>;
}

const radio = (page: Page, name: string): Locator => page.getByRole('radio', { name, exact: true });
const oneOf =
  <Value>(...values: readonly Value[]) =>
  (time: number): Value =>
    values[time % values.length];

const option = (page: Page, name: string): Locator => page.getByRole('option', { name }).first();

/** Opens a list with the keyboard: a picture that is still being drawn may move the field, which closes its list. */
async function openList(page: Page, label: string, wanted: string): Promise<void> {
  const field = page.getByRole('combobox', { name: label, exact: true });
  await field.focus();
  while (!(await option(page, wanted).isVisible())) {
    if ((await field.getAttribute('aria-expanded')) !== 'true') await field.press('ArrowDown');
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
  }
}

async function findVariable(page: Page, label: string, variable: string): Promise<void> {
  const field = page.getByRole('combobox', { name: label, exact: true });
  await field.click();
  await field.fill(variable);
  await variableOption(page, variable).waitFor();
}
const variableOption = (page: Page, variable: string): Locator =>
  page
    .getByRole('option')
    .filter({ has: page.getByText(variable, { exact: true }) })
    .first();

/** Chooses the variable that groups are made of. */
const grouped = (room: string, name: string, label: string, before?: Choice['before']): Choice => {
  const variable = oneOf('Q040', 'Q041');
  return {
    room,
    name,
    before,
    reach: (page, time) => findVariable(page, label, variable(time)),
    make: (page, time) => variableOption(page, variable(time)).click(),
  };
};

/** Three variables by a fourth. */
async function smallTable(page: Page): Promise<void> {
  for (const variable of ['Q040', 'Q041', 'Q042']) {
    await page.getByRole('searchbox').fill(variable);
    await page.getByRole('option', { selected: true }).getByText(variable, { exact: true }).first().waitFor();
    await page.keyboard.press('Shift+Enter');
  }
  await page.getByRole('searchbox').fill('stratum');
  await page.keyboard.press('Enter');
}

const measure = oneOf('Odds ratio', 'Both', 'Want among the fearful', 'Both', 'φ', 'Lift');
const order = oneOf('In blocks', 'By share');
const share = oneOf('% of row', '% of column');
const letters = oneOf('Letters (Holm)', 'No letters');
const picture = oneOf('Bars beside each other', 'Dots with intervals', 'Heatmap', 'Stacked bars');
const tableVariable = (time: number): string => `Q${String(50 + time).padStart(3, '0')}`;

export const choices: readonly Choice[] = [
  {
    room: 'Fear × Want',
    name: 'another measure',
    inRounds: true,
    before: (page) => radio(page, 'Pairs').click(),
    make: (page, time) => radio(page, measure(time)).click(),
  },
  {
    room: 'Fear × Want',
    name: 'another order',
    inRounds: true,
    reach: (page, time) => openList(page, 'Order', order(time)),
    make: (page, time) => option(page, order(time)).click(),
  },
  {
    room: 'Fear × Want',
    name: 'a pair clicked',
    make: (page, time) =>
      page
        .getByRole('gridcell')
        .nth(22 + 3 * time)
        .click(),
  },
  {
    ...grouped('Fear × Want', 'the pair by a group', 'Choose a variable'),
    watched: '[aria-label="Pair"]',
  },
  {
    ...grouped('Fear × Want', 'four categories side by side', 'Compare groups', (page) =>
      page.keyboard.press('Escape'),
    ),
  },
  {
    ...grouped('Fear × Want', 'the two freedoms, by a group', 'By group'),
    inRounds: true,
    before: async (page) => {
      await radio(page, 'Two freedoms').click();
      await page.getByRole('combobox', { name: 'By group' }).waitFor();
    },
  },
  {
    room: 'Tables',
    name: 'a variable more in the rows',
    before: smallTable,
    reach: async (page, time) => {
      await page.getByRole('searchbox').fill(tableVariable(time));
      await page
        .getByRole('option', { selected: true })
        .getByText(tableVariable(time), { exact: true })
        .first()
        .waitFor();
    },
    make: (page) => page.keyboard.press('Enter'),
  },
  {
    room: 'Tables',
    name: 'shares of the row, of the column',
    inRounds: true,
    beforeRounds: smallTable,
    make: (page, time) => radio(page, share(time)).click(),
  },
  {
    room: 'Tables',
    name: 'letters, none',
    inRounds: true,
    reach: (page, time) => openList(page, 'Letters', letters(time)),
    make: (page, time) => option(page, letters(time)).click(),
  },
  {
    room: 'Tables',
    name: 'another kind of picture',
    before: async (page) => {
      await radio(page, 'Picture').click();
      await page.getByRole('combobox', { name: 'Picture', exact: true }).waitFor();
    },
    reach: (page, time) => openList(page, 'Picture', picture(time)),
    make: (page, time) => option(page, picture(time)).click(),
  },
  {
    room: 'Priorities',
    name: 'severity, ranking',
    inRounds: true,
    make: (page, time) => radio(page, oneOf('Severity and prevalence', 'Ranking')(time)).click(),
  },
  {
    room: 'Priorities',
    name: 'one freedom, all',
    inRounds: true,
    make: (page, time) => radio(page, oneOf('Fear', 'All')(time)).click(),
  },
  {
    ...grouped('Priorities', 'by a group', 'By group', (page) => radio(page, 'Ranking').click()),
    inRounds: true,
  },
  {
    room: 'Concerns',
    name: 'a code ticked',
    inRounds: true,
    make: (page) => page.getByRole('listitem').first().getByRole('checkbox', { name: /^2 / }).click(),
    watched: 'main li .share',
  },
  {
    room: 'Survey',
    name: 'another variable shown',
    before: async (page) => {
      await page.getByRole('tab', { name: /^Variables/ }).click();
      await page.getByRole('searchbox').fill('item 1');
    },
    make: (page, time) =>
      page
        .getByRole('option')
        .nth(2 + (time % 5))
        .click(),
  },
];
