import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { claimStudy } from '#project/claimStudy.ts';
import { temporaryFolder } from '../helpers/temporaryFolder.ts';

test('a claimed study cannot be claimed again until it is released', () => {
  const folder = temporaryFolder();
  const study = join(folder, 'One.lfstudy');
  const claim = claimStudy(study);
  expect(() => claimStudy(study)).toThrow('study.openElsewhere');
  claim.release();
  claimStudy(study).release();
  expect(readdirSync(folder)).toEqual([]);
});

test('a program that is killed gives its claim up', async () => {
  const study = join(temporaryFolder(), 'One.lfstudy');
  const script = `import { claimStudy } from '#project/claimStudy.ts';
    claimStudy(${JSON.stringify(study)}); console.log('claimed'); setInterval(() => {}, 1000);`;
  const other = spawn(process.execPath, ['--input-type=module', '--eval', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(other.stdout, 'data');
  expect(() => claimStudy(study)).toThrow('study.openElsewhere');
  other.kill('SIGKILL');
  await once(other, 'exit');
  claimStudy(study).release();
});

test('a study in a folder that is not there is not found', () => {
  const study = join(temporaryFolder(), 'gone', 'One.lfstudy');
  expect(() => claimStudy(study)).toThrow('study.notFound');
});
