import type { Country } from './country.ts';
import { householdTypes } from './householdTypes.ts';
import { calibrate } from './calibrate.ts';
import { Random } from './random.ts';

/** Every PSU of the country, and what its households would answer. One entry a PSU in each array. */
export interface Population {
  readonly country: Country;
  readonly psuCount: number;
  /** Index into `country.strata`, in rising order. */
  readonly stratum: Uint16Array;
  /** Code of the commune or district. */
  readonly locality: Uint16Array;
  readonly households: Float64Array;
  /** Households at the last census, by which PSUs are drawn. */
  readonly listedHouseholds: Float64Array;
  /** Share of each household type in each PSU: `psu * householdTypes.length + type`. */
  readonly typeShares: Float64Array;
  /** Log-odds that come with the place: `psu * items.length + item`. */
  readonly placeEffects: Float64Array;
  /** Log-odds added for each item so that its population share is its target. */
  readonly intercepts: Float64Array;
}

export function makePopulation(country: Country): Population {
  const frame = makeFrame(country);
  const { hardship, danger } = makeIndexes(country, frame.stratum);
  const typeShares = makeTypeShares(country, hardship, danger);
  const placeEffects = makePlaceEffects(country, frame.stratum, hardship, danger);
  const growth = new Random(country.seed, 3);
  const listedHouseholds = frame.households.map(
    (households, psu) => households / Math.exp(0.2 * growth.normal() + 0.15 * hardship[psu]),
  );
  const uncalibrated = { country, ...frame, listedHouseholds, typeShares, placeEffects };
  return { ...uncalibrated, intercepts: calibrate(uncalibrated) };
}

function makeFrame(country: Country): Pick<Population, 'psuCount' | 'stratum' | 'locality' | 'households'> {
  const random = new Random(country.seed, 0);
  const people = country.cells.reduce((sum, cell) => sum + cell.size, 0);
  const cells = [...country.cells].sort((a, b) => a.stratum - b.stratum || a.locality - b.locality);
  const cellOfPsu = cells.flatMap((cell) => {
    const psus = Math.max(4, Math.round((country.framePsus * cell.size) / people));
    return Array.from({ length: psus }, () => cell);
  });
  return {
    psuCount: cellOfPsu.length,
    stratum: Uint16Array.from(cellOfPsu, (cell) =>
      country.strata.findIndex(({ code }) => code === cell.stratum),
    ),
    locality: Uint16Array.from(cellOfPsu, (cell) => cell.locality),
    households: Float64Array.from(cellOfPsu, () =>
      Math.round(country.psuHouseholds * Math.exp(0.3 * random.normal())),
    ),
  };
}

function makeIndexes(
  country: Country,
  stratum: Uint16Array,
): { hardship: Float64Array; danger: Float64Array } {
  const random = new Random(country.seed, 1);
  const hardship = new Float64Array(stratum.length);
  const danger = new Float64Array(stratum.length);
  const areas = new Map(country.areas.map((area) => [area.code, area]));
  stratum.forEach((index, psu) => {
    const { area: code, urban } = country.strata[index];
    const area = areas.get(code);
    if (area === undefined) throw new Error(`No area ${code}`);
    hardship[psu] =
      area.hardship + (urban ? country.urban.hardship : 0) + country.betweenPsus.hardship * random.normal();
    danger[psu] =
      area.danger + (urban ? country.urban.danger : 0) + country.betweenPsus.danger * random.normal();
  });
  return { hardship, danger };
}

/** Hard places have more poor households, dangerous ones and poor households more fearful ones. */
function makeTypeShares(country: Country, hardship: Float64Array, danger: Float64Array): Float64Array {
  const random = new Random(country.seed, 2);
  const minorityLogit = Math.log(country.minorityShare / (1 - country.minorityShare));
  const shares = new Float64Array(hardship.length * householdTypes.length);
  for (let psu = 0; psu < hardship.length; psu++) {
    const wealth = {
      poor: Math.exp(0.8 * hardship[psu]),
      middling: 1.2,
      betterOff: 0.6 * Math.exp(-0.8 * hardship[psu]),
    };
    const total = wealth.poor + wealth.middling + wealth.betterOff;
    const minority = logistic(minorityLogit + random.normal());
    householdTypes.forEach((type, index) => {
      const tilt = { poor: 0.7, middling: 0, betterOff: -0.6 }[type.wealth];
      const fearful = logistic(-0.5 + 0.8 * danger[psu] + tilt);
      shares[psu * householdTypes.length + index] =
        (wealth[type.wealth] / total) *
        (type.fearful ? fearful : 1 - fearful) *
        (type.minority ? minority : 1 - minority) *
        0.5;
    });
  }
  return shares;
}

function makePlaceEffects(
  country: Country,
  stratum: Uint16Array,
  hardship: Float64Array,
  danger: Float64Array,
): Float64Array {
  const { items, strata, areas } = country;
  const effects = new Float64Array(stratum.length * items.length);
  items.forEach(({ place }, item) => {
    const random = new Random(country.seed, 100 + item);
    const ofArea = new Map(areas.map(({ code }) => [code, (place.area ?? 0) * random.normal()]));
    stratum.forEach((index, psu) => {
      effects[psu * items.length + item] =
        (ofArea.get(strata[index].area) ?? 0) +
        (strata[index].urban ? (place.urban ?? 0) : 0) +
        (place.hardship ?? 0) * hardship[psu] +
        (place.danger ?? 0) * danger[psu] +
        (place.local ?? 0) * random.normal();
    });
  });
  return effects;
}

export function logistic(logit: number): number {
  return 1 / (1 + Math.exp(-logit));
}
