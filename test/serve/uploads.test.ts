import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createUploads } from '../../src/serve/uploads.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'uploads-test-'));
  vi.stubEnv('TMPDIR', folder);
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

test('a copy is whole, private, and gone at the end', async () => {
  const uploads = createUploads();
  const path = await uploads.receive('r7.sav', Readable.from(['$FL2', 'rest']), 8);
  expect(readFileSync(path, 'utf8')).toBe('$FL2rest');
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect(statSync(dirname(dirname(path))).mode & 0o777).toBe(0o700);
  uploads.removeAll();
  expect(existsSync(path)).toBe(false);
});

test('two files of one name do not meet', async () => {
  const uploads = createUploads();
  const first = await uploads.receive('a.csv', Readable.from(['1']), 1);
  const second = await uploads.receive('a.csv', Readable.from(['2']), 1);
  expect([readFileSync(first, 'utf8'), readFileSync(second, 'utf8')]).toEqual(['1', '2']);
  uploads.removeAll();
});

test('an upload that breaks off leaves nothing behind', async () => {
  const uploads = createUploads();
  const broken = Readable.from(
    (function* () {
      yield 'half';
      throw new Error('connection lost');
    })(),
  );
  await expect(uploads.receive('a.sav', broken, 8)).rejects.toThrow('connection lost');
  const path = await uploads.receive('b.sav', Readable.from(['x']), 1);
  expect(existsSync(join(dirname(dirname(path)), '1'))).toBe(false);
  uploads.removeAll();
});

test('a file larger than the disk is a problem that names it', async () => {
  const uploads = createUploads();
  await expect(uploads.receive('big.sav', Readable.from(['x']), 2 ** 60)).rejects.toMatchObject({
    code: 'file.noSpace',
    params: { file: 'big.sav' },
  });
  uploads.removeAll();
});

test('what a killed run left is removed; what belongs to a running one stays', () => {
  const left = join(folder, 'larger-freedom-files-999999999-x');
  const used = join(folder, `larger-freedom-files-${process.pid}-y`);
  mkdirSync(left);
  mkdirSync(used);
  createUploads().removeAll();
  expect(existsSync(left)).toBe(false);
  expect(existsSync(used)).toBe(true);
});

test('what somebody else laid there under such a name is passed over', () => {
  const target = join(folder, 'of another program');
  mkdirSync(target);
  writeFileSync(join(folder, 'larger-freedom-files-999999998-file'), '');
  symlinkSync(target, join(folder, 'larger-freedom-files-999999998-link'));
  symlinkSync(join(folder, 'nowhere'), join(folder, 'larger-freedom-files-999999998-nowhere'));
  createUploads().removeAll();
  expect(existsSync(target)).toBe(true);
  expect(readdirSync(folder)).toHaveLength(4);
});

test('a file written for the browser is found by its folder and its name alone', async () => {
  const uploads = createUploads();
  const received = await uploads.receive('a.csv', Readable.from(['1']), 1);
  const path = await uploads.reserve('../enquête 1.sav');
  const own = basename(dirname(path));
  expect(own).toMatch(/^[0-9a-f-]{36}$/);
  expect(basename(path)).toBe('enquête 1.sav');
  expect(uploads.written(own, encodeURIComponent('enquête 1.sav'))).toBeUndefined();
  writeFileSync(path, 'x');
  expect(uploads.written(own, encodeURIComponent('enquête 1.sav'))).toBe(path);
  expect(uploads.written(own, '..')).toBeUndefined();
  expect(uploads.written('..', 'etc')).toBeUndefined();
  expect(uploads.written(basename(dirname(received)), 'a.csv')).toBeUndefined();
  uploads.removeAll();
});

test('a copy is let go of when nobody needs it any more, and nothing else is', async () => {
  const uploads = createUploads();
  const one = await uploads.receive('a.csv', Readable.from(['1']), 1);
  const two = await uploads.receive('b.csv', Readable.from(['2']), 1);
  const own = join(folder, 'own.csv');
  writeFileSync(own, '3');
  for (const path of [one, own, folder, dirname(two), `${two}/..`]) uploads.remove(path);
  expect([one, dirname(one), two, own].map((path) => existsSync(path))).toEqual([false, false, true, true]);
  uploads.removeAll();
});
