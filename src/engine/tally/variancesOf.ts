import { setsOfCells, type SetsOfCells } from './setsOfCells.ts';
import type { Statistic } from './statistic.ts';
import type { Tally } from './talliedTable.ts';
import type { UnitTotals } from './unitTotals.ts';
import { rulesOf, varianceOf } from './variance.ts';
import { addStageOfFour, squaresAbout } from './variancesOfFour.ts';

/**
 * The variance of each of many statistics of a table, as `varianceOf` gives them.
 *
 * Where all are sums of few terms (shares, differences of shares), the totals of each set of cells are added up
 * once in every unit, and a statistic's scores are the sum of two or four of these: for 720 shares of a
 * 12 × 20 table an eighth of the work. Tables of four cells have a way of their own. Designs with replicates or calibration, those without PSUs and the
 * policy `average` take the statistics one by one.
 *
 * @param domains for each statistic the cells of its domain, as for `varianceOf`.
 */
export function variancesOf(
  table: Tally,
  statistics: readonly Statistic[],
  domains: readonly Uint8Array[] | null = null,
): Float64Array {
  const variances = new Float64Array(statistics.length);
  if (isPlain(table) && table.totals.length === 4) {
    table.stages.forEach((totals, stage) => addStageOfFour(totals, stage, statistics, variances));
    return variances;
  }
  const shared = isPlain(table) ? sharedTerms(statistics, table.cellCount) : null;
  if (shared === null || !fits(table, shared))
    return Float64Array.from(statistics, (statistic, index) =>
      varianceOf(table, statistic, domains && domains[index]),
    );
  table.stages.forEach((totals, stage) => addStage(totals, stage, shared, variances));
  return variances;
}

/** Whether a variance is no more than the squared deviations of the units' linearised totals, stratum by stratum. */
export function isPlain({ design, stages }: Tally): boolean {
  const averages =
    design.summary.lonelyPsu === 'average' && design.stages.some(({ lonely }) => lonely.includes(1));
  const isWhole = design.replicates === null && design.calibration === null && !averages;
  return isWhole && stages.every(({ multiplicity }) => multiplicity === null);
}

/** The terms of all statistics, by the different sets of cells that they are over. */
interface SharedTerms {
  readonly setCount: number;
  readonly ofCells: SetsOfCells;
  /** First term of each statistic, and the end. */
  readonly start: Uint32Array;
  readonly sets: Uint32Array;
  readonly slopes: Float64Array;
}

function sharedTerms(statistics: readonly Statistic[], cellCount: number): SharedTerms | null {
  const numberOf = new Map<Uint8Array, number>();
  const start = new Uint32Array(statistics.length + 1);
  const sets: number[] = [];
  const slopes: number[] = [];
  for (let index = 0; index < statistics.length; index++) {
    const { terms } = statistics[index];
    if (terms === undefined) return null;
    for (const { cells, slope } of terms) {
      let set = numberOf.get(cells);
      if (set === undefined) numberOf.set(cells, (set = numberOf.size));
      sets.push(set);
      slopes.push(slope);
    }
    start[index + 1] = sets.length;
  }
  return {
    setCount: numberOf.size,
    ofCells: setsOfCells([...numberOf.keys()], cellCount),
    start,
    sets: Uint32Array.from(sets),
    slopes: Float64Array.from(slopes),
  };
}

/** Sums of sets in the units of one group that are in memory at a time (32 MB). */
const mostSums = 4_000_000;

function fits({ stages }: Tally, { setCount }: SharedTerms): boolean {
  return stages.every(({ groupStart }) => setCount * longest(groupStart) <= mostSums);
}

function longest(start: Uint32Array): number {
  let most = 0;
  for (let index = 1; index < start.length; index++) most = Math.max(most, start[index] - start[index - 1]);
  return most;
}

function addStage(totals: UnitTotals, stage: number, terms: SharedTerms, variances: Float64Array): void {
  const { design, groupStart } = totals;
  const { scale, centred } = rulesOf(design, stage);
  const { sampled } = design.stages[stage];
  const most = longest(groupStart);
  const sums = new Float64Array(terms.setCount * most);
  const present = new Uint8Array(terms.setCount);
  const scores = new Float64Array(most);
  for (let group = 0; group < scale.length; group++) {
    const from = groupStart[group];
    const units = groupStart[group + 1] - from;
    if (scale[group] === 0 || units === 0) continue;
    sums.fill(0, 0, terms.setCount * units);
    present.fill(0);
    sumSets(totals, from, units, terms.ofCells, sums, present);
    for (let index = 0; index < variances.length; index++) {
      if (!fillScores(terms, index, sums, present, scores, units)) continue;
      let sum = 0;
      for (let unit = 0; unit < units; unit++) sum += scores[unit];
      const squares = squaresAbout(scores, 0, units, sum, centred[group] === 1 ? sampled[group] : null);
      variances[index] += scale[group] * squares;
    }
  }
}

/** Adds up each set in each unit of a group, set by set, and marks those that are there. */
function sumSets(
  { unitStart, cells, values }: UnitTotals,
  from: number,
  units: number,
  { start, sets }: SetsOfCells,
  sums: Float64Array,
  present: Uint8Array,
): void {
  for (let unit = 0; unit < units; unit++)
    for (let entry = unitStart[from + unit]; entry < unitStart[from + unit + 1]; entry++) {
      const value = values[entry];
      const end = start[cells[entry] + 1];
      for (let at = start[cells[entry]]; at < end; at++) {
        const set = sets[at];
        sums[set * units + unit] += value;
        present[set] = 1;
      }
    }
}

/** The linearised totals of a statistic in the units of a group. @returns whether it has any there. */
function fillScores(
  { start, sets, slopes }: SharedTerms,
  statistic: number,
  sums: Float64Array,
  present: Uint8Array,
  scores: Float64Array,
  units: number,
): boolean {
  let isThere = false;
  for (let term = start[statistic]; term < start[statistic + 1]; term++) {
    const from = sets[term] * units;
    const slope = slopes[term];
    if (present[sets[term]] === 0) continue;
    if (isThere) for (let unit = 0; unit < units; unit++) scores[unit] += slope * sums[from + unit];
    else for (let unit = 0; unit < units; unit++) scores[unit] = slope * sums[from + unit];
    isThere = true;
  }
  return isThere;
}
