import { householdTypes, peopleEffect, validShares } from './householdTypes.ts';
import type { Item } from './item.ts';
import { logistic, type Population } from './population.ts';

/** Population values, computed over every PSU and household type: what an interval should cover. */
export interface Truth {
  readonly households: number;
  readonly areas: readonly { readonly code: number; readonly name: string }[];
  readonly concerns: readonly {
    readonly variable: string;
    readonly share: number;
    /** By code of the department or division. */
    readonly byArea: Readonly<Record<string, number>>;
  }[];
  /** Among those who give a valid answer to both. */
  readonly pairs: readonly {
    readonly fear: string;
    readonly want: string;
    readonly both: number;
    readonly wantGivenFear: number;
    readonly wantGivenNoFear: number;
    readonly fearGivenWant: number;
    readonly oddsRatio: number;
    readonly phi: number;
  }[];
}

export function truthOf(population: Population): Truth {
  const { items } = population.country;
  const indexesOf = (freedom: string): number[] =>
    items.flatMap((item, index) => (item.concern?.freedom === freedom ? [index] : []));
  const answers = new Map(
    items.flatMap((item, index) =>
      item.concern === undefined ? [] : [[index, answersOf(population, item, index)]],
    ),
  );
  return {
    households: population.households.reduce((sum, count) => sum + count, 0),
    areas: population.country.areas.map(({ code, name }) => ({ code, name })),
    concerns: [...answers].map(([index, answer]) => ({
      variable: items[index].name,
      ...sharesOf(population, answer),
    })),
    pairs: indexesOf('fear').flatMap((fear) =>
      indexesOf('want').map((want) => ({
        fear: items[fear].name,
        want: items[want].name,
        ...pairOf(population, answers.get(fear), answers.get(want)),
      })),
    ),
  };
}

/** Per PSU and household type: the probabilities of a valid answer, and of concern given one. */
interface Answers {
  readonly valid: Float64Array;
  readonly concerned: Float64Array;
}

function answersOf(population: Population, item: Item, index: number): Answers {
  const { psuCount, placeEffects, intercepts, country } = population;
  const effects = householdTypes.map((type) => peopleEffect(item, type));
  const concerned = new Float64Array(psuCount * effects.length);
  for (let psu = 0; psu < psuCount; psu++) {
    const place = intercepts[index] + placeEffects[psu * country.items.length + index];
    effects.forEach((effect, type) => (concerned[psu * effects.length + type] = logistic(place + effect)));
  }
  return { valid: validShares(item), concerned };
}

function sharesOf(
  population: Population,
  { valid, concerned }: Answers,
): { share: number; byArea: Record<string, number> } {
  const { country, psuCount, households, typeShares, stratum } = population;
  const sums = new Map(country.areas.map(({ code }) => [code, { concerned: 0, answering: 0 }]));
  const total = { concerned: 0, answering: 0 };
  for (let psu = 0; psu < psuCount; psu++) {
    const area = sums.get(country.strata[stratum[psu]].area);
    for (let type = 0; type < valid.length; type++) {
      const cell = psu * valid.length + type;
      const answering = households[psu] * typeShares[cell] * valid[type];
      for (const sum of [area, total]) {
        if (sum === undefined) continue;
        sum.answering += answering;
        sum.concerned += answering * concerned[cell];
      }
    }
  }
  return {
    share: rounded(total.concerned / total.answering),
    byArea: Object.fromEntries(
      [...sums].map(([code, sum]) => [String(code), rounded(sum.concerned / sum.answering)]),
    ),
  };
}

function pairOf(
  { psuCount, households, typeShares }: Population,
  fear: Answers | undefined,
  want: Answers | undefined,
): Omit<Truth['pairs'][number], 'fear' | 'want'> {
  if (fear === undefined || want === undefined) throw new Error('A pair needs two concerns');
  const types = householdTypes.length;
  let [total, fearful, wanting, both] = [0, 0, 0, 0];
  for (let psu = 0; psu < psuCount; psu++) {
    for (let type = 0; type < types; type++) {
      const cell = psu * types + type;
      const weight = households[psu] * typeShares[cell] * fear.valid[type] * want.valid[type];
      total += weight;
      fearful += weight * fear.concerned[cell];
      wanting += weight * want.concerned[cell];
      both += weight * fear.concerned[cell] * want.concerned[cell];
    }
  }
  const [f, w, p] = [fearful / total, wanting / total, both / total];
  return {
    both: rounded(p),
    wantGivenFear: rounded(p / f),
    wantGivenNoFear: rounded((w - p) / (1 - f)),
    fearGivenWant: rounded(p / w),
    oddsRatio: rounded((p * (1 - f - w + p)) / ((f - p) * (w - p))),
    phi: rounded((p - f * w) / Math.sqrt(f * (1 - f) * w * (1 - w))),
  };
}

function rounded(share: number): number {
  return Math.round(share * 1e6) / 1e6;
}
