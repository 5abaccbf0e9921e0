import { householdTypes, peopleEffect, silence } from './householdTypes.ts';
import type { HouseholdType } from './householdTypes.ts';
import type { Item } from './item.ts';
import type { Population } from './population.ts';
import { logistic } from './population.ts';
import { Random } from './random.ts';

/** The households interviewed, one entry a household in each array, in the order of the fieldwork. */
export interface Sample {
  readonly rowCount: number;
  /** Index into `country.strata`. */
  readonly stratum: Uint16Array;
  /** Number of the PSU within its stratum, from 1: numbers repeat between strata. */
  readonly psu: Uint8Array;
  /** Number of the household within its PSU, from 1. */
  readonly household: Uint8Array;
  readonly locality: Uint16Array;
  /** Inverse of the probability of being drawn, scaled to mean 1, four decimals. */
  readonly weight: Float64Array;
  readonly type: readonly HouseholdType[];
  /** Answer codes of each item, in the order of `country.items`. */
  readonly answers: readonly Uint8Array[];
}

/** Another sample of the same population than that of the teaching survey. */
export interface DrawOptions {
  readonly seed: number;
  /** The list of PSUs in a random order, instead of that of communes. */
  readonly shuffled: boolean;
}

/**
 * PSUs drawn in each stratum with probability proportional to their listed households (systematic, from
 * a list in the order of communes), then the same number of households whatever the PSU's true size.
 */
export function drawSample(population: Population, options?: DrawOptions): Sample {
  const { country } = population;
  const seed = options?.seed ?? country.seed;
  const random = new Random(seed, 4);
  const list = Uint16Array.from({ length: population.psuCount }, (_, psu) => psu);
  if (options?.shuffled) shuffle(list, new Random(seed, 5));
  const visits = country.strata.flatMap((stratum, index) =>
    drawPsus(population, list, index, stratum.takes.length, random).map(({ psu, weight }, number) => ({
      psu,
      stratum: index,
      number: number + 1,
      take: stratum.takes[number],
      weight: weight * (population.households[psu] / stratum.takes[number]),
    })),
  );
  const rows = visits.flatMap((visit) =>
    Array.from({ length: visit.take }, (_, household) => ({ visit, household })),
  );
  const meanWeight = rows.reduce((sum, { visit }) => sum + visit.weight, 0) / rows.length;
  const typeIndexes = rows.map(({ visit }) =>
    random.index(
      population.typeShares,
      visit.psu * householdTypes.length,
      (visit.psu + 1) * householdTypes.length,
    ),
  );
  const psus = rows.map(({ visit }) => visit.psu);
  return {
    rowCount: rows.length,
    stratum: Uint16Array.from(rows, ({ visit }) => visit.stratum),
    psu: Uint8Array.from(rows, ({ visit }) => visit.number),
    household: Uint8Array.from(rows, ({ household }) => household + 1),
    locality: Uint16Array.from(rows, ({ visit }) => population.locality[visit.psu]),
    weight: Float64Array.from(rows, ({ visit }) => Math.round((visit.weight / meanWeight) * 1e4) / 1e4),
    type: typeIndexes.map((index) => householdTypes[index]),
    answers: country.items.map((item, index) => answer(population, item, index, psus, typeIndexes, seed)),
  };
}

function drawPsus(
  { stratum, listedHouseholds }: Population,
  list: Uint16Array,
  wanted: number,
  count: number,
  random: Random,
): { psu: number; weight: number }[] {
  let listed = 0;
  for (const psu of list) if (stratum[psu] === wanted) listed += listedHouseholds[psu];
  const interval = listed / count;
  const drawn: { psu: number; weight: number }[] = [];
  let next = random.uniform() * interval;
  let passed = 0;
  for (const psu of list) {
    if (stratum[psu] !== wanted) continue;
    passed += listedHouseholds[psu];
    if (next >= passed) continue;
    drawn.push({ psu, weight: interval / listedHouseholds[psu] });
    next += interval;
  }
  return drawn;
}

/** Every order equally likely (Durstenfeld 1964). */
function shuffle(list: Uint16Array, random: Random): void {
  for (let last = list.length - 1; last > 0; last--) {
    const other = random.integer(0, last);
    [list[last], list[other]] = [list[other], list[last]];
  }
}

function answer(
  { country, placeEffects, intercepts }: Population,
  item: Item,
  index: number,
  psus: readonly number[],
  types: readonly number[],
  seed: number,
): Uint8Array {
  const random = new Random(seed, 1000 + index);
  const { scale } = item;
  const effects = householdTypes.map((type) => peopleEffect(item, type));
  const silences = householdTypes.map((type) => silence(item, type));
  return Uint8Array.from(psus, (psu, row) => {
    const { dontKnow, refused } = silences[types[row]];
    const silent = random.uniform();
    if (scale.dontKnow !== undefined && silent < dontKnow) return scale.dontKnow;
    if (scale.refused !== undefined && silent < dontKnow + refused) return scale.refused;
    const logit = intercepts[index] + placeEffects[psu * country.items.length + index] + effects[types[row]];
    const concerned = random.uniform() < logistic(logit);
    return within(concerned ? scale.high : scale.low, logit, random);
  });
}

/** One of the codes on a side of the scale: the higher the log-odds of concern, the further up. */
function within(codes: readonly number[], logit: number, random: Random): number {
  if (codes.length === 1) return codes[0];
  return codes[random.index(codes.map((_, step) => Math.exp(step * (0.4 * logit - 0.2))))];
}
