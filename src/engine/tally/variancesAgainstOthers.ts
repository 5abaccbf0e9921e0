import type { Tally } from './talliedTable.ts';
import type { UnitTotals } from './unitTotals.ts';
import { rulesOf } from './variance.ts';
import { squaresAbout } from './variancesOfFour.ts';
import { isPlain } from './variancesOf.ts';
import { roundingOfSize } from './withoutRounding.ts';

export interface VariancesAgainstOthers {
  /** For each group the share among all respondents of the other groups, and its variance. */
  readonly others: Float64Array;
  readonly ofOthers: Float64Array;
  /** Of the group's own share less that of the others; 0 where it is only rounding (`withoutRounding`). */
  readonly ofDifference: Float64Array;
}

/** Totals of groups in the units of one stratum that are in memory at a time (64 MB). */
const mostTotals = 4_000_000;

/**
 * The variances of ratios, as `varianceOf` gives them, for a table whose cells are 2·group for its numerator and
 * 2·group + 1 for the rest of its denominator.
 *
 * Where a group has no respondents in a stratum, the others are everybody there. Everybody's linearised totals are
 * r + δ·z, with r = numerator − p·z the residuals from the share p of all, z the denominator and δ what p differs from
 * the share of the others; so that their squares and products are added up once a stratum for all groups, and only the
 * strata that a group is in are gone through for it. δ is small: no digits are lost.
 *
 * @returns `null` for tables whose statistics are to be taken one by one (`variancesOf`).
 */
export function variancesAgainstOthers(table: Tally): VariancesAgainstOthers | null {
  const groupCount = table.cellCount / 2;
  const most = table.stages.reduce((units, { groupStart }) => Math.max(units, longest(groupStart)), 0);
  if (!isPlain(table) || groupCount * most > mostTotals) return null;
  const sums = { ...sharesOf(table, groupCount), work: workFor(groupCount, most) };
  const ofOthers = new Float64Array(groupCount);
  const ofDifference = new Float64Array(groupCount);
  table.stages.forEach((totals, stage) => addStage(totals, stage, sums, ofOthers, ofDifference));
  for (let group = 0; group < groupCount; group++)
    if (ofDifference[group] < roundingOfSize(sizeOfDifference(sums, group))) ofDifference[group] = 0;
  return { others: sums.others, ofOthers, ofDifference };
}

interface Sums {
  /** Share of each group and of all others than it, and the denominators of both. */
  readonly here: Float64Array;
  readonly hereOf: Float64Array;
  readonly others: Float64Array;
  readonly othersOf: Float64Array;
  readonly share: number;
  readonly work: Work;
}

/** Room that every stratum uses again; that of groups by the place of a group among those in the stratum. */
interface Work {
  readonly place: Int32Array;
  readonly present: Uint32Array;
  readonly numerators: Float64Array;
  readonly denominators: Float64Array;
  readonly residuals: Float64Array;
  readonly wholes: Float64Array;
  readonly scores: Float64Array;
  readonly differences: Float64Array;
}

function workFor(groupCount: number, most: number): Work {
  return {
    place: new Int32Array(groupCount).fill(-1),
    present: new Uint32Array(groupCount),
    numerators: new Float64Array(groupCount * most),
    denominators: new Float64Array(groupCount * most),
    residuals: new Float64Array(most),
    wholes: new Float64Array(most),
    scores: new Float64Array(most),
    differences: new Float64Array(most),
  };
}

function sharesOf({ totals }: Tally, groupCount: number): Omit<Sums, 'work'> {
  const here = new Float64Array(groupCount);
  const hereOf = new Float64Array(groupCount);
  const others = new Float64Array(groupCount);
  const othersOf = new Float64Array(groupCount);
  let numerator = 0;
  let denominator = 0;
  for (let group = 0; group < groupCount; group++) {
    hereOf[group] = totals[2 * group] + totals[2 * group + 1];
    here[group] = totals[2 * group] / hereOf[group];
    numerator += totals[2 * group];
    denominator += hereOf[group];
  }
  for (let group = 0; group < groupCount; group++) {
    othersOf[group] = denominator - hereOf[group];
    others[group] = (numerator - totals[2 * group]) / othersOf[group];
  }
  return { here, hereOf, others, othersOf, share: numerator / denominator };
}

/** What the linearised totals of the difference are made of, as `roundingOf` takes it. */
function sizeOfDifference({ here, hereOf, others, othersOf, share }: Sums, group: number): number {
  const all = othersOf[group] + hereOf[group];
  const ofAll = (share + others[group]) * all;
  return 2 * here[group] + (ofAll + (here[group] + others[group]) * hereOf[group]) / othersOf[group];
}

