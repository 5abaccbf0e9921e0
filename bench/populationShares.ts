import type { Country } from '../samples/country.ts';
import { householdTypes, peopleEffect, validShares, type HouseholdType } from '../samples/householdTypes.ts';
import { logistic, type Population } from '../samples/population.ts';

/** Domains that together are everybody. */
export interface Partition {
  readonly name: string;
  readonly names: readonly string[];
  /** @param stratum index into the country's strata. */
  readonly groupOf: (stratum: number, type: HouseholdType) => number;
}

const wealth = ['poor', 'middling', 'betterOff'] as const;

export function partitionsOf({ areas, strata }: Country): Partition[] {
  const areaOf = strata.map(({ area }) => areas.findIndex(({ code }) => code === area));
  return [
    { name: 'everybody', names: ['everybody'], groupOf: () => 0 },
    {
      name: 'town or country',
      names: ['towns', 'country'],
      groupOf: (stratum) => (strata[stratum].urban ? 0 : 1),
    },
    { name: 'women and men', names: ['women', 'men'], groupOf: (_, { woman }) => (woman ? 0 : 1) },
    { name: 'poor, middling, better off', names: wealth, groupOf: (_, type) => wealth.indexOf(type.wealth) },
    {
      name: 'newcomers or minority, others',
      names: ['few', 'many'],
      groupOf: (_, { minority }) => (minority ? 0 : 1),
    },
    { name: 'areas', names: areas.map(({ name }) => name), groupOf: (stratum) => areaOf[stratum] },
  ];
}

/** For each group the exact share concerned among those with a valid answer: a sum over PSUs and household types. */
export function trueShares(
  { country, psuCount, stratum, households, typeShares, placeEffects, intercepts }: Population,
  item: number,
  { names, groupOf }: Partition,
): number[] {
  const effects = householdTypes.map((type) => peopleEffect(country.items[item], type));
  const valid = validShares(country.items[item]);
  const concerned = new Float64Array(names.length);
  const answering = new Float64Array(names.length);
  for (let psu = 0; psu < psuCount; psu++) {
    const place = intercepts[item] + placeEffects[psu * country.items.length + item];
    householdTypes.forEach((type, index) => {
      const weight = households[psu] * typeShares[psu * householdTypes.length + index] * valid[index];
      const group = groupOf(stratum[psu], type);
      answering[group] += weight;
      concerned[group] += weight * logistic(place + effects[index]);
    });
  }
  return Array.from(concerned, (sum, group) => sum / answering[group]);
}
