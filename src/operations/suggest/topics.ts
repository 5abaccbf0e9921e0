import type { Dimension, Freedom } from '#contract/concern.ts';

/** What threatens, with the freedom and the dimensions of UNDP 1994 that it is usually counted under. */
interface Subject {
  readonly freedom: Freedom;
  readonly dimensions: readonly Dimension[];
}

/**
 * In the order in which a label is looked through: “unsafe water” is about water, “violence against women” about
 * women, “crime in schools” about crime.
 */
export const topics = {
  politicalViolence: { freedom: 'fear', dimensions: ['personal', 'political'] },
  police: { freedom: 'fear', dimensions: ['personal', 'political'] },
  extremism: { freedom: 'fear', dimensions: ['community', 'political'] },
  trafficking: { freedom: 'fear', dimensions: ['personal'] },
  women: { freedom: 'fear', dimensions: ['personal', 'community'] },
  landDisputes: { freedom: 'fear', dimensions: ['personal', 'community'] },
  mob: { freedom: 'fear', dimensions: ['personal', 'community'] },
  war: { freedom: 'fear', dimensions: ['personal', 'community'] },
  extortion: { freedom: 'fear', dimensions: ['economic', 'personal'] },
  gangs: { freedom: 'fear', dimensions: ['personal', 'community'] },
  drugs: { freedom: 'fear', dimensions: ['personal', 'community'] },
  firearms: { freedom: 'fear', dimensions: ['personal', 'community'] },
  accidents: { freedom: 'fear', dimensions: ['personal'] },
  discrimination: { freedom: 'dignity', dimensions: ['community', 'political'] },
  voice: { freedom: 'dignity', dimensions: ['political'] },
  justice: { freedom: 'dignity', dimensions: ['community', 'political'] },
  respect: { freedom: 'dignity', dimensions: ['community', 'political'] },
  landLoss: { freedom: 'want', dimensions: ['economic', 'environmental'] },
  prices: { freedom: 'want', dimensions: ['economic', 'food'] },
  food: { freedom: 'want', dimensions: ['food'] },
  water: { freedom: 'want', dimensions: ['health', 'environmental'] },
  theft: { freedom: 'fear', dimensions: ['personal'] },
  attack: { freedom: 'fear', dimensions: ['personal'] },
  crime: { freedom: 'fear', dimensions: ['personal'] },
  health: { freedom: 'want', dimensions: ['health'] },
  sanitation: { freedom: 'want', dimensions: ['health', 'environmental'] },
  school: { freedom: 'want', dimensions: ['economic', 'community'] },
  utilities: { freedom: 'want', dimensions: ['economic'] },
  roads: { freedom: 'want', dimensions: ['economic', 'community'] },
  disasters: { freedom: 'want', dimensions: ['environmental'] },
  jobs: { freedom: 'want', dimensions: ['economic'] },
  housing: { freedom: 'want', dimensions: ['economic'] },
  poverty: { freedom: 'want', dimensions: ['economic'] },
} as const satisfies Record<string, Subject>;

export type Topic = keyof typeof topics;

/** Of which one asks whether they are there, or whether they are good. */
export const services: readonly Topic[] = ['water', 'health', 'sanitation', 'school', 'utilities', 'roads'];
