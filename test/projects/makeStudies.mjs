/**
 * Makes the studies of this folder anew, each by the last program that kept this form:
 *
 *     node test/projects/makeStudies.mjs [VERSION …]
 *
 * Each program is checked out beside, its packages are installed, and it is removed again.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The last commit at which a study was made in this form: the one before the next migration. */
const lastCommits = {
  1: '92331a5',
  2: 'f303d32',
  3: 'ab4b668',
  4: '3b8d2f5',
  5: '35089f0',
  6: '20b3133',
};

const here = import.meta.dirname;
const asked = process.argv.slice(2);
for (const [version, commit] of Object.entries(lastCommits)) {
  if (asked.length > 0 && !asked.includes(version)) continue;
  const folder = mkdtempSync(join(tmpdir(), 'older-program-'));
  const program = join(folder, 'program');
  const run = (command, words, cwd) => execFileSync(command, words, { cwd, stdio: 'inherit' });
  try {
    run('git', ['worktree', 'add', '--detach', program, commit], here);
    run('npm', ['ci', '--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund'], program);
    const files = ['lfstudy', 'json'].map((ending) => join(here, `version-${version}.${ending}`));
    run(process.execPath, [join(here, 'keepStudy.mjs'), version, ...files], program);
  } finally {
    run('git', ['worktree', 'remove', '--force', program], here);
    rmSync(folder, { recursive: true, force: true });
  }
}
