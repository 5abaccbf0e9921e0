import type { Estimate, Shown } from '#contract/estimate.ts';
import type { PairResult } from '#contract/matrix.ts';
import type { Formats } from '../text/createFormats.ts';
import { letterOf } from '../text/letterOf.ts';
import type { Translate } from '../text/translator.ts';
import type { Words } from './pairWords.ts';

export interface PairGroupRow {
  readonly letter: string;
  readonly label: string;
  readonly n: string;
  readonly shown: Shown;
  /** Want among the fearful of the group. */
  readonly share: Estimate;
  readonly text: string;
  readonly intervalText: string;
  readonly letters: string;
  /** In percentage points, against those without the fear; empty where it cannot be computed. */
  readonly difference: string;
  readonly differenceInterval: string;
}

/** The pair by group as it is printed. */
export function pairGroups({ by, groups = [] }: PairResult, formats: Formats): readonly PairGroupRow[] {
  const labels = new Map(by?.categories.map(({ value, label }) => [value, label]));
  const points = (value: number): string =>
    `${value < 0 ? '−' : '+'}${formats.percentBare(Math.abs(value), 1)}`;
  return groups.map(({ value, n, wantGivenFear, difference, letters, shown }, index) => {
    const { estimate, ciLow, ciHigh } = difference;
    const text = wantGivenFear.estimate === null ? '–' : formats.percent(wantGivenFear.estimate, 1);
    return {
      letter: letterOf(index),
      label: labels.get(value) ?? String(value),
      n: n === null ? '(*)' : formats.count(n),
      shown,
      share: wantGivenFear,
      text: shown === 'bracketed' ? `(${text})` : text,
      intervalText: formats.percentInterval(wantGivenFear, 1),
      letters,
      difference: estimate === null ? '' : points(estimate),
      differenceInterval: ciLow === null || ciHigh === null ? '' : `(${points(ciLow)} – ${points(ciHigh)})`,
    };
  });
}

/** Whether the share differs between groups; `null` where there is no test. */
export function pairGroupTest({ groupTest }: PairResult, formats: Formats): Words | null {
  const p = groupTest?.p ?? null;
  if (p === null) return null;
  return {
    key: p < 0.05 ? 'pair.byGroupTest' : 'pair.byGroupTestNot',
    params: { p: formats.probability(p) },
  };
}

/** What letters and signs of the groups mean, as far as there are any. */
export function pairGroupSigns(rows: readonly PairGroupRow[], t: Translate): readonly string[] {
  return [
    ...(rows.some(({ letters }) => letters !== '') ? [t('pair.byGroupNote')] : []),
    ...(rows.some(({ shown }) => shown === 'bracketed') ? [t('matrix.bracketedNote')] : []),
    ...(rows.some(({ shown }) => shown === 'suppressed') ? [t('pair.byGroupSuppressed')] : []),
  ];
}
