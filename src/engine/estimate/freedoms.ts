import type { SurveyDesign } from '../design/surveyDesign.ts';
import type { ColumnComparison, LetterOptions } from '../inference/compareColumns.ts';
import type { IndependenceTest } from '../inference/noTest.ts';
import { tally } from '../tally/tally.ts';
import type { GroupMargin } from './concernByGroup.ts';
import type { Indicator } from './concernShare.ts';
import { countConcerns, type AnsweredRule } from './countConcerns.ts';
import type { EstimateOptions } from './figures.ts';
import type { Cells } from './ratio.ts';
import { wholeOf } from './share.ts';
import { hiddenMargin, sharesOfAll } from './sharesOfAll.ts';
import { splitByGroupOf } from './splitByGroup.ts';
import type { SplitGroup } from './splitGroup.ts';

/** Free from both, fear only, want only, both: the order of every split. */
export const splitParts = ['neither', 'fearOnly', 'wantOnly', 'both'] as const;
export type SplitPart = (typeof splitParts)[number];

/** A number of fear concerns, of want concerns, or of each, and the share of respondents with it. */
export interface CountShare extends GroupMargin {
  readonly fear: number | null;
  readonly want: number | null;
}

export interface Freedoms {
  /** Respondents that count, and those that have too few valid answers on one side or both. */
  readonly counted: { readonly n: number; readonly weightedN: number };
  readonly leftOut: { readonly n: number; readonly weightedN: number };
  /** Of those that count: how many have an answer missing. */
  readonly inPart: number;
  /** Number of fear × number of want concerns, row by row; all of it hidden where any must be. */
  readonly counts: readonly CountShare[];
  readonly fearCounts: readonly CountShare[];
  readonly wantCounts: readonly CountShare[];
  /** With so many fear concerns or more: 1, 2, … to all; likewise of want. Hidden as the numbers are. */
  readonly fearAtLeast: readonly CountShare[];
  readonly wantAtLeast: readonly CountShare[];
  /** By `splitParts`. */
  readonly split: readonly GroupMargin[];
  readonly groups: readonly SplitGroup[];
  /** By `splitParts`: each group with each other. */
  readonly comparisons: readonly (readonly ColumnComparison[])[];
  /** That all groups are split alike; `null` without groups. */
  readonly test: IndependenceTest | null;
}

export interface FreedomsQuestion {
  /** In the fear (want) half of the split are those with at least so many concerns of that side. */
  readonly atLeast: { readonly fear: number; readonly want: number };
  readonly answered: AnsweredRule;
  /** 1 for rows that the filter keeps; `null` without a filter. */
  readonly domain: Uint8Array | null;
  /** For each row its group, −1 for none. */
  readonly groups: { readonly of: Int32Array; readonly count: number } | null;
  readonly compare: LetterOptions | null;
}

/**
 * How many fear and want concerns people have, and who is free from both, has fear only, want only, or both.
 * Shares are domain means of indicators made from the counts, R's
 * `svymean(~I(part), subset(design, counted), deff = "replace")` and `svyby` of it; the test over groups is
 * `svychisq(~part + group)`.
 *
 * With `confidentiality`, where a cell of the counts must be hidden all of them are, for the split would tell
 * some; where something of the groups, or of those in no group, must be hidden, so is everything over all
 * respondents, which would tell it by subtraction.
 *
 * @param fear at least one, in file order. @param want likewise.
 * @throws `Problem` design.lonelyPsu, as `tally`.
 */
