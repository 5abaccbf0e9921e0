import { describe, expect, test } from 'vitest';
import type { SurveyDesign } from '#engine/design/surveyDesign.ts';
import { createSurveyDesign } from '#engine/design/createSurveyDesign.ts';
import { concernShareOf } from '#engine/estimate/concernShare.ts';
import { crosstabOf, type Crosstab } from '#engine/estimate/crosstab.ts';
import type { EstimateOptions } from '#engine/estimate/figures.ts';
import { meanEstimate } from '#engine/estimate/mean.ts';
import { pairOf, type PairInFull } from '#engine/estimate/pair.ts';
import { wholeOf } from '#engine/estimate/share.ts';
import { tallyValues } from '#engine/estimate/valueTable.ts';
import { readCase, readExpected, type Case } from './readCase.ts';

const options: EstimateOptions = { interval: 'logit', level: 0.95, disclosure: 'none' };

interface Output {
  readonly data: string;
  readonly tables: readonly { readonly title: string; readonly rows: readonly string[] }[];
}

/** What PSPP printed, and the survey that it read. */
class Printed {
  readonly survey: Case;
  readonly #tables: Map<string, string[][]>;

  constructor(name: string) {
    const { data, tables } = readExpected<Output>(name);
    this.survey = readCase(data);
    this.#tables = new Map(tables.map(({ title, rows }) => [title, rows.map((row) => row.split(','))]));
  }

  /** A simple sample without weights, as PSPP takes it where there is no WEIGHT BY. */
  get simple(): SurveyDesign {
    const { rowCount, lonelyPsu } = this.survey.input;
    return createSurveyDesign({ rowCount, lonelyPsu, weight: null, strata: null, psu: null, fpc: null });
  }

  get weighted(): SurveyDesign {
    return createSurveyDesign(this.survey.input);
  }

  rows(title: string): string[][] {
    return this.#tables.get(title)!;
  }

  /** The number in the column after the cell that begins so. */
  after(title: string, start: string, column = 1): number {
    const row = this.rows(title).find((cells) => cells.some((cell) => cell.startsWith(start)))!;
    return number(row[row.findIndex((cell) => cell.startsWith(start)) + column]);
  }

  /** Numbers of a crosstab that stand behind `Count`, `Row %`, `Column %` or `Total %`, row by row, totals left out. */
  cells(title: string, what: string): number[] {
    const lines = this.rows(title).filter((row) => row[2] === what);
    return lines.slice(0, -1).flatMap((row) => row.slice(3, -1).map(number));
  }
}

function number(text: string): number {
  return Number(text.replace('%', ''));
}

function expectPercentages(shares: (number | null)[], printed: number[]): void {
  expect(shares.length).toBe(printed.length);
  shares.forEach((share, index) => expect(Math.abs(100 * share! - printed[index])).toBeLessThan(0.0500001));
}

function expectClose(actual: number | null, printed: number): void {
  expect(Math.abs(actual! / printed - 1)).toBeLessThan(1e-10);
}

/** X² of a simple sample: there Rao and Scott's correction is n/(n − 1). */
function pearsonOf({ f, df1 }: { f: number | null; df1: number | null }, n: number): number {
  return (f! * df1! * n) / (n - 1);
}

function expectCrosstab(table: Crosstab, printed: Printed, title: string): void {
  const counts = printed.cells(title, 'Count');
  table.cells.forEach(({ weightedN }, index) => expectClose(weightedN, counts[index]));
  const shares = (of: 'ofTotal' | 'ofRow' | 'ofColumn'): (number | null)[] =>
    table.cells.map((cell) => cell[of].estimate);
  expectPercentages(shares('ofTotal'), printed.cells(title, 'Total %'));
  expectPercentages(shares('ofRow'), printed.cells(title, 'Row %'));
  expectPercentages(shares('ofColumn'), printed.cells(title, 'Column %'));
}

