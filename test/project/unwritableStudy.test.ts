import { chmodSync, existsSync, readdirSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { studyName, touch } from '#project/studyFile.ts';
import { createStudy, openStudy } from '#project/openStudy.ts';
import { openImage } from '#project/openImage.ts';
import { temporaryFolder } from '../helpers/temporaryFolder.ts';

async function closedStudy(): Promise<{ folder: string; path: string }> {
  const folder = temporaryFolder();
  const path = join(folder, 'One.lfstudy');
  await createStudy(path, 'One', async () => undefined);
  openStudy(path).close();
  return { folder, path };
}

/** Runs as somebody whom file permissions hold: for root they say nothing. */
function asReader(script: string): string {
  const nobody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', script], {
    ...nobody,
    encoding: 'utf8',
    env: { PATH: process.env.PATH },
  });
  return stdout.trim() || stderr;
}

const readAndChange = (path: string): string => `
  import { openStudy } from '#project/openStudy.ts';
  import { studyName, touch } from '#project/studyFile.ts';
  import { claimStudy } from '#project/claimStudy.ts';
  import { namingStudy } from '#project/studyProblem.ts';
  const path = ${JSON.stringify(path)};
  const answers = [];
  try { claimStudy(path).release(); answers.push('claimed'); } catch (error) { answers.push(error.code); }
  const study = openStudy(path);
  answers.push(studyName(study));
  try { namingStudy(path, () => touch(study)); answers.push('changed'); } catch (error) { answers.push(error.code); }
  console.log(JSON.stringify(answers));
`;

test.skipIf(process.platform === 'win32').each([
  { what: 'a file', file: 0o444, folder: 0o777 },
  { what: 'a folder', file: 0o444, folder: 0o555 },
])('a study in $what that cannot be written is read, and changes nowhere', async ({ file, folder: mode }) => {
  const { folder, path } = await closedStudy();
  const before = statSync(path).mtimeMs;
  chmodSync(path, file);
  chmodSync(folder, mode);
  try {
    expect(JSON.parse(asReader(readAndChange(path)))).toEqual([
      'study.notWritable',
      'One',
      'study.notWritable',
    ]);
    expect(statSync(path).mtimeMs).toBe(before);
  } finally {
    chmodSync(folder, 0o700);
  }
  expect(readdirSync(folder)).toEqual(['One.lfstudy']);
});

test('a study in memory is what lies on the disk', async () => {
  const { path } = await closedStudy();
  const image = openImage(path)!;
  expect(studyName({ path, database: image, close: () => undefined })).toBe('One');
  image.close();
});

test('where the latest changes are still beside the file, the file alone is not taken for the study', async () => {
  const { path } = await closedStudy();
  const study = openStudy(path);
  touch(study);
  expect(existsSync(`${path}-wal`)).toBe(true);
  expect(openImage(path)).toBeNull();
  study.close();
  writeFileSync(`${path}-wal`, '');
  openImage(path)!.close();
});

test('a study of more than two gigabytes is not taken into memory', async () => {
  const { path } = await closedStudy();
  truncateSync(path, 2 ** 31);
  expect(openImage(path)).toBeNull();
});