export function freedomsOf(
  design: SurveyDesign,
  fear: readonly Indicator[],
  want: readonly Indicator[],
  { atLeast, answered, domain, groups, compare }: FreedomsQuestion,
  options: EstimateOptions,
): Freedoms {
  const fears = countConcerns(fear, answered);
  const wants = countConcerns(want, answered);
  const width = want.length + 1;
  const cellCount = (fear.length + 1) * width;
  const rows = design.weights.length;
  const cellOf = new Int32Array(rows).fill(-1);
  const splitOf = new Int32Array(rows).fill(-1);
  const leftOut = { n: 0, weightedN: 0 };
  let inPart = 0;
  for (let row = 0; row < rows; row++) {
    if ((domain !== null && domain[row] === 0) || !(design.weights[row] > 0)) continue;
    if (fears.counts[row] < 0 || wants.counts[row] < 0) {
      leftOut.n++;
      leftOut.weightedN += design.weights[row];
      continue;
    }
    inPart += fears.inPart[row] | wants.inPart[row];
    cellOf[row] = fears.counts[row] * width + wants.counts[row];
    splitOf[row] = Number(fears.counts[row] >= atLeast.fear) + 2 * Number(wants.counts[row] >= atLeast.want);
  }

  const table = tally(design, cellOf, cellCount);
  const cellsWhere = (inside: (fears: number, wants: number) => boolean): Cells =>
    Uint8Array.from({ length: cellCount }, (_, cell) =>
      Number(inside(Math.floor(cell / width), cell % width)),
    );
  const all = wholeOf(
    table,
    cellsWhere(() => true),
  );
  const single = Array.from({ length: cellCount }, (_, cell) =>
    cellsWhere((fears, wants) => fears * width + wants === cell),
  );
  const ofFear = fear.map((_, index) => cellsWhere((fears) => fears === index + 1));
  const ofWant = want.map((_, index) => cellsWhere((_, wants) => wants === index + 1));
  const isFear = (fears: number): boolean => fears >= atLeast.fear;
  const isWant = (wants: number): boolean => wants >= atLeast.want;
  const parts = [
    cellsWhere((fears, wants) => !isFear(fears) && !isWant(wants)),
    cellsWhere((fears, wants) => isFear(fears) && !isWant(wants)),
    cellsWhere((fears, wants) => !isFear(fears) && isWant(wants)),
    cellsWhere((fears, wants) => isFear(fears) && isWant(wants)),
  ];
  const fearParts = [cellsWhere((fears) => fears === 0), ...ofFear];
  const wantParts = [cellsWhere((_, wants) => wants === 0), ...ofWant];
  const fearFrom = fear.map((_, index) => cellsWhere((fears) => fears > index));
  const wantFrom = want.map((_, index) => cellsWhere((_, wants) => wants > index));
  const grouped = groups ? splitByGroupOf(design, splitOf, groups.of, groups.count, options, compare) : null;
  const sets = [single, fearParts, wantParts, fearFrom, wantFrom];
  const given = sharesOfAll(table, [...sets.flat(), ...parts], all, options);
  const isConfidential = options.disclosure === 'confidentiality';
  const anyHidden = (margins: readonly GroupMargin[]): boolean =>
    margins.some(({ shown }) => shown === 'suppressed');
  const hidesAll = isConfidential && (grouped?.anyHidden === true || anyHidden(given.slice(-parts.length)));
  const hidesCounts = hidesAll || (isConfidential && anyHidden(given));
  const hide = (margins: readonly GroupMargin[], hidden: boolean): readonly GroupMargin[] =>
    hidden ? margins.map(() => hiddenMargin) : margins;
  const counts = hide(given.slice(0, -parts.length), hidesCounts);
  const counted = (margin: GroupMargin, fear: number | null, want: number | null): CountShare => ({
    fear,
    want,
    ...margin,
  });
  const ofSet = (which: number): readonly GroupMargin[] => {
    const start = sets.slice(0, which).flat().length;
    return counts.slice(start, start + sets[which].length);
  };
  return {
    counted: { n: all.n, weightedN: all.weightedN },
    leftOut,
    inPart,
    counts: ofSet(0).map((margin, cell) => counted(margin, Math.floor(cell / width), cell % width)),
    fearCounts: ofSet(1).map((margin, index) => counted(margin, index, null)),
    wantCounts: ofSet(2).map((margin, index) => counted(margin, null, index)),
    fearAtLeast: ofSet(3).map((margin, index) => counted(margin, index + 1, null)),
    wantAtLeast: ofSet(4).map((margin, index) => counted(margin, null, index + 1)),
    split: hide(given.slice(-parts.length), hidesAll),
    groups: grouped?.groups ?? [],
    comparisons: grouped?.comparisons ?? [],
    test: grouped?.test ?? null,
  };
}
