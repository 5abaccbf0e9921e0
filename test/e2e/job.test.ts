import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, expect, test } from 'vitest';
import type { Estimate } from '#contract/estimate.ts';
import type { MatrixResult } from '#contract/matrix.ts';
import { built, root, sharedSurvey } from './harness/built.ts';
import { closeChromium } from './harness/chromium.ts';
import { eventually } from './harness/eventually.ts';
import { numbersIn, shows } from './harness/numbersIn.ts';
import { importFile, room, setRole, tag, type Rules } from './harness/walk.ts';
import { launch, settings } from './launch.ts';

interface Job {
  readonly file: string;
  readonly rows: string;
  readonly roles: Readonly<Record<string, string>>;
  readonly terminalRoles: readonly string[];
  readonly missing: string;
  readonly fear: Rules;
  readonly want: Rules;
}

const tunisia = sharedSurvey('tun_r7_data.sav');
const job: Job = tunisia
  ? {
      file: tunisia,
      rows: '1,199',
      roles: { Weight: 'withinwt' },
      terminalRoles: ['--weight', 'withinwt'],
      missing: '*=-1,8,9',
      fear: { Q10A: [3, 4], Q10B: [3, 4], Q11A: [1, 2, 3], Q11B: [1, 2, 3], Q40: [0, 1] },
      want: { Q8A: [3, 4], Q8B: [3, 4], Q8C: [3, 4], Q8D: [3, 4], Q8E: [3, 4] },
    }
  : {
      file: join(root, 'samples', 'bangladesh.sav'),
      rows: '2,000',
      roles: { Weight: 'weight', Strata: 'stratum', 'Clusters (PSU)': 'psu' },
      terminalRoles: ['--weight', 'weight', '--strata', 'stratum', '--psu', 'psu'],
      missing: '*=8,9',
      fear: { prob_robbery: [3], prob_drugs: [3], prob_extortion: [3], safe_dark: [3, 4] },
      want: { prob_poverty: [3], prob_food: [3], prob_water: [3] },
    };
if (!tunisia)
  console.log('the shared survey files are not here: the job is done on a teaching survey instead');

const rules = (concerns: Rules): string[] =>
  Object.entries(concerns).map(([name, codes]) => `${name}=${codes.join(',')}`);

/** The same question, asked of the same file in the terminal. */
const terminal = JSON.parse(
  execFileSync(
    process.execPath,
    [
      ...[built.terminal, 'matrix', job.file, '--fear', ...rules(job.fear), '--want', ...rules(job.want)],
      ...[...job.terminalRoles, '--missing', job.missing, '--json'],
    ],
    { encoding: 'utf8', maxBuffer: 2 ** 26 },
  ),
) as MatrixResult;

afterAll(closeChromium);

test.each(settings)('from a survey file to a pair of concerns: %s', async (setting) => {
  const running = await launch(setting);
  const { page } = running;
  await importFile(running, job.file, basename(job.file));
  await eventually(() => page.getByText(`${job.rows} respondents`).count()).toBe(1);

  await page.getByRole('button', { name: /^Mark all in \d+ variables?$/ }).click();
  await page.getByText('All of them are marked.').waitFor();
  for (const [role, variable] of Object.entries(job.roles)) await setRole(page, role, variable);
  await page.getByRole('button', { name: /^Weighted/ }).waitFor();

  await room(page, 'Concerns');
  await tag(page, 'Fear', job.fear);
  await tag(page, 'Want', job.want);
  await page.getByText('Saved', { exact: true }).waitFor();

  await room(page, 'Fear × Want');
  await eventually(() => page.getByRole('gridcell').count()).toBe(terminal.pairs.length);
  await matrixShows(page, 'Both', ({ both }) => both);
  await matrixShows(page, 'Want among the fearful', ({ wantGivenFear }) => wantGivenFear);
  await matrixShows(page, 'φ', ({ phi }) => phi);

  for (const pair of [terminal.pairs[0], strongest(terminal)]) await pairShows(page, pair);

  expect(readdirSync(running.studies).filter((name) => name.endsWith('.lfstudy'))).toHaveLength(1);
  expect(running.outside()).toEqual([]);
  await running.close();
});

type Interval = Pick<Estimate, 'estimate' | 'ciLow' | 'ciHigh'>;
const interval = ({ estimate, ciLow, ciHigh }: Interval) => [estimate, ciLow, ciHigh];

type Pair = MatrixResult['pairs'][number];

function strongest({ pairs }: MatrixResult): Pair {
  return pairs.toSorted((one, other) => (other.phi.estimate ?? 0) - (one.phi.estimate ?? 0))[0];
}

const cellOf = (page: Page, { fear, want }: Pair) => page.locator(`[data-pair="${fear}|${want}"]`);

async function matrixShows(page: Page, measure: string, figure: (pair: Pair) => Interval): Promise<void> {
  await page
    .getByRole('radiogroup', { name: 'Measure' })
    .getByRole('radio', { name: measure, exact: true })
    .click();
  await page.getByRole('grid', { name: `Fear by want: ${measure}` }).waitFor();
  for (const pair of terminal.pairs) {
    const words = (await cellOf(page, pair).getAttribute('aria-label')) ?? '';
    figuresShow(asPercents(words.split(`: ${measure} `)[1]), interval(figure(pair)));
    expect(words.endsWith('may be chance')).toBe((pair.test.q ?? 0) >= 0.05);
  }
}

async function pairShows(page: Page, pair: Pair): Promise<void> {
  await cellOf(page, pair).click();
  const panel = page.getByRole('complementary', { name: 'Pair' });
  await panel.getByRole('heading', { name: 'The four groups' }).waitFor();
  const row = (name: string): Promise<string> =>
    panel.locator('dt', { hasText: name }).locator('xpath=following-sibling::dd[1]').innerText();

  const withFear = await panel.getByText('with the fear', { exact: true }).locator('xpath=..').innerText();
  figuresShow(asPercents(withFear), interval(pair.wantGivenFear));
  const inWant = await panel.getByText('in want', { exact: true }).locator('xpath=..').innerText();
  figuresShow(asPercents(inWant), interval(pair.fearGivenWant));
  const both = await panel.getByRole('cell', { name: '% of all' }).first().innerText();
  figuresShow(both.split('\n')[0], [pair.both.estimate]);

  if (pair.oddsRatio) figuresShow(await row('Odds ratio'), interval(pair.oddsRatio));
  figuresShow(await row('φ'), interval(pair.phi));
  figuresShow(await row('Lift'), interval(pair.lift));
  const { df1, df2, f, p, q } = pair.test;
  figuresShow(await row('Test of independence'), [df1, df2, f, p, q]);
  const count = await panel.getByText('with a valid answer to both').innerText();
  figuresShow(count, [pair.n]);
}

/** `78% (74–82)`: the bounds are per cents too. */
const asPercents = (text: string): string => text.replace(/\(([\d.]+)–([\d.]+)\)/, '($1% $2%)');

function figuresShow(text: string, exact: readonly (number | null)[]): void {
  const shown = numbersIn(text.replaceAll('–', ' '));
  expect(shown, text).toHaveLength(exact.length);
  exact.forEach((value, index) => {
    expect(value !== null && shows(shown[index], value), `“${text}” shows ${value}`).toBe(true);
  });
}
