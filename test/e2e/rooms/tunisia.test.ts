import { join } from 'node:path';
import { realSurveys } from '../../helpers/terminal.ts';
import { everyRoom } from './everyRoom.ts';

/** Afrobarometer: a weight, no strata, no PSUs; -1, 8, 9, 98 … are labelled but not declared missing. */
everyRoom('Tunisia, an SPSS file', {
  files: [join(realSurveys, 'tun_r7_data.sav')],
  rows: 1199,
  variables: 339,
  roles: { weight: 'withinwt', area: 'REGION' },
  missing: ['*=-1,8,9', 'Q1=-1,998,999'],
  fear: { Q10A: [3, 4], Q10B: [3, 4], Q11A: [1, 2, 3], Q40: [0, 1] },
  want: { Q8A: [3, 4], Q8B: [3, 4], Q8E: [3, 4] },
  by: 'URBRUR',
  many: 'REGION',
  tableRows: ['Q4B', 'Q8A'],
  mean: 'Q1',
});
