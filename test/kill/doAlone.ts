import { join } from 'node:path';
import { asked } from '../helpers/asked.ts';
import type { CareKind } from './killCare.ts';

/** Does one thing with `study.lfstudy` in a program of its own: `node doAlone.ts KIND FOLDER`. */
const [kind, folder] = process.argv.slice(2);
const study = join(folder, 'study.lfstudy');

const work: Readonly<Record<CareKind, () => Promise<unknown>>> = {
  update: () => asked('study.open', { study }),
  copy: () => asked('study.backUp', { study, when: 'now' }),
  restore: async () => {
    const { backups } = await asked('study.backups', { study });
    return asked('study.restore', { study, backup: backups[0].backup, to: join(folder, 'made.lfstudy') });
  },
  rescue: () => asked('study.rescue', { study, to: join(folder, 'made.lfstudy') }),
  export: () =>
    asked('export.run', { source: { study, survey: null }, to: join(folder, 'out.csv'), replace: true }),
};
await work[kind as CareKind]();
