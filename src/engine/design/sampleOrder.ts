import type { Factor } from './factor.ts';

/** Rows of positive weight in the order of strata and PSUs, and the counts that go with it. */
export interface SampleOrder {
  readonly order: Uint32Array;
  readonly psuStart: Uint32Array | null;
  readonly stratumStart: Uint32Array;
  readonly sampledPsus: Float64Array<ArrayBuffer>;
  readonly nestedPsu: boolean;
  readonly df: number;
}

export function sampleOrder(strata: Factor, psus: Factor | null, weights: Float64Array): SampleOrder {
  const clusters = psus ? clustersWithinStrata(strata, psus) : null;
  const eachRowAlone = clusters === null || clusters.stratumOf.length === strata.codes.length;
  const strataCount = strata.names.length;
  const sampledPsus = new Float64Array(strataCount);
  if (clusters) for (const stratum of clusters.stratumOf) sampledPsus[stratum]++;
  else for (const stratum of strata.codes) sampledPsus[stratum]++;

  const nestedPsu = clusters !== null && psus !== null && clusters.stratumOf.length > psus.names.length;
  if (eachRowAlone) {
    const { order, start } = sortByGroup(strata.codes, strataCount, weights);
    const used = countUsed(start);
    return { order, psuStart: null, stratumStart: start, sampledPsus, nestedPsu, df: order.length - used };
  }

  const { order, start } = sortByGroup(clusters.codes, clusters.stratumOf.length, weights);
  const psuStart: number[] = [];
  const stratumStart = new Uint32Array(strataCount + 1);
  for (let cluster = 0; cluster < clusters.stratumOf.length; cluster++) {
    if (start[cluster] === start[cluster + 1]) continue;
    psuStart.push(start[cluster]);
    stratumStart[clusters.stratumOf[cluster] + 1]++;
  }
  const psuCount = psuStart.length;
  psuStart.push(order.length);
  for (let stratum = 0; stratum < strataCount; stratum++) stratumStart[stratum + 1] += stratumStart[stratum];
  const df = psuCount - countUsed(stratumStart);
  return { order, psuStart: Uint32Array.from(psuStart), stratumStart, sampledPsus, nestedPsu, df };
}

/** Numbers the (stratum, PSU id) pairs that occur, sorted by stratum, then id. */
function clustersWithinStrata(strata: Factor, psus: Factor): { codes: Uint32Array; stratumOf: Uint32Array } {
  const rowCount = strata.codes.length;
  const width = psus.names.length;
  const keys = new Float64Array(rowCount);
  for (let row = 0; row < rowCount; row++) keys[row] = strata.codes[row] * width + psus.codes[row];
  const distinct = Float64Array.from(new Set(keys)).sort();
  const place = new Map<number, number>();
  distinct.forEach((key, index) => place.set(key, index));
  const codes = new Uint32Array(rowCount);
  for (let row = 0; row < rowCount; row++) codes[row] = place.get(keys[row])!;
  return { codes, stratumOf: Uint32Array.from(distinct, (key) => Math.floor(key / width)) };
}

/** Counting sort of the rows of positive weight; `start` has groups + 1 offsets. */
function sortByGroup(
  groups: Uint32Array,
  groupCount: number,
  weights: Float64Array,
): { order: Uint32Array; start: Uint32Array } {
  const start = new Uint32Array(groupCount + 1);
  for (let row = 0; row < groups.length; row++) if (weights[row] > 0) start[groups[row] + 1]++;
  for (let group = 0; group < groupCount; group++) start[group + 1] += start[group];
  const next = start.slice(0, groupCount);
  const order = new Uint32Array(start[groupCount]);
  for (let row = 0; row < groups.length; row++) if (weights[row] > 0) order[next[groups[row]]++] = row;
  return { order, start };
}

function countUsed(start: Uint32Array): number {
  let used = 0;
  for (let group = 0; group + 1 < start.length; group++) if (start[group + 1] > start[group]) used++;
  return used;
}
