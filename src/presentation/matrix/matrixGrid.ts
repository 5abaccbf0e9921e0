import type { Reason, Shown } from '#contract/estimate.ts';
import type { MatrixMargin } from '#contract/matrix.ts';
import type { Formats } from '../text/createFormats.ts';
import { missingReason, reasonsOnce } from '../text/missingReason.ts';
import { shortLabel } from '../text/shortLabel.ts';
import { kindOf, valueOf, type Measure, type MeasureValue, type ShownPair } from './measures.ts';

/** Above this q a pair may be chance: it is faded. */
export const chanceFrom = 0.05;

export interface GridConcern {
  readonly variable: string;
  readonly label: string;
  readonly share: MatrixMargin['share'];
  /** In whole per cents, for narrow places, and with a decimal. */
  readonly shareText: string;
  readonly shareExact: string;
  readonly intervalText: string;
  readonly n: number;
  readonly shown: Shown;
  readonly why: Reason | null;
}

export interface GridCell {
  readonly pair: ShownPair;
  readonly value: number | null;
  /** As printed in the cell, with its parentheses. */
  readonly text: string;
  /** The same with a decimal where it is a share, for cells that have room. */
  readonly exact: string;
  /** With unit and interval, for tooltips, the table and screen readers. */
  readonly longText: string;
  /** The two parts of that text; without an interval the second is empty. */
  readonly parts: { readonly main: string; readonly interval: string };
  readonly chance: boolean;
  /** The pair has a test; without one nothing is said about chance. */
  readonly tested: boolean;
  /** Why the figure, its interval or its test is not there. */
  readonly why: Reason | null;
}

export interface MatrixGrid {
  readonly measure: Measure;
  readonly rows: readonly GridConcern[];
  readonly columns: readonly GridConcern[];
  readonly cells: readonly (readonly GridCell[])[];
}

export interface GridWords {
  readonly suppressed: string;
  readonly notEstimable: string;
  readonly notEstimableLong: string;
  readonly bracket: (text: string) => string;
}

/**
 * The matrix as it is drawn and tabulated: one text for each place, so that both always agree. Without pairs it has its
 * margins only.
 */
export function matrixGrid(
  result: { readonly pairs: readonly ShownPair[] },
  measure: Measure,
  ordered: { readonly fear: readonly MatrixMargin[]; readonly want: readonly MatrixMargin[] },
  formats: Formats,
  words: GridWords,
): MatrixGrid {
  const pairs = new Map(result.pairs.map((pair) => [`${pair.fear}\n${pair.want}`, pair]));
  const bracketed = (text: string, shown: Shown): string =>
    shown === 'bracketed' ? words.bracket(text) : text;

  const concernOf = ({ variable, label, share, n, shown }: MatrixMargin): GridConcern => {
    const printed = (decimals: number): string =>
      share.estimate === null
        ? words.suppressed
        : bracketed(formats.percent(share.estimate, decimals), shown);
    return {
      variable,
      label: shortLabel(variable, label),
      share,
      shareText: printed(0),
      shareExact: printed(1),
      intervalText: formats.percentInterval(share, 1),
      n,
      shown,
      why: missingReason(share),
    };
  };

  const cellOf = (pair: ShownPair): GridCell => {
    const value = valueOf(pair, measure);
    const tested = pair.test.q !== null;
    const chance = pair.test.q !== null && pair.test.q >= chanceFrom;
    if (pair.shown === 'suppressed')
      return {
        pair,
        value: null,
        text: words.suppressed,
        exact: words.suppressed,
        longText: words.suppressed,
        parts: { main: words.suppressed, interval: '' },
        chance: false,
        tested: true,
        why: null,
      };
    const why =
      missingReason(value) ?? (tested || pair.test.why === 'suppressed' ? null : (pair.test.why ?? null));
    if (value.estimate === null)
      return {
        pair,
        value: null,
        text: words.notEstimable,
        exact: words.notEstimable,
        longText: words.notEstimableLong,
        parts: { main: words.notEstimableLong, interval: '' },
        chance,
        tested,
        why,
      };
    const text = bracketed(shortText(measure, value.estimate, formats, 0), pair.shown);
    const parts = longParts(measure, value, formats, (text) => bracketed(text, pair.shown));
    return {
      pair,
      value: value.estimate,
      text,
      exact:
        kindOf[measure] === 'share'
          ? bracketed(shortText(measure, value.estimate, formats, 1), pair.shown)
          : text,
      longText: `${parts.main} ${parts.interval}`.trim(),
      parts,
      chance,
      tested,
      why,
    };
  };

  return {
    measure,
    rows: ordered.fear.map(concernOf),
    columns: ordered.want.map(concernOf),
    cells:
      pairs.size === 0
        ? []
        : ordered.fear.map((fear) =>
            ordered.want.map((want) => cellOf(pairs.get(`${fear.variable}\n${want.variable}`)!)),
          ),
  };
}

function shortText(measure: Measure, value: number, formats: Formats, decimals: number): string {
  const kind = kindOf[measure];
  if (kind === 'share') return formats.percentBare(value, decimals);
  return kind === 'ratio' ? formats.ratio(value) : formats.signed(value);
}

function longParts(
  measure: Measure,
  value: MeasureValue,
  formats: Formats,
  bracketed: (text: string) => string,
): GridCell['parts'] {
  const estimate = value.estimate ?? 0;
  const kind = kindOf[measure];
  const [text, interval] =
    kind === 'share'
      ? [formats.percent(estimate, 1), formats.percentInterval({ ...value, se: null }, 1)]
      : kind === 'ratio'
        ? [formats.ratio(estimate), formats.ratioInterval(value)]
        : [formats.signed(estimate), formats.signedInterval(value)];
  return { main: bracketed(text), interval };
}

/** Why figures of the matrix are not there: the place of one is its mark. */
export function reasonsIn({ rows, columns, cells }: MatrixGrid): readonly Reason[] {
  return reasonsOnce([...columns, ...rows, ...cells.flat()].map(({ why }) => why));
}
