import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { differences } from './differences.ts';

/**
 * Runs the scripts of the cases again, in a folder of their own, and compares their answers with those that
 * are kept. `npm run reference`, or with names of scripts: `npm run reference -- edges.R`.
 */
interface Expected {
  readonly made: { readonly script: string };
}

const here = fileURLToPath(new URL('.', import.meta.url));
const kept = join(here, 'cases');
const asked = process.argv.slice(2);
const scripts = new Map<string, string[]>();
for (const name of readdirSync(kept)) {
  const script = scriptOf(read(join(kept, name)) as Expected);
  if (asked.length === 0 || asked.includes(script))
    scripts.set(script, [...(scripts.get(script) ?? []), name]);
}

const unknown = asked.filter((name) => !scripts.has(name));
if (unknown.length > 0) console.log(`no case is made by ${unknown.join(', ')}`);

const root = mkdtempSync(join(tmpdir(), 'reference-'));
let failed = unknown.length;
try {
  const again = prepare(root);
  for (const [script, names] of scripts) {
    const missing = whatIsMissing(script);
    if (missing !== null) {
      console.log(`${script}: skipped, ${missing}`);
      continue;
    }
    const [program, ...parameters] = script.endsWith('.R')
      ? ['Rscript', '--vanilla', `test/reference/${script}`]
      : [process.execPath, `test/reference/${script}`];
    const { status, stderr } = spawnSync(program, parameters, { cwd: root, encoding: 'utf8' });
    const wrong = status === 0 ? names.filter((name) => differs(again, name)) : names;
    if (status !== 0) console.log(stderr);
    failed += wrong.length;
    console.log(`${script}: ${names.length} cases, ${wrong.length} differ`);
  }
} finally {
  rmSync(root, { recursive: true });
}
process.exitCode = failed > 0 ? 1 : 0;

/** The scripts and what they read, laid out as in the repository. */
function prepare(folder: string): string {
  const reference = join(folder, 'test', 'reference');
  const again = join(reference, 'cases');
  mkdirSync(again, { recursive: true });
  for (const file of readdirSync(here))
    if (/\.(R|mjs)$/.test(file)) copyFileSync(join(here, file), join(reference, file));
  symlinkSync(
    fileURLToPath(new URL('../../node_modules', import.meta.url)),
    join(folder, 'node_modules'),
    'junction',
  );
  for (const name of readdirSync(kept)) {
    mkdirSync(join(again, name));
    for (const file of ['syntax.sps', 'data.csv'])
      if (existsSync(join(kept, name, file))) copyFileSync(join(kept, name, file), join(again, name, file));
  }
  return again;
}

/** PSPP's scripts are the syntax files of the cases, and one program runs them all. */
function scriptOf({ made }: Expected): string {
  return made.script.endsWith('.sps') ? 'makePspp.mjs' : made.script.replace('test/reference/', '');
}

function whatIsMissing(script: string): string | null {
  if (script.endsWith('.R')) {
    const { status } = spawnSync('Rscript', ['--vanilla', '-e', 'library(survey); library(jsonlite)']);
    return status === 0 ? null : 'R with survey and jsonlite is not installed';
  }
  return spawnSync('pspp', ['--version']).status === 0 ? null : 'PSPP is not installed';
}

function differs(again: string, name: string): boolean {
  if (!existsSync(join(again, name, 'expected.json'))) {
    console.log(`${name}: not made`);
    return true;
  }
  const found = [
    ...differences(withoutVersions(read(join(again, name))), withoutVersions(read(join(kept, name)))),
    ...(dataOf(join(again, name)) === dataOf(join(kept, name)) ? [] : ['data.csv: other data']),
  ];
  for (const one of found.slice(0, 5)) console.log(`${name}${one}`);
  return found.length > 0;
}

function read(folder: string): unknown {
  return JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8'));
}

function withoutVersions(expected: unknown): unknown {
  return { ...(expected as Expected), made: null };
}

function dataOf(folder: string): string | null {
  const file = join(folder, 'data.csv');
  return existsSync(file) ? readFileSync(file, 'utf8') : null;
}
