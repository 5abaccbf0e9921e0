import { asked } from '../../helpers/asked.ts';

/** Edits a label again and again in a program of its own, and says which one is kept: `node changeAlone.ts STUDY`. */
const [study] = process.argv.slice(2);
for (let edit = 1; ; edit++) {
  await asked('variable.edit', { study, survey: 1, variable: 'afraid', label: `label ${edit}` });
  console.log(edit);
}
