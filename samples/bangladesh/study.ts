import { studyOf } from '../study.ts';
import { items } from './questions.ts';

export const bangladeshStudy = studyOf(
  'Bangladesh, made-up data for teaching',
  'bangladesh.sav',
  { weight: 'weight', strata: 'stratum', psu: 'psu', fpc: null, lonelyPsu: 'fail', area: 'division' },
  items,
);
