import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import Database from 'better-sqlite3-multiple-ciphers';
import { expect, test } from 'vitest';
import { asked } from '../../helpers/asked.ts';
import { copiesOf, definitionsOf, makeTwoWaves } from './twoWaves.ts';

const studies = copiesOf(makeTwoWaves);

test('a program killed while it changes a study leaves each change with its step, or neither', async () => {
  const study = await studies();
  const start = definitionsOf(study);
  const program = spawn(process.execPath, [join(import.meta.dirname, 'changeAlone.ts'), study], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = 0;
  program.stdout.on('data', (lines: Buffer) => {
    said = Number(lines.toString().trim().split('\n').at(-1));
    if (said >= 5) program.kill('SIGKILL');
  });
  expect((await once(program, 'exit'))[1]).toBe('SIGKILL');

  const database = new Database(study);
  expect(database.pragma('integrity_check', { simple: true })).toBe('ok');
  const steps = Number(database.prepare('SELECT count(*) FROM history').pluck().get());
  const label = database.prepare('SELECT label FROM variableEdit').pluck().get();
  database.close();
  expect(steps).toBeGreaterThanOrEqual(said);
  expect(label).toBe(`label ${steps}`);
  for (let step = 0; step < steps; step++) {
    expect((await asked('history.undo', { study })).done).not.toBeNull();
  }
  expect(definitionsOf(study)).toEqual(start);
  expect((await asked('history.list', { study })).undo).toBeNull();
}, 60_000);
