import type { Freedom } from '#contract/concern.ts';
import type { ShareEstimate, Shown } from '#contract/estimate.ts';
import type { Contrast } from '#contract/groups.ts';
import type { Output } from '#contract/index.ts';
import type { Value } from '#contract/source.ts';
import type { Formats } from '../../format/createFormats.ts';
import { priorityNames } from './priorityNames.ts';

export type Ranking = Output<'ranking.run'>;
type RankedConcern = Ranking['concerns'][number];

/** From this p on, two shares cannot be told apart. */
export const apartBelow = 0.05;

/** A share as it is printed: one text for picture, table and screen reader. */
export interface Figure {
  readonly share: ShareEstimate;
  readonly shown: Shown;
  /** 69.2%, (34.1%), (*) */
  readonly text: string;
  /** (66.1–72.2); empty where there is none. */
  readonly interval: string;
  readonly n: number | null;
}

export interface PriorityGroup extends Figure {
  readonly value: Value;
  readonly label: string;
  /** Whether its share differs from that of all others together. */
  readonly differs: 'higher' | 'lower' | null;
  readonly letters: string;
}

/** Among those concerned; `none` says why it cannot be told. */
export type Severity = (Figure & { readonly answer: string }) | { readonly none: 'oneAnswer' | 'noOrder' };

export interface PriorityRow extends Figure {
  readonly variable: string;
  readonly name: string;
  readonly label: string;
  readonly freedom: Freedom | null;
  readonly concernedWhen: readonly Value[];
  readonly rank: number | null;
  readonly deff: string;
  /** This share less the next one's. */
  readonly next: Contrast | null;
  /** It cannot be told apart from the next. */
  readonly tied: boolean;
  readonly groups: readonly PriorityGroup[];
  readonly severity: Severity;
}

export interface RowWords {
  readonly suppressed: string;
  readonly bracket: (text: string) => string;
}

/** The ranking as it is drawn and tabulated, the largest share first. */
export function priorityRows(
  { concerns, by }: Ranking,
  formats: Formats,
  words: RowWords,
): { readonly shared: string; readonly rows: readonly PriorityRow[] } {
  const { shared, names } = priorityNames(concerns);
  const labels = new Map(by?.categories.map(({ value, label }) => [value, label]));

  const figure = (share: ShareEstimate, shown: Shown, n: number | null): Figure => {
    const text =
      share.estimate === null
        ? words.suppressed
        : shown === 'bracketed'
          ? words.bracket(formats.percent(share.estimate, 1))
          : formats.percent(share.estimate, 1);
    return { share, shown, text, interval: formats.percentInterval(share, 1), n };
  };
  const groupsOf = (groups: RankedConcern['groups']): PriorityGroup[] =>
    (groups ?? []).map(({ value, share, shown, n, fromOthers, letters }) => ({
      ...figure(share, shown, n),
      value,
      label: labels.get(value) ?? String(value),
      differs:
        fromOthers.p === null || fromOthers.p >= apartBelow || fromOthers.estimate === null
          ? null
          : fromOthers.estimate > 0
            ? 'higher'
            : 'lower',
      letters,
    }));
  const severityOf = (severity: RankedConcern['severity']): Severity => {
    if (!severity || 'none' in severity) return severity ?? { none: 'noOrder' };
    return { ...figure(severity.share, severity.shown, severity.n), answer: severity.label };
  };

  const rows = concerns.map((concern, index) => ({
    ...figure(concern.share, concern.shown, concern.n),
    variable: concern.variable,
    name: names[index],
    label: concern.label,
    freedom: concern.freedom,
    concernedWhen: concern.concernedWhen,
    rank: concern.rank,
    deff: concern.share.deff === null ? '' : formats.decimal(concern.share.deff, 2),
    next: concern.next,
    tied: concern.next !== null && concern.next.p !== null && concern.next.p >= apartBelow,
    groups: groupsOf(concern.groups),
    severity: severityOf(concern.severity),
  }));
  return { shared, rows };
}
