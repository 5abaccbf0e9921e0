import { refuseLonely } from '../design/lonelyPsu.ts';
import type { SurveyDesign } from '../design/surveyDesign.ts';
import type { Tally } from './talliedTable.ts';
import { tallySorted, tallyUnits } from './tally.ts';
import type { UnitTotals } from './unitTotals.ts';

/** For each position of `design.order` 1, 0, or 2 for no valid answer. */
type States = Uint8Array;

/** Cell for 4·first + second, each 0, 1 or 2; 4 is outside. */
const cellOfStates = Uint8Array.of(3, 2, 4, 4, 1, 0, 4, 4, 4, 4, 4, 4);

/**
 * Tallies the 2 × 2 table of those with a valid answer to both. Cells: both, the first only, the second only, neither.
 *
 * @param first @param second in the order of `design.order`.
 * @param scratch one cell a position, overwritten.
 * @param apart keeps each row as a unit where there are no PSUs.
 */
export function tallyPair(
  design: SurveyDesign,
  first: States,
  second: States,
  scratch: Uint8Array,
  apart = false,
): Tally {
  const cellOf = cellOfStates;
  for (let position = 0; position < scratch.length; position++)
    scratch[position] = cellOf[(first[position] << 2) | second[position]];
  return tallySorted(design, scratch, 4, apart ? [] : undefined);
}

/** Totals of units of many pairs that are in memory at a time (32 MB). */
const mostTotals = 4_000_000;

/**
 * `tallyPair` each of the first with each of the second, row by row, several in one pass over the rows.
 *
 * Rows are taken block by block; in a block each state becomes a weight or 0, and 1 or 0, so that the four totals
 * of a pair are sums of products: no look-up, no branch, and not a bit different from sums over the rows of a
 * cell. Designs without PSUs, in two stages or calibrated go pair by pair.
 */
export function* tallyPairs(
  design: SurveyDesign,
  firsts: readonly States[],
  seconds: readonly States[],
): Generator<Tally> {
  const [{ unitStart }] = design.stages;
  if (unitStart === null || design.stages.length > 1 || design.calibration !== null) {
    const scratch = new Uint8Array(design.order.length);
    for (const first of firsts) for (const second of seconds) yield tallyPair(design, first, second, scratch);
    return;
  }
  const units = unitStart.length - 1;
  const batch = Math.max(1, Math.floor(mostTotals / (4 * units * Math.max(1, seconds.length))));
  const rows = answering({ weights: design.sortedWeights, unitStart, firsts, seconds });
  const bitsOfSeconds = rows.seconds.map(bitsOf);
  for (let from = 0; from < firsts.length; from += batch) {
    const some = rows.firsts.slice(from, from + batch);
    const totals = totalsOfPairs({ ...rows, firsts: some });
    for (const [index, first] of some.entries()) {
      const bits = bitsOf(first);
      for (const [other, bitsOfSecond] of bitsOfSeconds.entries()) {
        const counts = countPair(bits, bitsOfSecond);
        yield tableOf(design, counts, totals[index * seconds.length + other]);
      }
    }
  }
}

/** Rows that are worked on at a time: what all states of them become stays in the processor's cache. */
const blockRows = 1024;

/** Rows by unit, with the states of each concern. */
interface Rows {
  readonly weights: Float64Array;
  readonly unitStart: Uint32Array;
  readonly firsts: readonly States[];
  readonly seconds: readonly States[];
}

/** Below this part of all rows, those with an answer on both sides are laid together. */
const fewRows = 0.8;

