import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import Database from 'better-sqlite3-multiple-ciphers';
import { expect, test } from 'vitest';
import { sourceHost } from '../helpers/sourceHost.ts';
import { writeSmallSurvey } from '../helpers/smallSurvey.ts';
import { temporaryFolder } from '../helpers/temporaryFolder.ts';

test('a replacement killed at any moment leaves the old survey or the new one, sound and whole', async () => {
  const folder = temporaryFolder();
  const first = join(folder, 'first.sav');
  const second = join(folder, 'second.sav');
  writeSmallSurvey(first);
  writeSmallSurvey(second, 60_000, 10);
  const { client } = sourceHost(folder);
  const { study } = await client.survey.import({ file: first, study: null, name: null });
  const survey = { study: study.study, survey: null };
  await client.derived.save({
    ...survey,
    variable: {
      name: 'often',
      label: '',
      measure: 'nominal',
      valueLabels: [],
      definition: { kind: 'topBox', source: 'afraid', codes: [3, 4] },
    },
    replaces: null,
  });
  const whole = async (): Promise<unknown> => [
    await client.study.open({ study: survey.study }),
    await client.describe.run({ source: survey }),
    await client.derived.list(survey),
  ];
  const before = await whole();
  await client.study.close({ study: survey.study });

  for (const moment of [0.2, 0.55, 0.7]) {
    const program = join(import.meta.dirname, 'replaceAlone.ts');
    const other = spawn(process.execPath, [program, survey.study, second], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let reached = false;
    other.stdout.on('data', (lines: Buffer) => {
      reached ||= lines
        .toString()
        .split('\n')
        .some((line) => Number(line) >= moment);
      if (reached) other.kill('SIGKILL');
    });
    const [, signal] = (await once(other, 'exit')) as [number | null, string | null];
    expect([moment, signal]).toEqual([moment, 'SIGKILL']);
    const database = new Database(survey.study);
    expect(database.pragma('integrity_check', { simple: true })).toBe('ok');
    database.close();
    const { rows } = await client.describe.run({ source: survey });
    // a machine that is slow to kill can find the work done
    if (rows !== 400) {
      expect(rows).toBe(60_000);
      return;
    }
    expect(await whole()).toEqual(before);
    await client.study.close({ study: survey.study });
  }
  const { changes } = await client.survey.replace({ ...survey, file: second });
  expect(changes.rows).toEqual({ before: 400, after: 60_000 });
}, 60_000);
