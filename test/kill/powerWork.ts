import { writeSync } from 'node:fs';
import { join } from 'node:path';
import { asked } from '../helpers/asked.ts';

/**
 * What a power cut is held against: works in a folder (`node powerWork.ts FOLDER`), and says each thing that is done
 * to whoever started it. `old.lfstudy`, `survey.sav` and `corrected.sav` are there before.
 */
const [folder] = process.argv.slice(2);
const study = join(folder, 'study.lfstudy');
const old = join(folder, 'old.lfstudy');
const file = join(folder, 'survey.sav');
const of = { study, survey: 'survey' };

let count = 0;
const done = (what: string): void => void writeSync(1, `done ${++count} ${what}\n`);

await asked('survey.import', { file, study, name: null });
done('a new study');
await asked('survey.setRoles', {
  ...of,
  roles: { weight: 'wt', strata: 'stratum', psu: 'psu', fpc: null, lonelyPsu: 'fail', area: null },
});
done('roles');
await asked('variable.edit', { ...of, variable: 'crime', label: 'চুরির ভয়' });
done('a label');
await asked('survey.import', { file, study, name: 'Again' });
done('a second survey');
await asked('study.backUp', { study, when: 'now' });
done('a copy');
const concern = { variable: 'afraid', freedom: 'fear' as const, dimensions: ['personal' as const] };
await asked('concern.save', { ...of, concerns: [{ ...concern, concernedWhen: [3, 4] }] });
done('concerns');
await asked('history.undo', { study });
done('undone');
await asked('survey.replace', { ...of, file: join(folder, 'corrected.sav') });
done('a corrected file');
for (const label of ['One', 'Two', 'Three']) {
  await asked('variable.edit', { ...of, variable: 'sick', label });
  done(`the label ${label}`);
}
await asked('study.open', { study: old });
done('an older study, updated');
await asked('variable.edit', { study: old, survey: 'survey', variable: 'sick', label: 'After the update' });
done('a change of it');
const { backups } = await asked('study.backups', { study });
await asked('study.restore', { study, backup: backups[0].backup, to: join(folder, 'restored.lfstudy') });
done('a copy opened');
await asked('study.rescue', { study, to: join(folder, 'rescued.lfstudy') });
done('a rescue');
await asked('export.run', { source: of, to: join(folder, 'out.sav'), format: 'sav' });
done('an export');
