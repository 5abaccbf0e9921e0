import type { Reason, Shown } from '#contract/estimate.ts';
import type { FreedomsResult, SplitPart } from '#contract/freedoms.ts';
import type { Formats } from '../text/createFormats.ts';
import { letterOf } from '../text/letterOf.ts';
import { missingReason } from '../text/missingReason.ts';
import type { Translate } from '../text/translator.ts';

export interface SplitCell {
  readonly part: SplitPart;
  readonly estimate: number | null;
  readonly ciLow: number | null;
  readonly ciHigh: number | null;
  /** As printed on a bar, with its parentheses; `(*)` where it is not shown. */
  readonly text: string;
  readonly intervalText: string;
  readonly letters: string;
  readonly why: Reason | null;
}

/** All respondents, or a group of them. */
export interface SplitRow {
  readonly label: string;
  /** Of a group, where groups are compared: its own. */
  readonly letter: string;
  readonly n: number | null;
  readonly shown: Shown;
  readonly cells: readonly SplitCell[];
}

export interface SplitWords {
  readonly all: string;
  readonly suppressed: string;
  readonly bracket: (text: string) => string;
}

export function splitWords(t: Translate): SplitWords {
  return {
    all: t('freedoms.all'),
    suppressed: t('matrix.suppressed'),
    bracket: (text) => t('matrix.bracket', { text }),
  };
}

/** The split as it is drawn and tabulated: all respondents first. */
export function splitRows(result: FreedomsResult, formats: Formats, words: SplitWords): readonly SplitRow[] {
  const cellOf = (margin: FreedomsResult['split'][number] & { readonly letters?: string }): SplitCell => {
    const { estimate, ciLow, ciHigh } = margin.share;
    const text = estimate === null ? words.suppressed : formats.percentBare(estimate, 1);
    return {
      part: margin.part,
      estimate,
      ciLow,
      ciHigh,
      text: margin.shown === 'bracketed' ? words.bracket(text) : text,
      intervalText: formats.percentInterval(margin.share, 1),
      letters: margin.letters ?? '',
      why: missingReason(margin.share),
    };
  };
  const rowOf = (
    label: string,
    letter: string,
    n: number | null,
    split: FreedomsResult['split'],
  ): SplitRow => ({
    label,
    letter,
    n,
    shown: split[0].shown,
    cells: split.map(cellOf),
  });
  const labels = new Map(result.by?.categories.map(({ value, label }) => [value, label]));
  return [
    rowOf(words.all, '', result.counted.n, result.split),
    ...result.groups.map(({ value, n, split }, index) =>
      rowOf(labels.get(value) ?? String(value), letterOf(index), n, split),
    ),
  ];
}
