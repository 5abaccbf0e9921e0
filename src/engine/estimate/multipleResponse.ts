import type { SurveyDesign } from '../design/surveyDesign.ts';
import { hasRareCombination } from '../disclosure/rareCombination.ts';
import { policyOf, usualMinimum } from '../disclosure/disclosure.ts';
import { hiddenOfAll, hiddenOfGroup, type HiddenOfGroup } from '../disclosure/hiddenOfGroup.ts';
import { protectTable, type ProtectedTable } from '../disclosure/protectTable.ts';
import { comparable, compareColumns, type LetterOptions } from '../inference/compareColumns.ts';
import type { Statistic, Totals } from '../tally/statistic.ts';
import type { Tally } from '../tally/talliedTable.ts';
import { tally } from '../tally/tally.ts';
import { varianceOf } from '../tally/variance.ts';
import { withoutRounding } from '../tally/withoutRounding.ts';
import type { GroupMargin } from './concernByGroup.ts';
import type { Indicator } from './concernShare.ts';
import { suppressedShare, type EstimateOptions } from './figures.ts';
import type { Cells } from './ratio.ts';
import type { Share } from './shareMoments.ts';
import { shareEstimate, wholeOf, type Whole } from './share.ts';

/** Of whom (or what) an item's share is: the respondents, or all the responses that they gave. */
export type ResponseBase = 'respondents' | 'responses';

/** One answer of the set in each group and over all. */
export interface ResponseItem {
  readonly all: GroupMargin;
  readonly groups: GroupMargin[];
  /** Letters of the groups (A is the first) that this one is significantly higher than. */
  readonly letters: string[];
}

/** Respondents in the base and the responses they gave; `null` where confidentiality hides them. */
export interface ResponseTotal {
  readonly n: number | null;
  readonly weightedN: number | null;
  readonly responses: number | null;
  readonly weightedResponses: number | null;
}

export interface MultipleResponse {
  readonly items: ResponseItem[];
  /** Items taken together, in the order of the nets asked for. */
  readonly nets: ResponseItem[];
  readonly all: ResponseTotal;
  readonly groups: ResponseTotal[];
}

/**
 * A multiple-response set by group. The respondents are those with a valid answer to at least one of its
 * items (also those who chose none of them); an item without an answer counts as not chosen.
 *
 * - Base `respondents`: the share who chose the item; shares add up to more than 1. R's
 *   `svyby(~item, ~group, design, svymean, covmat = TRUE)`.
 * - Base `responses`: the item's part of all items chosen; shares add up to 1. A ratio of two totals,
 *   R's `svyratio(~item, ~I(item1 + item2 + …), design)`; its design effect is against the simple
 *   sample of respondents with the same ratio and has no meaning, so it is `null`.
 *
 * n and weightedN of an item are those of its base: respondents, for either. A group is shown by its
 * number of respondents.
 *
 * With `confidentiality` each item is a table of the groups by chosen and not chosen, with its totals, of
 * which as much is hidden as keeps the rest from telling it (`protectTable`); the responses of groups are
 * then not given. Parts of responses add up over the items, for which this does not hold: whoever asks
 * must refuse them.
 *
 * A net is several items taken together: of respondents those who chose at least one of them, which is not
 * the sum of its items (R: `svyby(~I(item1 == 1 | item2 == 1), ~group, design, svymean)`); of responses their
 * part of all responses. With `confidentiality` all nets are hidden as soon as an item has something hidden, or a
 * group has too few respondents who chose exactly one of the combinations of the items in nets: whatever nets and
 * items tell together is a sum of such combinations.
 *
 * @param items for each item and row of the file 1 chosen, 0 not, 2 no valid answer.
 * @param groups for each row of the file its group, −1 outside the domain.
 * @param nets places of each net's items.
 * @throws `Problem` design.lonelyPsu, as `tally`.
 */