/** The rows that are in any pair: in a domain, a filter or a facet, few of all. */
function answering(rows: Rows): Rows {
  const { weights, unitStart, firsts, seconds } = rows;
  const isIn = new Uint8Array(weights.length);
  let count = 0;
  for (let position = 0; position < isIn.length; position++)
    if (answersAny(firsts, position) && answersAny(seconds, position)) {
      isIn[position] = 1;
      count++;
    }
  if (count >= fewRows * isIn.length) return rows;
  const kept = new Uint32Array(count);
  const start = new Uint32Array(unitStart.length);
  let next = 0;
  for (let unit = 0; unit + 1 < unitStart.length; unit++) {
    for (let position = unitStart[unit]; position < unitStart[unit + 1]; position++)
      if (isIn[position] === 1) kept[next++] = position;
    start[unit + 1] = next;
  }
  const ofKept = (states: States): States => {
    const some = new Uint8Array(count);
    for (let at = 0; at < count; at++) some[at] = states[kept[at]];
    return some;
  };
  const keptWeights = new Float64Array(count);
  for (let at = 0; at < count; at++) keptWeights[at] = weights[kept[at]];
  return {
    weights: keptWeights,
    unitStart: start,
    firsts: firsts.map(ofKept),
    seconds: seconds.map(ofKept),
  };
}

function answersAny(concerns: readonly States[], position: number): boolean {
  for (let index = 0; index < concerns.length; index++) if (concerns[index][position] !== 2) return true;
  return false;
}

/** For each pair units × 4. */
function totalsOfPairs({ weights, unitStart, firsts, seconds }: Rows): Float64Array[] {
  const units = unitStart.length - 1;
  const totals = firsts.flatMap(() => seconds.map(() => new Float64Array(4 * units)));
  let most = 0;
  for (let unit = 0; unit < units; unit++) most = Math.max(most, unitStart[unit + 1] - unitStart[unit]);
  const room = (): [Float64Array, Float64Array] => [
    new Float64Array(blockRows + most),
    new Float64Array(blockRows + most),
  ];
  const weighted = firsts.map(room);
  const marked = seconds.map(room);
  for (let from = 0, to = 0; from < units; from = to) {
    while (to < units && unitStart[to] - unitStart[from] < blockRows) to++;
    const first = unitStart[from];
    const end = unitStart[to];
    firsts.forEach((states, index) => weigh(states, weights, first, end, ...weighted[index]));
    seconds.forEach((states, index) => mark(states, first, end, ...marked[index]));
    for (let one = 0; one < firsts.length; one++)
      for (let other = 0; other < seconds.length; other++)
        addProducts(weighted[one], marked[other], unitStart, from, to, totals[one * seconds.length + other]);
  }
  return totals;
}

function weigh(
  states: States,
  weights: Float64Array,
  from: number,
  to: number,
  yes: Float64Array,
  no: Float64Array,
): void {
  for (let position = from, at = 0; position < to; position++, at++) {
    const state = states[position];
    yes[at] = state === 1 ? weights[position] : 0;
    no[at] = state === 0 ? weights[position] : 0;
  }
}

function mark(states: States, from: number, to: number, yes: Float64Array, no: Float64Array): void {
  for (let position = from, at = 0; position < to; position++, at++) {
    const state = states[position];
    yes[at] = state === 1 ? 1 : 0;
    no[at] = state === 0 ? 1 : 0;
  }
}

function addProducts(
  [firstYes, firstNo]: readonly [Float64Array, Float64Array],
  [secondYes, secondNo]: readonly [Float64Array, Float64Array],
  unitStart: Uint32Array,
  from: number,
  to: number,
  totals: Float64Array,
): void {
  const before = unitStart[from];
  for (let unit = from; unit < to; unit++) {
    const end = unitStart[unit + 1] - before;
    let both = 0;
    let firstOnly = 0;
    let secondOnly = 0;
    let neither = 0;
    for (let at = unitStart[unit] - before; at < end; at++) {
      const yes = firstYes[at];
      const no = firstNo[at];
      const secondIs = secondYes[at];
      const secondIsNot = secondNo[at];
      both += yes * secondIs;
      firstOnly += yes * secondIsNot;
      secondOnly += no * secondIs;
      neither += no * secondIsNot;
    }
    totals[4 * unit] = both;
    totals[4 * unit + 1] = firstOnly;
    totals[4 * unit + 2] = secondOnly;
    totals[4 * unit + 3] = neither;
  }
}