function addStage(
  totals: UnitTotals,
  stage: number,
  sums: Sums,
  ofOthers: Float64Array,
  ofDifference: Float64Array,
): void {
  const { design, groupStart } = totals;
  const { scale, centred } = rulesOf(design, stage);
  const { sampled } = design.stages[stage];
  const { here, hereOf, others, othersOf, share, work } = sums;
  const { place, present, numerators, denominators, residuals, wholes, scores, differences } = work;
  for (let stratum = 0; stratum < scale.length; stratum++) {
    const units = groupStart[stratum + 1] - groupStart[stratum];
    if (scale[stratum] === 0 || units === 0) continue;
    const count = layOut(totals, groupStart[stratum], units, share, work);
    const centredOver = centred[stratum] === 1 ? sampled[stratum] : null;
    const squares = productsAbout(residuals, residuals, units, centredOver);
    const products = productsAbout(residuals, wholes, units, centredOver);
    const squaresOfWholes = productsAbout(wholes, wholes, units, centredOver);
    for (let group = 0; group < place.length; group++) {
      if (place[group] >= 0) continue;
      const delta = share - others[group];
      const ofEverybody = squares + delta * (2 * products + delta * squaresOfWholes);
      const variance = (scale[stratum] * ofEverybody) / (othersOf[group] * othersOf[group]);
      ofOthers[group] += variance;
      ofDifference[group] += variance;
    }
    for (let index = 0; index < count; index++) {
      const group = present[index];
      const delta = share - others[group];
      let sum = 0;
      let sumOfDifferences = 0;
      for (let unit = 0, at = index * units; unit < units; unit++, at++) {
        const all = residuals[unit] + delta * wholes[unit];
        const score = (all - (numerators[at] - others[group] * denominators[at])) / othersOf[group];
        const own = (numerators[at] - here[group] * denominators[at]) / hereOf[group];
        scores[unit] = score;
        differences[unit] = own - score;
        sum += score;
        sumOfDifferences += own - score;
      }
      ofOthers[group] += scale[stratum] * squaresAbout(scores, 0, units, sum, centredOver);
      ofDifference[group] +=
        scale[stratum] * squaresAbout(differences, 0, units, sumOfDifferences, centredOver);
      place[group] = -1;
    }
  }
}

/** The totals of a stratum's units, of everybody and of each group there. @returns how many groups are there. */
function layOut(
  { unitStart, cells, values }: UnitTotals,
  from: number,
  units: number,
  share: number,
  { place, present, numerators, denominators, residuals, wholes }: Work,
): number {
  let count = 0;
  for (let unit = 0; unit < units; unit++) {
    let numerator = 0;
    let denominator = 0;
    for (let entry = unitStart[from + unit]; entry < unitStart[from + unit + 1]; entry++) {
      const group = cells[entry] >>> 1;
      if (place[group] < 0) {
        place[group] = count;
        present[count] = group;
        numerators.fill(0, count * units, (count + 1) * units);
        denominators.fill(0, count * units, (count + 1) * units);
        count++;
      }
      const at = place[group] * units + unit;
      denominators[at] += values[entry];
      denominator += values[entry];
      if ((cells[entry] & 1) === 1) continue;
      numerators[at] += values[entry];
      numerator += values[entry];
    }
    wholes[unit] = denominator;
    residuals[unit] = numerator - share * denominator;
  }
  return count;
}

/** Σ (a − ā)(b − b̄) over the sampled units of a stratum, those without respondents with 0; as `squaresAbout`. */
function productsAbout(a: Float64Array, b: Float64Array, units: number, centredOver: number | null): number {
  let sumOfA = 0;
  let sumOfB = 0;
  for (let unit = 0; unit < units; unit++) {
    sumOfA += a[unit];
    sumOfB += b[unit];
  }
  const meanOfA = centredOver === null ? 0 : sumOfA / centredOver;
  const meanOfB = centredOver === null ? 0 : sumOfB / centredOver;
  let products = 0;
  for (let unit = 0; unit < units; unit++) products += (a[unit] - meanOfA) * (b[unit] - meanOfB);
  return centredOver === null ? products : products + (centredOver - units) * meanOfA * meanOfB;
}

function longest(start: Uint32Array): number {
  let most = 0;
  for (let index = 1; index < start.length; index++) most = Math.max(most, start[index] - start[index - 1]);
  return most;
}
