import { statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { readAll } from '../formats/readAll.ts';
import { sourceHost } from '../helpers/sourceHost.ts';
import { temporaryFolder } from '../helpers/temporaryFolder.ts';

/** What every object of JavaScript has of its own accord. */
const names = ['constructor', '__proto__', 'toString', 'valueOf', 'hasOwnProperty'];

test.each(['sav', 'zsav', 'dta', 'csv', 'xlsx'])(
  'variables may be called as what every object has: %s',
  async (ending) => {
    const folder = temporaryFolder();
    const file = join(folder, 'names.csv');
    writeFileSync(file, `${names.join(',')}\na,1,x,2,u\nb,2,y,3,v\n`);
    const { client } = sourceHost(join(folder, 'studies'));
    const { study, survey } = await client.survey.import({ file, study: null, name: null });
    const to = join(folder, `out.${ending}`);
    await client.export.run({ source: { study: study.study, survey }, to });
    const { variables, values } = await readAll(to);
    const before = await readAll(file);
    // SPSS and Stata want another first letter for `__proto__`, or none.
    expect(variables.map(({ name }) => name.replace(/^v__/, '__'))).toEqual(names);
    expect([...values]).toEqual([...before.values]);
    const crosstab = await client.crosstab.run({
      source: { study: study.study, survey },
      rows: 'constructor',
      columns: '__proto__',
      options: { disclosure: 'none' },
    });
    expect(crosstab.rows.categories.map(({ label, n }) => [label, n])).toEqual([
      ['a', 1],
      ['b', 1],
    ]);
  },
);

test.skipIf(process.platform === 'win32')('a new folder for studies is its owner’s alone', async () => {
  const folder = temporaryFolder();
  const file = join(folder, 'a.csv');
  writeFileSync(file, 'a,b\n1,2\n2,3\n');
  const { client } = sourceHost(join(folder, 'studies'));
  const { study } = await client.survey.import({ file, study: null, name: null });
  expect(statSync(dirname(study.study)).mode & 0o777).toBe(0o700);
});
