import type { Factor } from './factor.ts';

/** Units of one stage as they stand in the file. */
interface Level {
  /** The unit of each row. */
  readonly codes: Uint32Array;
  /** The unit of the stage before (or stratum) that each lies in; ascending. */
  readonly parents: Uint32Array;
  /** Its id, a code of the variable that names the units. */
  readonly ids: Uint32Array;
}

/** Where the units of one stage stand in the order of the sample. */
export interface StageOrder {
  /** As in `Stage`. */
  readonly unitStart: Uint32Array | null;
  readonly groupStart: Uint32Array;
  readonly sampled: Float64Array<ArrayBuffer>;
  /** For each row of the file its group, and for each group its place in the lists above; −1: it has no row of positive weight. */
  readonly groupOfRow: Uint32Array;
  readonly placeOfGroup: Int32Array;
  /** For each group the code of its id: of the stratum, or of the PSU. */
  readonly groupIds: Uint32Array;
}

/** Rows of positive weight in the order of strata, PSUs and units within PSUs, and where each begins. */
export interface SampleOrder {
  readonly order: Uint32Array;
  readonly stages: readonly StageOrder[];
  readonly nestedPsu: boolean;
  readonly df: number;
}

/**
 * @param psus `null`: each row is a PSU. @param ssus units of the second stage; only with PSUs.
 */
export function sampleOrder(
  strata: Factor,
  psus: Factor | null,
  ssus: Factor | null,
  weights: Float64Array,
): SampleOrder {
  const rowCount = strata.codes.length;
  const strataCount = strata.names.length;
  const ofStrata = {
    groupOfRow: strata.codes,
    placeOfGroup: Int32Array.from({ length: strataCount }, (_, stratum) => stratum),
    groupIds: Uint32Array.from({ length: strataCount }, (_, stratum) => stratum),
  };
  const first = psus ? unitsWithin(strata.codes, psus) : null;
  if (first === null || (first.parents.length === rowCount && ssus === null)) {
    const { order, start } = sortByUnit(strata.codes, strataCount, weights);
    const sampled = new Float64Array(strataCount);
    for (const stratum of strata.codes) sampled[stratum]++;
    const nestedPsu = first !== null && psus !== null && first.parents.length > psus.names.length;
    const stage = { ...ofStrata, unitStart: null, groupStart: start, sampled };
    return { order, stages: [stage], nestedPsu, df: order.length - countUsed(start) };
  }

  const second = ssus ? unitsWithin(first.codes, ssus) : null;
  const finest = second ?? first;
  const { order } = sortByUnit(finest.codes, finest.parents.length, weights);
  const stratumStage = stageOf(first, strataCount, ofStrata.placeOfGroup, weights);
  const stages: StageOrder[] = [{ ...ofStrata, ...stratumStage }];
  if (second) {
    const { placeOfUnit } = stratumStage;
    const psuStage = stageOf(second, countPresent(placeOfUnit), placeOfUnit, weights);
    stages.push({ ...psuStage, groupOfRow: first.codes, placeOfGroup: placeOfUnit, groupIds: first.ids });
  }
  return {
    order,
    stages,
    nestedPsu: psus !== null && first.parents.length > psus.names.length,
    df: countPresent(stratumStage.placeOfUnit) - countUsed(stratumStage.groupStart),
  };
}

/** Up to so many (group, id) pairs have a place each, whether they occur or not (16 MB). */
const mostPairs = 4_000_000;

/** Numbers the (group, id) pairs that occur, sorted by group, then id. */
function unitsWithin(groups: Uint32Array, units: Factor): Level {
  const width = units.names.length;
  let groupCount = 0;
  for (let row = 0; row < groups.length; row++) groupCount = Math.max(groupCount, groups[row] + 1);
  const keyAt = (row: number): number => groups[row] * width + units.codes[row];
  const isFew = groupCount * width <= mostPairs;
  const seen = isFew ? new Int32Array(groupCount * width) : new Map<number, number>();
  const distinct: number[] = [];
  for (let row = 0; row < groups.length; row++) {
    const key = keyAt(row);
    if (seen instanceof Map ? seen.has(key) : seen[key] === 1) continue;
    if (seen instanceof Map) seen.set(key, 1);
    else seen[key] = 1;
    distinct.push(key);
  }
  distinct.sort((a, b) => a - b);
  for (let index = 0; index < distinct.length; index++) {
    if (seen instanceof Map) seen.set(distinct[index], index);
    else seen[distinct[index]] = index;
  }
  const codes = new Uint32Array(groups.length);
  for (let row = 0; row < codes.length; row++)
    codes[row] = seen instanceof Map ? seen.get(keyAt(row))! : seen[keyAt(row)];
  return {
    codes,
    parents: Uint32Array.from(distinct, (key) => Math.floor(key / width)),
    ids: Uint32Array.from(distinct, (key) => key % width),
  };
}

/** Counts the units of each group, and finds where those with a positive weight begin. */
function stageOf(
  level: Level,
  groupCount: number,
  placeOfGroup: Int32Array,
  weights: Float64Array,
): Pick<StageOrder, 'unitStart' | 'groupStart' | 'sampled'> & { placeOfUnit: Int32Array } {
  const start = startOfUnits(level.codes, level.parents.length, weights);
  const sampled = new Float64Array(groupCount);
  const groupStart = new Uint32Array(groupCount + 1);
  const placeOfUnit = new Int32Array(level.parents.length).fill(-1);
  const unitStart: number[] = [];
  level.parents.forEach((parent, unit) => {
    const group = placeOfGroup[parent];
    if (group < 0) return;
    sampled[group]++;
    if (start[unit] === start[unit + 1]) return;
    placeOfUnit[unit] = unitStart.length;
    unitStart.push(start[unit]);
    groupStart[group + 1]++;
  });
  unitStart.push(start[level.parents.length]);
  for (let group = 0; group < groupCount; group++) groupStart[group + 1] += groupStart[group];
  return { unitStart: Uint32Array.from(unitStart), groupStart, sampled, placeOfUnit };
}

/** Counting sort of the rows of positive weight; `start` has units + 1 offsets. */
export function sortByUnit(
  units: Uint32Array,
  unitCount: number,
  weights: Float64Array,
): { order: Uint32Array; start: Uint32Array } {
  const start = startOfUnits(units, unitCount, weights);
  const next = start.slice(0, unitCount);
  const order = new Uint32Array(start[unitCount]);
  for (let row = 0; row < units.length; row++) if (weights[row] > 0) order[next[units[row]]++] = row;
  return { order, start };
}

function startOfUnits(units: Uint32Array, unitCount: number, weights: Float64Array): Uint32Array {
  const start = new Uint32Array(unitCount + 1);
  for (let row = 0; row < units.length; row++) if (weights[row] > 0) start[units[row] + 1]++;
  for (let unit = 0; unit < unitCount; unit++) start[unit + 1] += start[unit];
  return start;
}

function countUsed(start: Uint32Array): number {
  let used = 0;
  for (let group = 0; group + 1 < start.length; group++) if (start[group + 1] > start[group]) used++;
  return used;
}

function countPresent(places: Int32Array): number {
  return places.reduce((count, place) => count + Number(place >= 0), 0);
}