export function multipleResponseOf(
  design: SurveyDesign,
  items: readonly Indicator[],
  groups: Int32Array,
  groupCount: number,
  base: ResponseBase,
  options: EstimateOptions,
  compare: LetterOptions | null,
  nets: readonly (readonly number[])[] = [],
): MultipleResponse {
  const cells = groups.map((group, row) => (items.some((item) => item[row] !== 2) ? group : -1));
  const anyOf = base === 'respondents' ? nets.map((net) => unionOf(items, net)) : [];
  const lines = [...items, ...anyOf];
  const chosen = lines.map((line) => Float64Array.from(line, (state) => Number(state === 1)));
  const table = tally(design, cells, groupCount, chosen);
  const lineCounts = lines.map((line) => countChosen(design, line, cells, groupCount));
  const counts = lineCounts.slice(0, items.length);
  const set: ResponseSetTable = { table, itemCount: items.length, counts: lineCounts };

  const everyone = new Uint8Array(groupCount).fill(1);
  const parts = Array.from({ length: groupCount }, (_, group) =>
    everyone.map((_, one) => Number(one === group)),
  );
  const guards =
    options.disclosure === 'confidentiality'
      ? counts.map((count) => guardOf(table, count, options.minimumCount ?? usualMinimum))
      : null;
  const total = (part: Cells, hidden: boolean): ResponseTotal => {
    const { n, weightedN } = wholeOf(table, part);
    if (hidden) return { n: null, weightedN: null, responses: null, weightedResponses: null };
    if (guards?.some(({ anyHidden }) => anyHidden))
      return { n, weightedN, responses: null, weightedResponses: null };
    const responses = counts.reduce((sum, count) => sum + sumOver(count, part, 0), 0);
    const weightedResponses = items.reduce(
      (sum, _, item) => sum + sumOver(table.totals, part, (item + 1) * groupCount),
      0,
    );
    return { n, weightedN, responses, weightedResponses };
  };
  // Respondents of a group are those of every item: hidden for one, they are hidden for all.
  const totalHidden = guards?.some((one) => one.totalHidden) ?? false;
  const rowHidden = (group: number): boolean => guards?.some((one) => one.rowHidden(group)) ?? false;
  const lineOf = (
    line: readonly number[],
    hiddenIn: (group: number) => HiddenOfGroup | null,
    hidden: HiddenOfGroup | null,
  ): ResponseItem => {
    const margins = parts.map((part, group) => marginOf(set, line, part, base, options, hiddenIn(group)));
    const columns = margins.map(({ share }, group) =>
      comparable(share, () => lineShare(set, line, parts[group], base)),
    );
    return {
      all: marginOf(set, line, everyone, base, options, hidden),
      groups: margins,
      letters: compare ? compareColumns(table, columns, compare).letters : margins.map(() => ''),
    };
  };
  const minimum = options.minimumCount ?? usualMinimum;
  const netsHidden =
    nets.length > 0 &&
    guards !== null &&
    (guards.some(({ anyHidden }) => anyHidden) ||
      hasRareCombination(
        [...new Set(nets.flat())].map((item) => items[item]),
        cells,
        design.weights,
        minimum,
      ));
  return {
    all: total(everyone, totalHidden),
    groups: parts.map((part, group) => total(part, rowHidden(group))),
    items: items.map((_, item) => {
      const guard = guards?.[item] ?? null;
      return lineOf(
        [item],
        (group) => guard && hiddenOfGroup(guard, group, rowHidden(group)),
        guard && hiddenOfAll(guard, totalHidden),
      );
    }),
    nets: nets.map((net, index) =>
      lineOf(
        base === 'respondents' ? [items.length + index] : net,
        (group) => guards && { share: netsHidden, total: rowHidden(group) },
        guards && { share: netsHidden, total: totalHidden },
      ),
    ),
  };
}

/** 1 where any of the net's items is chosen. */
function unionOf(items: readonly Indicator[], net: readonly number[]): Indicator {
  return Uint8Array.from(items[0], (_, row) => Number(net.some((item) => items[item][row] === 1)));
}

