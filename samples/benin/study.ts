import { studyOf } from '../study.ts';
import { items } from './questions.ts';

export const beninStudy = studyOf(
  'Bénin, données fictives pour la formation',
  'benin.sav',
  { weight: 'poids', strata: 'strate', psu: 'grappe', fpc: null, lonelyPsu: 'fail', area: 'departement' },
  items,
);
