import { join } from 'node:path';
import { root } from '../harness/built.ts';
import { everyRoom } from './everyRoom.ts';

everyRoom('Bangladesh, a teaching survey', {
  files: [join(root, 'samples', 'bangladesh.sav')],
  rows: 2000,
  variables: 57,
  roles: { weight: 'weight', strata: 'stratum', psu: 'psu', area: 'division' },
  missing: ['*=8,9'],
  fear: { prob_robbery: [3], prob_extortion: [3], safe_dark: [3, 4] },
  want: { prob_poverty: [3], prob_food: [3], prob_water: [3] },
  by: 'residence',
  many: 'division',
  tableRows: ['prob_food', 'education'],
  mean: 'age',
});
