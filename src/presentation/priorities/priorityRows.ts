import type { Freedom } from '#contract/concern.ts';
import type { Reason, ShareEstimate, Shown } from '#contract/estimate.ts';
import type { Contrast } from '#contract/groups.ts';
import type { Output } from '#contract/index.ts';
import type { Value } from '#contract/source.ts';
import type { Formats } from '../text/createFormats.ts';
import { missingReason, reasonsOnce } from '../text/missingReason.ts';
import type { Translate } from '../text/translator.ts';
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
  /** Why the share or its interval is not there. */
  readonly why: Reason | null;
}

/** The same as if the rows were a simple random sample, where both may be shown. */
export interface NaiveFigure extends Figure {
  /** One would say something else: another rank of a concern, another difference of a group. */
  readonly flips: boolean;
  /** Of a concern. */
  readonly rank: number | null;
  readonly rankText: string;
  /** Of a group. */
  readonly differs: 'higher' | 'lower' | null;
}

export interface PriorityGroup extends Figure {
  readonly naive: NaiveFigure | null;
  readonly value: Value;
  readonly label: string;
  /** Whether its share differs from that of all others together. */
  readonly differs: 'higher' | 'lower' | null;
  readonly letters: string;
}

/** Among those concerned; `none` says why it cannot be told. */
export type Severity = (Figure & { readonly answer: string }) | { readonly none: 'oneAnswer' | 'noOrder' };

export interface PriorityRow extends Figure {
  readonly naive: NaiveFigure | null;
  readonly variable: string;
  readonly name: string;
  readonly label: string;
  readonly freedom: Freedom | null;
  readonly concernedWhen: readonly Value[];
  readonly rank: number | null;
  /** Empty where it has none. */
  readonly rankText: string;
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

export function rowWords(t: Translate): RowWords {
  return { suppressed: t('priorities.suppressed'), bracket: (text) => t('priorities.bracket', { text }) };
}

/** The ranking as it is drawn and tabulated, the largest share first. */
export function priorityRows(
  { concerns, by }: Ranking,
  formats: Formats,
  words: RowWords,
  naive: ReadonlyMap<string, RankedConcern> = new Map(),
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
    return { share, shown, text, interval: formats.percentInterval(share, 1), n, why: missingReason(share) };
  };
  const written = (rank: number | null): string => (rank === null ? '' : formats.count(rank));
  const beside = (
    own: ShareEstimate,
    other: { readonly share: ShareEstimate; readonly shown: Shown; readonly n: number | null } | undefined,
    more: Pick<NaiveFigure, 'flips' | 'rank' | 'differs'>,
  ): NaiveFigure | null =>
    !other || own.estimate === null || other.share.estimate === null
      ? null
      : { ...figure(other.share, other.shown, other.n), ...more, rankText: written(more.rank) };
  const groupsOf = ({ variable, groups }: RankedConcern): PriorityGroup[] =>
    (groups ?? []).map((group) => {
      const { value, share, shown, n, fromOthers, letters } = group;
      const other = naiveGroupOf(naive.get(variable), value);
      const [says, wouldSay] = [directionOf(fromOthers), other ? directionOf(other.fromOthers) : null];
      const flips = says !== null && wouldSay !== null && says !== wouldSay;
      return {
        ...figure(share, shown, n),
        value,
        label: labels.get(value) ?? String(value),
        differs: differenceOf(says),
        letters,
        naive: beside(share, other, { flips, rank: null, differs: differenceOf(wouldSay) }),
      };
    });
  const severityOf = (severity: RankedConcern['severity']): Severity => {
    if (!severity || 'none' in severity) return severity ?? { none: 'noOrder' };
    return { ...figure(severity.share, severity.shown, severity.n), answer: severity.label };
  };

  const naiveOf = ({ variable, rank, share }: RankedConcern): NaiveFigure | null => {
    const other = naive.get(variable);
    const flips = rank !== null && other !== undefined && other.rank !== null && rank !== other.rank;
    return beside(share, other, { flips, rank: other?.rank ?? null, differs: null });
  };

  const rows = concerns.map((concern, index) => ({
    ...figure(concern.share, concern.shown, concern.n),
    variable: concern.variable,
    name: names[index],
    label: concern.label,
    freedom: concern.freedom,
    concernedWhen: concern.concernedWhen,
    rank: concern.rank,
    rankText: written(concern.rank),
    deff: concern.share.deff === null ? '' : formats.decimal(concern.share.deff, 2),
    next: concern.next,
    tied: concern.next !== null && concern.next.p !== null && concern.next.p >= apartBelow,
    groups: groupsOf(concern),
    severity: severityOf(concern.severity),
    naive: naiveOf(concern),
  }));
  return { shared, rows };
}

/** Why figures of the rows are not there: the place of one is its mark. */
export function reasonsOf(rows: readonly PriorityRow[]): readonly Reason[] {
  return reasonsOnce(
    rows.flatMap(({ why, severity, groups }) => [
      why,
      'none' in severity ? null : severity.why,
      ...groups.map((group) => group.why),
    ]),
  );
}

type Group = NonNullable<RankedConcern['groups']>[number];

export function naiveGroupOf(concern: RankedConcern | undefined, value: Value): Group | undefined {
  return concern?.groups?.find((group) => group.value === value);
}

/** What one would say of a difference; `null` where it has no test. */
export function directionOf({ estimate, p }: Contrast): 'higher' | 'lower' | 'chance' | null {
  if (estimate === null || p === null) return null;
  if (p >= apartBelow) return 'chance';
  return estimate > 0 ? 'higher' : 'lower';
}

const differenceOf = (direction: ReturnType<typeof directionOf>): 'higher' | 'lower' | null =>
  direction === 'chance' ? null : direction;
