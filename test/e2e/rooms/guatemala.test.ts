import { join } from 'node:path';
import { realSurveys } from '../../helpers/terminal.ts';
import { everyRoom } from './everyRoom.ts';

/** LAPOP: strata and PSUs beside a weight that is 1 for all; labels in Spanish, `.a`, `.b` and `.c` missing. */
everyRoom('Guatemala, a Stata file', {
  files: [join(realSurveys, 'GT_2014.dta')],
  rows: 1506,
  variables: 235,
  roles: { weight: 'wt', strata: 'estratopri', psu: 'upm', area: 'prov' },
  missing: [],
  fear: { vic1ext: [1], fear10: [1], aoj11: [3, 4], pv2a: [1] },
  want: { sd6new2: [3, 4], q10d: [3, 4], r12: [0], r26: [0] },
  by: 'ur',
  many: 'prov',
  tableRows: ['q10new', 'aoj11'],
  mean: 'q2',
});