/** The table of a pair from the four totals of each unit. */
function tableOf(design: SurveyDesign, counts: Uint32Array, beside: Float64Array): Tally {
  const units = beside.length / 4;
  const present = new Uint8Array(units);
  let both = 0;
  let firstOnly = 0;
  let secondOnly = 0;
  let neither = 0;
  for (let unit = 0, at = 0; unit < units; unit++, at += 4) {
    const one = beside[at];
    const two = beside[at + 1];
    const three = beside[at + 2];
    const four = beside[at + 3];
    both += one;
    firstOnly += two;
    secondOnly += three;
    neither += four;
    present[unit] = (one === 0 ? 0 : 1) | (two === 0 ? 0 : 2) | (three === 0 ? 0 : 4) | (four === 0 ? 0 : 8);
  }
  const { groupStart } = design.stages[0];
  const isThere = (group: number): boolean => {
    for (let unit = groupStart[group]; unit < groupStart[group + 1]; unit++)
      if (present[unit] !== 0) return true;
    return false;
  };
  refuseLonely(design, 0, isThere);
  let entries: ReturnType<typeof entriesOf> | null = null;
  const all = (): ReturnType<typeof entriesOf> => (entries ??= entriesOf(beside));
  return tallyUnits(counts, Float64Array.of(both, firstOnly, secondOnly, neither), {
    design,
    groupStart,
    multiplicity: null,
    within: null,
    four: { beside, present },
    get unitStart() {
      return all().unitStart;
    },
    get cells() {
      return all().cells;
    },
    get values() {
      return all().values;
    },
  });
}

/** Only the totals that are not 0. */
function entriesOf(beside: Float64Array): Pick<UnitTotals, 'unitStart' | 'cells' | 'values'> {
  const units = beside.length / 4;
  const cells = new Uint32Array(4 * units + 1);
  const values = new Float64Array(4 * units + 1);
  const unitStart = new Uint32Array(units + 1);
  let entries = 0;
  for (let unit = 0; unit < units; unit++) {
    for (let cell = 0; cell < 4; cell++) {
      const value = beside[4 * unit + cell];
      // Written over by the next where it is 0: cheaper than a branch.
      cells[entries] = cell;
      values[entries] = value;
      entries += value === 0 ? 0 : 1;
    }
    unitStart[unit + 1] = entries;
  }
  return { unitStart, cells: cells.subarray(0, entries), values: values.subarray(0, entries) };
}

/** One bit a position, 32 in a word. */
interface Bits {
  readonly yes: Int32Array;
  readonly no: Int32Array;
}

function bitsOf(states: States): Bits {
  const yes = new Int32Array(Math.ceil(states.length / 32));
  const no = new Int32Array(yes.length);
  for (let word = 0; word < yes.length; word++) {
    const end = Math.min(states.length, 32 * word + 32);
    let isYes = 0;
    let isNo = 0;
    for (let position = 32 * word; position < end; position++) {
      const state = states[position];
      isYes |= (state & 1) << (position & 31);
      isNo |= Number(state === 0) << (position & 31);
    }
    yes[word] = isYes;
    no[word] = isNo;
  }
  return { yes, no };
}

function countPair(first: Bits, second: Bits): Uint32Array {
  let both = 0;
  let firstOnly = 0;
  let secondOnly = 0;
  let neither = 0;
  for (let word = 0; word < first.yes.length; word++) {
    both += ones(first.yes[word] & second.yes[word]);
    firstOnly += ones(first.yes[word] & second.no[word]);
    secondOnly += ones(first.no[word] & second.yes[word]);
    neither += ones(first.no[word] & second.no[word]);
  }
  return Uint32Array.of(both, firstOnly, secondOnly, neither);
}

/** How many bits of a word are 1 (Warren 2013, Hacker's Delight, section 5–1). */
function ones(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const nibbles = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((nibbles + (nibbles >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
