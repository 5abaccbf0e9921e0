import type { Estimate, Shown } from '#contract/estimate.ts';
import type { PairResult } from '#contract/matrix.ts';
import type { Formats } from '../text/createFormats.ts';

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
      letter: String.fromCharCode(65 + index),
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
