import { covarianceOfStatistics } from '../tally/covarianceOfStatistics.ts';
import type { Statistic } from '../tally/statistic.ts';
import type { Tally } from '../tally/talliedTable.ts';
import { twoSidedT } from './distributions.ts';
import { benjaminiHochberg, holm } from './multiplicity.ts';
import { satterthwaiteDf } from './satterthwaiteDf.ts';

export type Adjustment = 'holm' | 'bh' | 'none';

export interface LetterOptions {
  /** Over the comparisons of one row; `holm` where it is left out. */
  readonly adjust?: Adjustment;
  /** Upper-case letters where the adjusted p is below; .05 where it is left out. */
  readonly alpha?: number;
  /** Lower-case letters where it is below this only; none where it is left out. */
  readonly weakAlpha?: number;
}

/** An estimate of one column with the degrees of freedom of those in it. */
export interface ComparedColumn {
  readonly statistic: Statistic;
  readonly df: number;
}

/** Column `a` beside column `b`, a < b. */
export interface ColumnComparison {
  readonly a: number;
  readonly b: number;
  readonly difference: number;
  readonly se: number;
  readonly df: number;
  readonly p: number;
  readonly adjusted: number;
}

export interface ComparedColumns {
  readonly comparisons: ColumnComparison[];
  /** For each column the letters of those that it is significantly higher than; '' for none. */
  readonly letters: string[];
}

/**
 * Compares an estimate (the share of one row category, a mean) between the columns of a table, each
 * with each: t = (x_a − x_b)/se on Satterthwaite's degrees of freedom from those of the two columns, at most the
 * table's (`satterthwaiteDf`), se from the joint covariance V_aa + V_bb − 2·V_ab, as
 * the columns of one sample share PSUs (R's `svycontrast` on `svyby(..., covmat = TRUE)`), p-values
 * adjusted over all pairs of the row (Holm 1979, Benjamini and Hochberg 1995; R's `p.adjust`).
 *
 * Letters as in comparison tables of SPSS Custom Tables and Displayr: the first column is A, and the
 * higher column gets the letter of the lower. Unlike theirs the test is not on pooled simple-sample
 * proportions. As theirs, columns whose share is 0 or 1 (`null`) take no part, for their standard error
 * of 0 says nothing; nor do columns without degrees of freedom of their own (a single PSU: its residuals
 * add up to 0, and so does its standard error, in R too). `comparable` tells which these are.
 *
 * @param columns `null` for a column that takes no part: suppressed, empty, or without variation.
 */
export function compareColumns(
  table: Tally,
  columns: readonly (ComparedColumn | null)[],
  options: LetterOptions = {},
): ComparedColumns {
  const present = columns.flatMap((one, index) => (one === null ? [] : [{ one, index }]));
  const letters = columns.map(() => '');
  if (present.length < 2 || !(table.df > 0)) return { comparisons: [], letters };
  const size = present.length;
  const covariance = covarianceOfStatistics(
    table,
    present.map(({ one }) => one.statistic),
  );
  const pairs: (Omit<ColumnComparison, 'p' | 'adjusted'> & { readonly p: number | null })[] = [];
  for (let i = 0; i < size; i++)
    for (let j = i + 1; j < size; j++) {
      const difference = present[i].one.statistic.estimate - present[j].one.statistic.estimate;
      const [vi, vj] = [covariance[i * size + i], covariance[j * size + j]];
      const variance = vi + vj - 2 * covariance[i * size + j];
      const se = Math.sqrt(variance);
      const df = satterthwaiteDf(
        { variance: vi, df: present[i].one.df },
        { variance: vj, df: present[j].one.df },
        table.df,
      );
      // What is left of the two variances by rounding is no variance.
      const p = df > 0 && variance > 1e-14 * (vi + vj) ? twoSidedT(difference / se, df) : null;
      pairs.push({ a: present[i].index, b: present[j].index, difference, se, df, p });
    }
  const adjusted = adjustP(
    pairs.map(({ p }) => p),
    options.adjust ?? 'holm',
  );
  const comparisons = pairs.flatMap(({ p, ...pair }, index) =>
    p === null ? [] : [{ ...pair, p, adjusted: adjusted[index]! }],
  );
  return { comparisons, letters: lettersOf(comparisons, columns.length, options) };
}

/** A column to compare, if its estimate has a standard error that a comparison can rest on. */
export function comparable(
  { se, df }: { readonly se: number | null; readonly df: number | null },
  statistic: () => Statistic,
): ComparedColumn | null {
  return se !== null && se > 0 && df !== null && df > 0 ? { statistic: statistic(), df } : null;
}

/** p-values adjusted over all of them; `null` entries take no part. */
export function adjustP(p: readonly (number | null)[], adjust: Adjustment): (number | null)[] {
  return adjustments[adjust](p);
}

const adjustments: Record<Adjustment, (p: readonly (number | null)[]) => (number | null)[]> = {
  holm,
  bh: benjaminiHochberg,
  none: (p) => [...p],
};

function lettersOf(
  comparisons: readonly ColumnComparison[],
  count: number,
  { alpha = 0.05, weakAlpha = 0 }: LetterOptions,
): string[] {
  const lower = Array.from({ length: count }, () => new Map<number, string>());
  for (const { a, b, difference, adjusted } of comparisons) {
    const [high, low] = difference > 0 ? [a, b] : [b, a];
    if (adjusted < alpha) lower[high].set(low, letterOf(low));
    else if (adjusted < weakAlpha) lower[high].set(low, letterOf(low).toLowerCase());
  }
  return lower.map((letters) =>
    [...letters]
      .sort(([a], [b]) => a - b)
      .map(([, letter]) => letter)
      .join(count > alphabet.length ? ' ' : ''),
  );
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** A … Z, then A1, B1 …: the letters of a table with more than 26 columns stand apart by spaces. */
export function letterOf(column: number): string {
  const round = Math.floor(column / alphabet.length);
  return alphabet[column % alphabet.length] + (round === 0 ? '' : String(round));
}
