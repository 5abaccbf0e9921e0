import type { Country } from '../country.ts';
import { cells, divisions, strata } from './places.ts';
import { items } from './questions.ts';

export const bangladesh: Country = {
  seed: 2017,
  areas: divisions,
  strata,
  cells,
  framePsus: 6_000,
  psuHouseholds: 240,
  urban: { hardship: -0.9, danger: 0.5 },
  betweenPsus: { hardship: 0.45, danger: 0.45 },
  minorityShare: 0.1,
  items,
};