/** PSPP's rows are 0 and 1; ours are neither, want only, fear only, both. */
function expectPair(pair: PairInFull, printed: Printed, title: string): void {
  const cells = [...pair.cells].reverse();
  const counts = printed.cells(title, 'Count');
  cells.forEach(({ weightedN }, index) => expectClose(weightedN, counts[index]));
  expectPercentages(
    cells.map(({ ofTotal }) => ofTotal.estimate),
    printed.cells(title, 'Total %'),
  );
  expectPercentages(
    cells.map(({ ofFear }) => ofFear.estimate),
    printed.cells(title, 'Row %'),
  );
  expectPercentages(
    cells.map(({ ofWant }) => ofWant.estimate),
    printed.cells(title, 'Column %'),
  );
  expectClose(pair.pair.phi.estimate, printed.after('Symmetric Measures', 'Phi'));
  expectClose(pair.pair.oddsRatio!.estimate, printed.after('Risk Estimate', 'Odds Ratio'));
}

describe('as PSPP prints it', () => {
  test('a crosstab of a simple sample: counts, percentages, chi-square', () => {
    const printed = new Printed('pspp-crosstab');
    const { codes } = printed.survey;
    const table = crosstabOf(printed.simple, codes('row'), 3, codes('column'), 3, options);
    expectCrosstab(table, printed, 'row × column');
    const pearson = pearsonOf(table.test, 200);
    expectClose(pearson, printed.after('Chi-Square Tests', 'Pearson'));
    expectClose(Math.sqrt(pearson / 200), printed.after('Symmetric Measures', 'Phi'));
  });

  test('a 2 × 2 table of a simple sample: counts, percentages, chi-square, phi and odds ratio', () => {
    const printed = new Printed('pspp-two-by-two');
    const { indicator } = printed.survey;
    const pair = pairOf(printed.simple, indicator('fear1'), indicator('want1'), options);
    expectPair(pair, printed, 'fear1 × want1');
    expectClose(pearsonOf(pair.pair.test, 200), printed.after('Chi-Square Tests', 'Pearson'));
  });

  test('a weighted crosstab: counts and percentages', () => {
    const printed = new Printed('pspp-weighted-crosstab');
    const { codes } = printed.survey;
    const table = crosstabOf(printed.weighted, codes('row'), 3, codes('column'), 3, options);
    expectCrosstab(table, printed, 'row × column');
  });

  test('a weighted 2 × 2 table with missing answers: counts, percentages, phi and odds ratio', () => {
    const printed = new Printed('pspp-weighted-odds-ratio');
    const { indicator } = printed.survey;
    const pair = pairOf(printed.weighted, indicator('fear1'), indicator('want1'), options);
    expectPair(pair, printed, 'fear1 × want1');
    expectClose(pair.pair.weightedN, printed.after('Summary', 'fear1'));
  });

  test('shares of a filtered part of a simple sample', () => {
    const printed = new Printed('pspp-filtered-frequencies');
    const { codes, indicator } = printed.survey;
    const type = codes('row');
    const names = ['fear1', 'fear2', 'want1', 'want2'];
    names.forEach((name, index) => {
      const elementary = indicator(name).map((state, row) => (type[row] === 0 ? state : 2));
      const { n, share } = concernShareOf(printed.simple, elementary, options);
      expect(n).toBe(printed.after('Statistics', 'Valid', index + 1));
      expectClose(share.estimate, printed.after('Statistics', 'Mean', index + 2));
      expectPercentages([share.estimate], [number(printed.rows(name)[2][4])]);
    });
  });
  test('means, standard deviations and a standard error of a simple sample', () => {
    const printed = new Printed('pspp-means');
    const { codes, numbers } = printed.survey;
    const values = tallyValues(printed.simple, codes('group'), 3, [numbers('y')]);
    const rows = printed.rows('Report').slice(1);
    rows.forEach((row, index) => {
      const inside = Uint8Array.from({ length: 3 }, (_, group) => Number(index === 3 || group === index));
      const { estimate, se, n, sd } = meanEstimate(values, wholeOf(values.table, inside), options);
      expectClose(estimate, number(row[1]));
      if (row[0] === 'Total') expectClose(se, number(row[2]));
      expect(n).toBe(number(row[3]));
      expectClose(sd, number(row[4]));
    });
  });
});
