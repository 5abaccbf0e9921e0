import type { UnitTotals } from './unitTotals.ts';

export interface Domain {
  readonly psuCount: number;
  /** PSUs with respondents in the domain − strata with such PSUs; R's `degf(subset(design, ...))`. */
  readonly df: number;
}

/** @param inside for each cell 1 where it belongs to the domain; `null`: all cells. Layers do not count. */
export function domainOf(totals: UnitTotals, inside: Uint8Array | null): Domain {
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
