import type { Ranking, PriorityRow } from './priorityRows.ts';
import { apartBelow } from './priorityRows.ts';
import type { Formats } from '../text/createFormats.ts';
import type { Words } from '../matrix/pairWords.ts';
import type { Translate } from '../text/translator.ts';

/** What letters and signs in a ranking mean, as far as there are any; pictures have no letters. */
export function prioritySigns(
  rows: readonly PriorityRow[],
  withGroups: boolean,
  t: Translate,
  withLetters = true,
): readonly string[] {
  const figures = rows.flatMap((row) => [
    row,
    ...row.groups,
    ...('none' in row.severity ? [] : [row.severity]),
  ]);
  return [
    ...(withGroups ? [t('priorities.legendDiffers')] : []),
    ...(withLetters && rows.some(({ groups }) => groups.some(({ letters }) => letters !== ''))
      ? [t('priorities.legendLetters')]
      : []),
    ...(figures.some(({ shown }) => shown === 'bracketed') ? [t('priorities.legendBracketed')] : []),
    ...(rows.some((row) => [row, ...row.groups].some(({ naive }) => naive?.flips))
      ? [t('naive.rankNote')]
      : []),
    ...(figures.some(({ shown }) => shown === 'suppressed') ? [t('priorities.legendSuppressed')] : []),
  ];
}

/** Whether the shares of a concern differ between groups; `null` where there is no test. */
export function concernTestWords({ concerns }: Ranking, formats: Formats): Words | null {
  const test = concerns.at(0)?.test;
  if (!test || test.f === null || test.p === null || test.df1 === null || test.df2 === null) return null;
  /** Degrees of freedom of a corrected test need not be whole. */
  const degrees = (value: number): string =>
    formats.decimal(value, Number.isInteger(Math.round(value * 1e6) / 1e6) ? 0 : 1);
  return {
    key: test.p < apartBelow ? 'priorities.sameInAll' : 'priorities.notDifferent',
    params: {
      f: formats.decimal(test.f, 2),
      df1: degrees(test.df1),
      df2: degrees(test.df2),
      p: formats.probability(test.p),
    },
  };
}
