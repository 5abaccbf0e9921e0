import { argon2Sync } from 'node:crypto';
import {
  chmodSync,
  closeSync,
  existsSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { backupsOf, copyStudy, makeBackup, restoreBackup } from '#project/backups.ts';
import { opensWith, protectStudy } from '#project/protectStudy.ts';
import { rescueStudy } from '#project/rescue.ts';
import { studyName } from '#project/studyFile.ts';
import { createStudy, openStudy } from '#project/openStudy.ts';
import { keyOf, knowKey, knowKeys, newKey, saltOf, type StudyKey } from '#project/studyKey.ts';
import { asked } from '../helpers/asked.ts';
import { temporaryFolder } from '../helpers/temporaryFolder.ts';

const secret = 'four words of mine';
const telling = 'Answers of Amina about her husband';
let study: string;

beforeEach(async () => {
  knowKeys([]);
  study = join(temporaryFolder(), 'Study.lfstudy');
  await createStudy(study, telling, () => Promise.resolve());
});

async function protect(passphrase: string): Promise<StudyKey> {
  const key = await newKey(passphrase);
  knowKey(key);
  protectStudy(study, key);
  return key;
}

function nameIn(path: string): string {
  const opened = openStudy(path);
  try {
    return studyName(opened);
  } finally {
    opened.close();
  }
}

const locked = expect.objectContaining({ code: 'study.locked' });
const says = (path: string): boolean => readFileSync(path).includes('Amina');

test('under a passphrase a study and its copies say nothing, and open with it alone', async () => {
  makeBackup(study, Date.parse('2026-03-04T12:00:00.000Z'));
  expect(says(study)).toBe(true);
  const { salt } = await protect(secret);
  const [copy] = backupsOf(study);
  for (const path of [study, copy.path]) {
    expect(says(path)).toBe(false);
    expect(saltOf(path)).toBe(salt);
    expect(nameIn(path)).toBe(telling);
  }
  knowKeys([]);
  for (const path of [study, copy.path]) expect(() => openStudy(path)).toThrow(locked);
  expect(opensWith(study, await keyOf('four words of Mine', salt))).toBe(false);
  const key = await keyOf(secret, salt);
  expect(opensWith(study, key)).toBe(true);
  knowKey(key);
  expect(nameIn(study)).toBe(telling);
});

test('what is changed, copied and rescued later is under it too, down to the log beside it', async () => {
  await protect(secret);
  const opened = openStudy(study);
  opened.database.prepare('UPDATE study SET name = ?').run('Amina again');
  expect(existsSync(`${study}-wal`)).toBe(true);
  for (const file of readdirSync(join(study, '..'))) {
    const path = join(study, '..', file);
    if (!file.endsWith('-backups')) expect(says(path), file).toBe(false);
  }
  opened.close();
  const { path } = makeBackup(study, Date.parse('2026-03-04T12:00:00.000Z'));
  const copy = join(study, '..', 'Copy.lfstudy');
  copyStudy(path, copy);
  for (const one of [path, copy]) {
    expect(says(one)).toBe(false);
    expect(nameIn(one)).toBe('Amina again');
  }
});

test('another passphrase takes the place of the first; none leaves a plain study', async () => {
  const first = await protect(secret);
  const second = await protect('quite another one');
  expect(second.salt).not.toBe(first.salt);
  knowKeys([first]);
  expect(() => openStudy(study)).toThrow(locked);
  knowKeys([second]);
  expect(nameIn(study)).toBe(telling);
  protectStudy(study, null);
  knowKeys([]);
  expect(nameIn(study)).toBe(telling);
  expect(readFileSync(study).toString('latin1', 0, 15)).toBe('SQLite format 3');
});

test('a study is left as it was where its key is not known', async () => {
  await protect(secret);
  const before = readFileSync(study);
  knowKeys([]);
  expect(() => protectStudy(study, null)).toThrow(locked);
  expect(readFileSync(study).equals(before)).toBe(true);
  expect(readdirSync(join(study, '..'))).toEqual(['Study.lfstudy']);
});

test('a changed byte is refused, not read', async () => {
  await protect(secret);
  const file = openSync(study, 'r+');
  writeSync(file, Buffer.from([readFileSync(study)[5000] ^ 1]), 0, 1, 5000);
  closeSync(file);
  expect(() => {
    const opened = openStudy(study);
    try {
      opened.database.prepare('SELECT * FROM sqlite_schema').all();
      opened.database.pragma('integrity_check');
    } finally {
      opened.close();
    }
  }).toThrow();
});

test('of a locked study nothing is rescued without its key', async () => {
  await protect(secret);
  const to = join(study, '..', 'Rescued.lfstudy');
  await expect(rescueStudy(study, to)).rejects.toMatchObject({ code: 'study.beyondRescue' });
  knowKeys([]);
  await expect(rescueStudy(study, to)).rejects.toMatchObject({ code: 'study.locked', params: { study } });
});

test('a locked study that cannot be written is looked at in memory', async () => {
  await protect(secret);
  chmodSync(study, 0o400);
  expect(nameIn(study)).toBe(telling);
});

test('no passphrase is the wrong one, and blanks alone are none', async () => {
  await protect(secret);
  knowKeys([]);
  await expect(asked('study.unlock', { study, passphrase: '' })).rejects.toMatchObject({
    code: 'study.wrongPassphrase',
  });
  await expect(newKey(' '.repeat(20))).rejects.toMatchObject({ code: 'study.passphraseShort' });
});

test('short passphrases are refused; letters count, however a keyboard composes them', async () => {
  await expect(newKey('seven77')).rejects.toMatchObject({
    code: 'study.passphraseShort',
    params: { least: 8 },
  });
  const { salt, key } = await newKey('clé précieuse'.normalize('NFD'));
  expect((await keyOf('clé précieuse'.normalize('NFC'), salt)).key).toBe(key);
});

test('the key is Argon2id of 64 MiB and three passes, as Node’s own cryptography computes it', async () => {
  const { salt, key } = await newKey(secret);
  const nodes = argon2Sync('argon2id', {
    message: secret,
    nonce: Buffer.from(salt, 'hex'),
    parallelism: 1,
    tagLength: 32,
    memory: 65_536,
    passes: 3,
  });
  expect(key).toBe(nodes.toString('hex'));
});

const noon = Date.parse('2026-03-04T12:00:00.000Z');

test('through a link the study itself is encrypted, and the copies beside it', async () => {
  makeBackup(study, noon);
  mkdirSync(join(study, '..', 'desk'));
  const link = join(study, '..', 'desk', 'link.lfstudy');
  symlinkSync(study, link);
  expect(backupsOf(link)).toEqual(backupsOf(study));
  const key = await newKey(secret);
  knowKey(key);
  protectStudy(link, key);
  expect(lstatSync(link).isSymbolicLink()).toBe(true);
  for (const path of [study, backupsOf(study)[0].path]) expect(says(path)).toBe(false);
  expect(nameIn(link)).toBe(telling);
});

test('a copy that is damaged is named before anything is written, for it would stay as it is', async () => {
  makeBackup(study, noon);
  const { backup, path } = makeBackup(study, noon + 1000);
  const content = readFileSync(path);
  writeFileSync(path, content.fill(0xee, 4096, 3 * 4096));
  const before = readFileSync(study);
  await expect(protect(secret)).rejects.toMatchObject({
    code: 'backup.unreadable',
    params: { study, backup },
  });
  expect(readFileSync(study).equals(before)).toBe(true);
  expect(says(backupsOf(study)[1].path)).toBe(true);
  expect(readdirSync(join(study, '..')).sort()).toEqual(['Study.lfstudy', 'Study.lfstudy-backups']);
});

test('copies that a crash left under another passphrase are counted, keep nothing back, and open with it', async () => {
  const { path } = makeBackup(study, noon);
  const between = await newKey('the passphrase of the crash');
  knowKey(between);
  const outside = join(temporaryFolder(), 'Other.lfstudy');
  copyStudy(path, outside);
  protectStudy(outside, between);
  writeFileSync(path, readFileSync(outside));
  knowKeys([]);
  const key = await newKey(secret);
  knowKey(key);
  expect(protectStudy(study, key)).toBe(1);
  expect(nameIn(study)).toBe(telling);

  const restored = join(temporaryFolder(), 'Restored.lfstudy');
  restoreBackup(backupsOf(study)[0], restored);
  expect(() => openStudy(restored)).toThrow(locked);
  knowKey(between);
  expect(nameIn(restored)).toBe(telling);
  expect(protectStudy(study, null)).toBe(0);
});
