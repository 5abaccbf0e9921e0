import type { ConcernDefinition, Dimension, Freedom } from '#contract/concern.ts';
import type { ValueLabel } from '#engine/survey/variable.ts';

/** Answers of one kind: the codes in order, split where concern begins. */
export interface Scale {
  readonly valueLabels: readonly ValueLabel[];
  /** Codes of those who are not concerned, in rising order. */
  readonly low: readonly number[];
  /** Codes of those who are concerned, in rising order. */
  readonly high: readonly number[];
  readonly dontKnow?: number;
  readonly refused?: number;
}

/** Log-odds of concern that come with the place: per unit of an index, or as standard deviation. */
export interface PlaceEffects {
  readonly urban: number;
  /** Per unit of the PSU's hardship and danger. */
  readonly hardship: number;
  readonly danger: number;
  /** Standard deviation between departments or divisions, beyond hardship and danger. */
  readonly area: number;
  /** Standard deviation between PSUs, beyond all of these: answers cluster. */
  readonly local: number;
}

/** Log-odds of concern that come with the household. */
export interface PeopleEffects {
  readonly poor: number;
  readonly betterOff: number;
  readonly fearful: number;
  readonly minority: number;
  readonly woman: number;
}

/** A question whose population share is known. */
export interface Item {
  readonly name: string;
  readonly label: string;
  readonly scale: Scale;
  /** Share of the population that is concerned, among those who give a valid answer. */
  readonly target: number;
  readonly place: Partial<PlaceEffects>;
  readonly people: Partial<PeopleEffects>;
  readonly dontKnow?: number;
  readonly refused?: number;
  /** Set for the items that the teaching study opens with. */
  readonly concern?: { readonly freedom: Freedom; readonly dimensions: readonly Dimension[] };
}

export function concernOf(item: Item): ConcernDefinition {
  if (item.concern === undefined) throw new Error(`${item.name} is not a concern`);
  const { freedom, dimensions } = item.concern;
  return { variable: item.name, freedom, dimensions: [...dimensions], concernedWhen: [...item.scale.high] };
}
