import type { Country } from '../country.ts';
import { cells, departements, strata } from './places.ts';
import { items } from './questions.ts';

export const benin: Country = {
  seed: 2011,
  areas: departements,
  strata,
  cells,
  framePsus: 12_000,
  psuHouseholds: 150,
  urban: { hardship: -1.2, danger: 0.4 },
  betweenPsus: { hardship: 0.5, danger: 0.5 },
  minorityShare: 0.2,
  items,
};
