import { replicateRank } from '../design/replicateRank.ts';
import type { ReplicateWeights } from '../design/replicateWeights.ts';
import { setsOfCells } from './setsOfCells.ts';
import type { UnitTotals } from './unitTotals.ts';

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
