import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../helpers/temporaryFolder.ts';
import { readAll } from '../readAll.ts';

function read(data: string, variables: string): ReturnType<typeof readAll> {
  const folder = temporaryFolder();
  const companion = join(folder, 'codebook.xml');
  writeFileSync(join(folder, 'data.dat'), data);
  writeFileSync(companion, `<codeBook version="2.5"><dataDscr>${variables}</dataDscr></codeBook>`);
  return readAll(join(folder, 'data.dat'), {}, { companion });
}

test('what a codebook calls a number of 200,000 characters is read as text', async () => {
  const line = '7'.repeat(200_000);
  const { values } = await read(
    `${line}\n`,
    '<var ID="V1" name="A" dcml="2"><location StartPos="1" EndPos="200000"/><varFormat type="numeric"/></var>',
  );
  expect(values).toEqual([[line]]);
});

test('a codebook may describe more variables than a function takes arguments', async () => {
  const variables = Array.from(
    { length: 130_000 },
    (_, index) => `<var ID="V${index}" name="A${index}"><location StartPos="1" EndPos="1"/></var>`,
  );
  const { rowCount } = await read('1\n2\n', variables.join(''));
  expect(rowCount).toBe(2);
}, 60_000);
