import { replicateRank } from '../design/replicateRank.ts';
import type { ReplicateWeights } from '../design/replicateWeights.ts';
import { setsOfCells } from './setsOfCells.ts';
import type { FourTotals, UnitTotals } from './unitTotals.ts';

export interface Domain {
  readonly psuCount: number;
  /**
   * PSUs with respondents in the domain − strata with such PSUs; with replicate weights the rank of
   * those of the respondents − 1. R's `degf(subset(design, ...))` in both cases.
   */
  readonly df: number;
}

/** @param inside for each cell 1 where it belongs to the domain; `null`: all cells. Layers do not count. */
export function domainOf(totals: UnitTotals, inside: Uint8Array | null): Domain {
  const { replicates } = totals.design;
  if (replicates) {
    const units = unitsInside(totals, inside);
    return { psuCount: units.length, df: replicateDf(replicates, units) };
  }
  if (totals.four) return domainOfFour(totals.groupStart, totals.four, inside);
  const { groupStart, unitStart, multiplicity, cells } = totals;
  let psuCount = 0;
  let strataCount = 0;
  for (let stratum = 0; stratum + 1 < groupStart.length; stratum++) {
    const before = psuCount;
    for (let unit = groupStart[stratum]; unit < groupStart[stratum + 1]; unit++) {
      for (let entry = unitStart[unit]; entry < unitStart[unit + 1]; entry++) {
        if (inside !== null && inside[cells[entry]] !== 1) continue;
        psuCount += multiplicity === null ? 1 : multiplicity[unit];
        break;
      }
    }
    if (psuCount > before) strataCount++;
  }
  return { psuCount, df: psuCount - strataCount };
}

function domainOfFour(groupStart: Uint32Array, { present }: FourTotals, inside: Uint8Array | null): Domain {
  const wanted = inside === null ? 15 : inside[0] | (inside[1] << 1) | (inside[2] << 2) | (inside[3] << 3);
  let psuCount = 0;
  let strataCount = 0;
  for (let stratum = 0; stratum + 1 < groupStart.length; stratum++) {
    const before = psuCount;
    for (let unit = groupStart[stratum]; unit < groupStart[stratum + 1]; unit++)
      psuCount += (present[unit] & wanted) === 0 ? 0 : 1;
    if (psuCount > before) strataCount++;
  }
  return { psuCount, df: psuCount - strataCount };
}

/** Up to so many sets, one search after the other is the faster: each stops at the first cell it finds. */
const fewSets = 4;

/** `domainOf` each of several sets of cells, in one pass where there are many. */
export function domainsOf(totals: UnitTotals, sets: readonly Uint8Array[]): Domain[] {
  if (totals.design.replicates || sets.length <= fewSets)
    return sets.map((inside) => domainOf(totals, inside));
  const { groupStart, unitStart, multiplicity, cells } = totals;
  const { start, sets: setsOf } = setsOfCells(sets, sets[0]?.length ?? 0);
  const psuCounts = new Float64Array(sets.length);
  const strataCounts = new Float64Array(sets.length);
  const lastUnit = new Int32Array(sets.length).fill(-1);
  const lastStratum = new Int32Array(sets.length).fill(-1);
  for (let stratum = 0; stratum + 1 < groupStart.length; stratum++)
    for (let unit = groupStart[stratum]; unit < groupStart[stratum + 1]; unit++)
      for (let entry = unitStart[unit]; entry < unitStart[unit + 1]; entry++) {
        const cell = cells[entry];
        if (cell + 1 >= start.length) continue;
        for (let at = start[cell]; at < start[cell + 1]; at++) {
          const set = setsOf[at];
          if (lastUnit[set] === unit) continue;
          lastUnit[set] = unit;
          psuCounts[set] += multiplicity === null ? 1 : multiplicity[unit];
          if (lastStratum[set] === stratum) continue;
          lastStratum[set] = stratum;
          strataCounts[set]++;
        }
      }
  return sets.map((_, set) => ({
    psuCount: psuCounts[set],
    df: psuCounts[set] - strataCounts[set],
  }));
}

/**
 * `domainOf` the respondents outside each group. The groups' cells stand one behind the other, `width` each, so that
 * a unit is lost to those outside a group where all its respondents are in the group.
 */
export function domainsOutside(totals: UnitTotals, groupCount: number, width: number): Domain[] {
  const { design, groupStart, unitStart, multiplicity, cells } = totals;
  if (design.replicates)
    return Array.from({ length: groupCount }, (_, group) => {
      const outside = new Uint8Array(groupCount * width).fill(1);
      return domainOf(totals, outside.fill(0, group * width, (group + 1) * width));
    });
  const all = domainOf(totals, null);
  const psuCounts = new Float64Array(groupCount).fill(all.psuCount);
  const strataCounts = new Float64Array(groupCount).fill(all.psuCount - all.df);
  for (let stratum = 0; stratum + 1 < groupStart.length; stratum++) {
    let only = -1;
    let isShared = false;
    for (let unit = groupStart[stratum]; unit < groupStart[stratum + 1]; unit++) {
      if (unitStart[unit] === unitStart[unit + 1]) continue;
      const group = onlyGroup(cells, unitStart[unit], unitStart[unit + 1], width);
      if (group >= 0) psuCounts[group] -= multiplicity === null ? 1 : multiplicity[unit];
      isShared ||= group < 0 || (only >= 0 && only !== group);
      only = group;
    }
    if (only >= 0 && !isShared) strataCounts[only]--;
  }
  return Array.from(psuCounts, (psuCount, group) => ({ psuCount, df: psuCount - strataCounts[group] }));
}

/** The group that all entries from one to another belong to; −1 where there are several. */
function onlyGroup(cells: Uint32Array, from: number, to: number, width: number): number {
  const group = Math.floor(cells[from] / width);
  for (let entry = from + 1; entry < to; entry++) if (Math.floor(cells[entry] / width) !== group) return -1;
  return group;
}

function unitsInside({ unitStart, cells }: UnitTotals, inside: Uint8Array | null): number[] {
  const units: number[] = [];
  for (let unit = 0; unit + 1 < unitStart.length; unit++)
    for (let entry = unitStart[unit]; entry < unitStart[unit + 1]; entry++) {
      if (inside !== null && inside[cells[entry]] !== 1) continue;
      units.push(unit);
      break;
    }
  return units;
}

const known = new WeakMap<ReplicateWeights, Map<string, number>>();

/** The same domains come back in table after table: their ranks are kept. */
function replicateDf(replicates: ReplicateWeights, units: readonly number[]): number {
  if (units.length === replicates.squares.length) return replicates.df;
  let ofDesign = known.get(replicates);
  if (!ofDesign) known.set(replicates, (ofDesign = new Map()));
  const key = keyOf(units, replicates.squares.length);
  let df = ofDesign.get(key);
  if (df === undefined)
    ofDesign.set(key, (df = Math.min(replicates.df, replicateRank(replicates, units, replicates.rank) - 1)));
  return df;
}

/** One bit a unit. */
function keyOf(units: readonly number[], unitCount: number): string {
  const words = new Uint16Array(Math.ceil(unitCount / 16));
  for (const unit of units) words[unit >> 4] |= 1 << (unit & 15);
  let key = '';
  for (const word of words) key += String.fromCharCode(word);
  return key;
}
