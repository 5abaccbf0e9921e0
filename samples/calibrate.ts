import { householdTypes, peopleEffect, validShares } from './householdTypes.ts';
import type { Population } from './population.ts';

/**
 * For each item the intercept at which the population share of concern, among valid answers, is its
 * target to within 1e-12: Newton's method on the sum over PSUs and household types.
 */
export function calibrate(population: Omit<Population, 'intercepts'>): Float64Array {
  return Float64Array.from(population.country.items, (item, index) => {
    const odds = Float64Array.from(householdTypes, (type) => Math.exp(peopleEffect(item, type)));
    const valid = validShares(item);
    let intercept = Math.log(item.target / (1 - item.target));
    for (let step = 0; step < 50; step++) {
      const { share, slope } = shareAt(population, index, odds, valid, intercept);
      if (Math.abs(share - item.target) < 1e-12) return intercept;
      intercept -= (share - item.target) / slope;
    }
    throw new Error(`${item.name}: no intercept gives ${item.target}`);
  });
}

function shareAt(
  { psuCount, households, typeShares, placeEffects, country }: Omit<Population, 'intercepts'>,
  item: number,
  odds: Float64Array,
  valid: Float64Array,
  intercept: number,
): { share: number; slope: number } {
  let concerned = 0;
  let answering = 0;
  let slope = 0;
  for (let psu = 0; psu < psuCount; psu++) {
    const placeOdds = Math.exp(intercept + placeEffects[psu * country.items.length + item]);
    for (let type = 0; type < odds.length; type++) {
      const weight = households[psu] * typeShares[psu * odds.length + type] * valid[type];
      const p = (placeOdds * odds[type]) / (1 + placeOdds * odds[type]);
      answering += weight;
      concerned += weight * p;
      slope += weight * p * (1 - p);
    }
  }
  return { share: concerned / answering, slope: slope / answering };
}
