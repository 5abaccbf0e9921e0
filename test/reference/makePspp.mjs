/**
 * Asks GNU PSPP: for each cases/…/syntax.sps the tables of its output, as expected.json.
 * Run from the repository's root: node test/reference/makePspp.mjs. The tests need only the files.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const cases = 'test/reference/cases';
const pspp = execFileSync('pspp', ['--version'], { encoding: 'utf8' }).split('\n')[0];
const folder = mkdtempSync(join(tmpdir(), 'pspp-'));
for (const name of readdirSync(cases)) {
  const script = `${cases}/${name}/syntax.sps`;
  if (!existsSync(script)) continue;
  const output = join(folder, 'output.csv');
  execFileSync('pspp', [script, '-o', output, '-O', 'format=csv']);
  const tables = readFileSync(output, 'utf8').trim().split('\n\n').map(tableOf);
  const data = /cases\/([^/]+)\/data\.csv/.exec(readFileSync(script, 'utf8'))[1];
  const expected = { made: { script, pspp }, data, tables };
  writeFileSync(`${cases}/${name}/expected.json`, `${JSON.stringify(expected, null, 1)}\n`);
}
rmSync(folder, { recursive: true });

/** A table of the output; no cell of ours has a comma in it. */
function tableOf(text) {
  const [title, ...rows] = text.split('\n');
  return { title: title.replace('Table: ', ''), rows };
}
