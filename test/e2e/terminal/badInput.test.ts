import { copyFileSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3-multiple-ciphers';
import { expect, test } from 'vitest';
import { larger, type Ended } from '../../helpers/terminal.ts';
import { writeSmallSurvey } from '../../helpers/smallSurvey.ts';
import { temporaryFolder } from '../../helpers/temporaryFolder.ts';

/** Whatever is wrong: code 1, one line that names the thing and what to do, no stack, nothing on standard output. */
function refused({ code, out, problem }: Ended, ...named: string[]): void {
  expect(problem.trim().split('\n')).toHaveLength(1);
  expect({ code, out }).toEqual({ code: 1, out: '' });
  for (const words of named) expect(problem).toContain(words);
  expect(problem).not.toMatch(/ at .+:\d+:\d+|TypeError|RangeError|inside the program|\{\w+\}/);
}

function survey(name = 'survey.sav', rows = 400, fillers = 0): string {
  const path = join(temporaryFolder(), name);
  writeSmallSurvey(path, rows, fillers);
  return path;
}

const rules = ['--fear', 'afraid=3,4', '--want', 'hungry=3,4'];

test('a file that is not there', () => {
  refused(larger('describe', '/nowhere/survey.sav'), '/nowhere/survey.sav', 'Check its name');
});

test.each([
  ['empty', '', 'empty'],
  ['foreign', 'PK\u0003\u0004 not a survey', ''],
])('an %s file', (_, content, words) => {
  const path = join(temporaryFolder(), 'survey.sav');
  writeFileSync(path, content);
  refused(larger('describe', path), path, words);
});

test('a file that is cut off, anywhere', () => {
  const whole = survey();
  const size = readFileSync(whole).length;
  for (const share of [0.02, 0.2, 0.5, 0.8, 0.99]) {
    const cut = join(temporaryFolder(), 'cut.sav');
    copyFileSync(whole, cut);
    truncateSync(cut, Math.floor(size * share));
    refused(larger('describe', cut), cut);
  }
});

test('a variable that is not there, with the one that was meant', () => {
  refused(larger('matrix', survey(), ...rules, '--weight', 'wieght'), 'wieght', 'Did you mean weight?');
  refused(larger('crosstab', survey(), '--rows', 'nothing_like_it', '--cols', 'theft'), 'nothing_like_it');
});

test('a weight that is negative or missing', () => {
  const path = join(temporaryFolder(), 'weights.csv');
  writeFileSync(path, 'w,gap,afraid,hungry\n1,1,3,3\n-2,,1,1\n1,1,3,1\n');
  const rule = ['--fear', 'afraid=3', '--want', 'hungry=3'];
  refused(larger('matrix', path, ...rule, '--weight', 'w'), 'w is negative', 'rows 2');
  refused(larger('matrix', path, ...rule, '--weight', 'gap'), 'gap is missing', 'rows 2');
});

test('a concern without codes, or with one that nobody gave', () => {
  refused(larger('matrix', survey(), '--fear', 'afraid', '--want', 'hungry=3'), 'afraid', 'no codes');
  refused(larger('matrix', survey(), '--fear', 'afraid=77', '--want', 'hungry=3'), 'afraid has no code 77');
});

test('a filter that cannot be read, with the place', () => {
  refused(larger('matrix', survey(), ...rules, '--where', 'afraid >> 3'), 'character');
});

test('options that are not known are a matter of usage', () => {
  const { code, out, problem } = larger('matrix', survey(), '--wieght', 'weight');
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(problem).toContain('--wieght');
  expect(larger('explode').code).toBe(2);
});

test('--json prints one document and nothing else', () => {
  const { code, out, problem } = larger('matrix', survey(), ...rules, '--json');
  expect({ code, problem }).toEqual({ code: 0, problem: '' });
  expect(out.trim().split('\n')).toHaveLength(1);
  expect(JSON.parse(out)).toHaveProperty('pairs');
});

test('a study made by a newer version is left alone', () => {
  const study = join(temporaryFolder(), 'one.lfstudy');
  expect(larger('import', survey(), '--study', study).code).toBe(0);
  const database = new Database(study);
  database.pragma('user_version = 999');
  database.close();
  const before = readFileSync(study);
  refused(larger('import', survey(), '--study', study), study, 'newer version');
  refused(larger('describe', study), study, 'newer version');
  expect(readFileSync(study).equals(before)).toBe(true);
});

test('a study that is open elsewhere', async () => {
  const study = join(temporaryFolder(), 'one.lfstudy');
  expect(larger('import', survey(), '--study', study).code).toBe(0);
  const lock = new Database(`${study}-lock`);
  lock.pragma('journal_mode = MEMORY');
  lock.exec('BEGIN EXCLUSIVE');
  refused(larger('import', survey(), '--study', study), study, 'open in another');
  expect(larger('describe', study).code).toBe(0);
  lock.close();
});

test('a damaged file brought into a study changes nothing in it', () => {
  const study = join(temporaryFolder(), 'one.lfstudy');
  expect(larger('import', survey('first.sav'), '--study', study).code).toBe(0);
  const cut = survey('cut.sav', 5000, 10);
  truncateSync(cut, Math.floor(readFileSync(cut).length * 0.9));
  const before = larger('describe', study, '--json').out;
  refused(larger('import', cut, '--study', study), cut);
  expect(larger('describe', study, '--json').out).toBe(before);
});
