import type { TableItem } from '#contract/table.ts';
import type { Formats } from '../text/createFormats.ts';
import type { Words } from '../matrix/pairWords.ts';

export type TableTest = NonNullable<TableItem['tests'][number]>;

/** Degrees of freedom of a corrected test need not be whole. */
const degrees = (value: number, formats: Formats): string =>
  formats.decimal(value, Math.abs(value - Math.round(value)) < 1e-6 || value >= 100 ? 0 : 1);

/** “Rao–Scott F(2.7, 1,912) = 14.2, p < 0.001”; or why there is no test. */
export function testWords({ method, f, df1, df2, p, why }: TableTest, formats: Formats): Words {
  if (f === null || df1 === null || p === null)
    return { key: why ? `reason.${why}` : 'tables.noTest', params: {} };
  const params = {
    f: formats.decimal(f, f < 10 ? 2 : 1),
    df1: degrees(df1, formats),
    df2: df2 === null ? '∞' : degrees(df2, formats),
    p: formats.probability(p),
  };
  return { key: `tables.tests.${method}`, params };
}
