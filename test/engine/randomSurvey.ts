import fc from 'fast-check';
import type { EstimateOptions } from '#engine/estimate/figures.ts';

/** The same surveys in every run. */
fc.configureGlobal({ seed: 1994 });

export interface RandomSurvey {
  readonly weight: number[];
  readonly strata: number[];
  readonly psu: number[];
  readonly fear: Uint8Array;
  readonly want: Uint8Array;
}

/** Two strata at least two PSUs each, weights between 0.01 and 100, answers 0, 1 or (rarely) missing. */
export const randomSurvey: fc.Arbitrary<RandomSurvey> = fc
  .array(
    fc.record({
      place: fc.integer({ min: 0, max: 7 }),
      weight: fc.double({ min: 0.01, max: 100, noNaN: true }),
      fear: fc.constantFrom(0, 0, 0, 1, 1, 2),
      want: fc.constantFrom(0, 0, 1, 1, 1, 2),
    }),
    { minLength: 30, maxLength: 120 },
  )
  .map((people) => [
    ...[0, 1, 4, 5].map((place) => ({ place, weight: 1, fear: place % 2, want: 1 })),
    ...people,
  ])
  .map((people) => ({
    weight: people.map(({ weight }) => weight),
    strata: people.map(({ place }) => Math.floor(place / 4)),
    psu: people.map(({ place }) => place % 4),
    fear: Uint8Array.from(people, ({ fear }) => fear),
    want: Uint8Array.from(people, ({ want }) => want),
  }));

export const openly: EstimateOptions = { interval: 'logit', level: 0.95, disclosure: 'none' };