/** Layer ℓ + 1 of the table's totals is the weight of those who chose line ℓ: the items, then nets of respondents. */
interface ResponseSetTable {
  readonly table: Tally;
  readonly itemCount: number;
  /** For each line the respondents by group who chose it, unweighted. */
  readonly counts: readonly Uint32Array[];
}

/** The part of one line, or of several together. */
function lineShare(
  { table, itemCount }: ResponseSetTable,
  line: readonly number[],
  part: Cells,
  base: ResponseBase,
): Statistic {
  const { cellCount } = table;
  const own = line.map((one) => (one + 1) * cellCount);
  const below =
    base === 'respondents' ? [0] : Array.from({ length: itemCount }, (_, one) => (one + 1) * cellCount);
  const sum = (totals: Totals, layers: readonly number[]): number =>
    layers.reduce((all, from) => all + sumOver(totals, part, from), 0);
  const at = (totals: Totals): number => sum(totals, own) / sum(totals, below);
  const estimate = at(table.totals);
  const whole = sum(table.totals, below);
  const gradient = new Float64Array(table.totals.length);
  for (let cell = 0; cell < cellCount; cell++) {
    if (part[cell] === 0) continue;
    for (const from of below) gradient[from + cell] -= estimate / whole;
    for (const from of own) gradient[from + cell] += 1 / whole;
  }
  return { estimate, gradient, at };
}

function marginOf(
  set: ResponseSetTable,
  line: readonly number[],
  part: Cells,
  base: ResponseBase,
  options: EstimateOptions,
  hidden: HiddenOfGroup | null,
): GroupMargin {
  const whole = wholeOf(set.table, part);
  const share = shareIn(set, line, whole, base);
  const shown = hidden ? (hidden.share ? 'suppressed' : 'yes') : policyOf(options)(whole.n, [share]);
  const { n, weightedN } = hidden?.total ? { n: null, weightedN: null } : whole;
  return {
    n,
    weightedN,
    share: shown === 'suppressed' ? suppressedShare : shareEstimate(share, options),
    shown,
  };
}

/** An item's table: groups by chosen and not. */
function guardOf(table: Tally, count: Uint32Array, minimum: number): ProtectedTable {
  const cells = Array.from(count, (chose, group) => [chose, table.counts[group] - chose]).flat();
  return protectTable(cells, count.length, 2, minimum);
}

function shareIn(set: ResponseSetTable, line: readonly number[], whole: Whole, base: ResponseBase): Share {
  const { n, weightedN, df, cells } = whole;
  const countOf = (lines: readonly number[]): number =>
    lines.reduce((sum, one) => sum + sumOver(set.counts[one], cells, 0), 0);
  const chose = countOf(line);
  const all = base === 'respondents' ? n : countOf([...Array(set.itemCount).keys()]);
  const given = { n: all === 0 ? 0 : n, part: chose, weightedN, df };
  if (all === 0) return { estimate: NaN, se: NaN, deff: NaN, ...given };
  if (chose === 0 || chose === all) return { estimate: Number(chose > 0), se: 0, deff: NaN, ...given };
  const statistic = lineShare(set, line, cells, base);
  const variance = withoutRounding(set.table, statistic, varianceOf(set.table, statistic, cells));
  const { estimate } = statistic;
  const deff = base === 'respondents' ? (variance * (n - 1)) / (estimate * (1 - estimate)) : NaN;
  return { estimate, se: Math.sqrt(variance), deff, ...given };
}

function countChosen(
  { weights }: SurveyDesign,
  item: Indicator,
  cells: Int32Array,
  groupCount: number,
): Uint32Array {
  const counts = new Uint32Array(groupCount);
  for (let row = 0; row < cells.length; row++)
    if (cells[row] >= 0 && item[row] === 1 && weights[row] > 0) counts[cells[row]]++;
  return counts;
}

function sumOver(totals: ArrayLike<number>, part: Cells, from: number): number {
  let sum = 0;
  for (let cell = 0; cell < part.length; cell++) if (part[cell] === 1) sum += totals[from + cell];
  return sum;
}
