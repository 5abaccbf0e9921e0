import { existsSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { ratioOf } from '#engine/estimate/ratio.ts';
import { wholeOf } from '#engine/estimate/share.ts';
import { compareColumns, type ComparedColumn } from '#engine/inference/compareColumns.ts';
import { ratioTest } from '#engine/inference/contrast.ts';
import { satterthwaiteDf, type VarianceOfSide } from '#engine/inference/satterthwaiteDf.ts';
import { trendOver } from '#engine/inference/trend.ts';
import { tally } from '#engine/tally/tally.ts';
import { varianceOf } from '#engine/tally/variance.ts';
import type { Statistic } from '#engine/tally/statistic.ts';
import { differences } from './differences.ts';
import { readCase, readExpected } from './readCase.ts';

interface Expected {
  readonly columns?: readonly ExpectedRow[] | null;
  readonly global?: object | null;
}

interface ExpectedRow {
  readonly comparisons: readonly {
    readonly a: number;
    readonly b: number;
    readonly difference: number;
    readonly se: number;
    readonly df: number;
    readonly p: number;
    readonly adjusted: number;
    readonly bh: number;
  }[];
  readonly trend: object | null;
  readonly ratio: { readonly a: number; readonly b: number } | null;
}

const folder = new URL('./cases/', import.meta.url);
const situations = readdirSync(folder).filter(
  (name) =>
    existsSync(new URL(`${name}/data.csv`, folder)) && Array.isArray(readExpected<Expected>(name).columns),
);

describe.each(situations)('%s, as svycontrast on svytotal', (name) => {
  const { expected, design, codes } = readCase(name);
  const { columns } = readExpected<Expected>(name);
  const { rowCount, columnCount } = expected.roles;
  const rowOf = codes('row');
  const columnOf = codes('column');
  const cells = rowOf.map((row, index) =>
    row < 0 || columnOf[index] < 0 ? -1 : row * columnCount + columnOf[index],
  );
  const table = tally(design, cells, rowCount * columnCount);
  const part = (inside: (cell: number) => boolean): Uint8Array =>
    Uint8Array.from({ length: rowCount * columnCount }, (_, cell) => Number(inside(cell)));
  const shareOf = (row: number, column: number): Statistic =>
    ratioOf(
      table,
      part((cell) => cell === row * columnCount + column),
      part((cell) => cell % columnCount === column),
    );
  const { level } = expected.options;
  const dfs = Array.from(
    { length: columnCount },
    (_, column) =>
      wholeOf(
        table,
        part((cell) => cell % columnCount === column),
      ).df,
  );
  const onLogScale = (share: Statistic, column: number): VarianceOfSide => ({
    variance: varianceOf(table, share) / share.estimate ** 2,
    df: dfs[column],
  });

  test('shares of each row, column beside column', () => {
    columns!.forEach((answers, row) => {
      const shares = Array.from({ length: columnCount }, (_, column) => shareOf(row, column));
      const varied = shares.map((one, column): ComparedColumn | null =>
        one.estimate > 1e-12 && one.estimate < 1 - 1e-12 ? { statistic: one, df: dfs[column] } : null,
      );
      const holmed = answers.comparisons.map(({ a, b, difference, se, df, p, adjusted }) => ({
        a,
        b,
        difference,
        se,
        df,
        p,
        adjusted,
      }));
      expect(differences(compareColumns(table, varied).comparisons, holmed)).toEqual([]);
      const discovered = answers.comparisons.map(({ bh, ...rest }) => ({ ...rest, adjusted: bh }));
      expect(differences(compareColumns(table, varied, { adjust: 'bh' }).comparisons, discovered)).toEqual(
        [],
      );
      const { ratio, trend } = answers;
      if (ratio) {
        const { a, b, ...figures } = ratio;
        const df = satterthwaiteDf(onLogScale(shares[a], a), onLogScale(shares[b], b), table.df);
        expect(differences(ratioTest(table, shares[a], shares[b], level, df), figures)).toEqual([]);
      }
      if (trend) {
        const there = shares.map((one) => (Number.isNaN(one.estimate) ? null : one));
        expect(differences(trendOver(table, there, level), trend)).toEqual([]);
      }
    });
  });
});
