import { join } from 'node:path';
import { root } from '../harness/built.ts';
import { everyRoom } from './everyRoom.ts';

everyRoom('Benin, a teaching survey', {
  files: [join(root, 'samples', 'benin.sav')],
  rows: 18_000,
  variables: 52,
  roles: { weight: 'poids', strata: 'strate', psu: 'grappe', area: 'departement' },
  missing: ['p_vol=8,9', 'p_racket=8,9', 'p_faim=8,9', 'p_sante=8,9'],
  fear: { p_vol: [3, 4], p_racket: [3, 4], e_agression: [1] },
  want: { p_faim: [3, 4], p_sante: [3, 4], e_repas: [2, 3] },
  by: 'milieu',
  many: 'departement',
  tableRows: ['p_faim', 'activite'],
  mean: 'age',
});
