import type { Item } from './item.ts';

/** All that answers depend on besides the place. */
export interface HouseholdType {
  readonly wealth: 'poor' | 'middling' | 'betterOff';
  readonly fearful: boolean;
  readonly minority: boolean;
  readonly woman: boolean;
}

const both = [false, true];

export const householdTypes: readonly HouseholdType[] = (['poor', 'middling', 'betterOff'] as const).flatMap(
  (wealth) =>
    both.flatMap((fearful) =>
      both.flatMap((minority) => both.map((woman) => ({ wealth, fearful, minority, woman }))),
    ),
);

/** Log-odds of being concerned by an item that come with the type. */
export function peopleEffect({ people }: Item, type: HouseholdType): number {
  return (
    (type.wealth === 'poor' ? (people.poor ?? 0) : 0) +
    (type.wealth === 'betterOff' ? (people.betterOff ?? 0) : 0) +
    (type.fearful ? (people.fearful ?? 0) : 0) +
    (type.minority ? (people.minority ?? 0) : 0) +
    (type.woman ? (people.woman ?? 0) : 0)
  );
}

/** Probabilities of "don't know" and of a refusal. Women and the poor say the first more often, the fearful refuse. */
export function silence(item: Item, type: HouseholdType): { dontKnow: number; refused: number } {
  const unsure = (type.woman ? 1.35 : 0.65) * (type.wealth === 'poor' ? 1.25 : 0.85);
  return {
    dontKnow: item.scale.dontKnow === undefined ? 0 : (item.dontKnow ?? 0) * unsure,
    refused: item.scale.refused === undefined ? 0 : (item.refused ?? 0) * (type.fearful ? 1.5 : 0.7),
  };
}

/** Share of each household type that gives a valid answer. */
export function validShares(item: Item): Float64Array {
  return Float64Array.from(householdTypes, (type) => {
    const { dontKnow, refused } = silence(item, type);
    return 1 - dontKnow - refused;
  });
}
