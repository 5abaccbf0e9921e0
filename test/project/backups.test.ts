import {
  copyFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3-multiple-ciphers';
import { beforeEach, expect, test } from 'vitest';
import {
  backupFolder,
  backupNamed,
  backupsOf,
  copyStudy,
  isBackupDue,
  makeBackup,
  removeBackups,
  tooMany,
} from '#project/backups.ts';
import { supportedVersion } from '#project/migrations.ts';
import { studyName } from '#project/studyFile.ts';
import { createStudy, openStudy } from '#project/openStudy.ts';
import { phrase } from '#engine/survey/phrase.ts';
import { asked } from '../helpers/asked.ts';
import { writeSmallSurvey } from '../helpers/smallSurvey.ts';
import { temporaryFolder } from '../helpers/temporaryFolder.ts';

const hour = 3_600_000;
const noon = Date.parse('2026-03-04T12:00:00.000Z');
let study: string;

beforeEach(async () => {
  study = join(temporaryFolder(), 'Study.lfstudy');
  await createStudy(study, 'As it was', () => Promise.resolve());
});

function change(name: string, at: number): void {
  const { database, close } = openStudy(study);
  database.prepare('UPDATE study SET name = ?').run(name);
  close();
  utimesSync(study, at / 1000, at / 1000);
}

function nameIn(path: string): string {
  const opened = openStudy(path);
  try {
    return studyName(opened);
  } finally {
    opened.close();
  }
}

test('a copy is the study as it was, whatever is changed later, and can be made a study again', () => {
  const { backup, path } = makeBackup(study, noon);
  change('Changed', noon + 1);
  const restored = join(temporaryFolder(), 'Restored.lfstudy');
  copyStudy(backupNamed(study, backup).path, restored);
  expect(nameIn(restored)).toBe('As it was');
  expect(nameIn(study)).toBe('Changed');
  expect(existsSync(path)).toBe(true);
  expect(() => copyStudy(path, restored)).toThrow(expect.objectContaining({ code: 'study.exists' }));
});

test('a copy holds what another connection has saved and not yet put into the file, and keeps nobody from changing', () => {
  const { database, close } = openStudy(study);
  database.prepare("UPDATE study SET name = 'In the log'").run();
  database.exec('BEGIN IMMEDIATE');
  database.prepare("UPDATE study SET name = 'Not saved'").run();
  const { path } = makeBackup(study, noon);
  database.exec('COMMIT');
  close();
  expect(nameIn(path)).toBe('In the log');
});

test('a copy is due at opening once something has changed, and an hour after the last while one works', () => {
  expect(isBackupDue(study, noon, true)).toBe(true);
  makeBackup(study, noon);
  utimesSync(study, (noon - 1) / 1000, (noon - 1) / 1000);
  expect(isBackupDue(study, noon + 5 * hour, true)).toBe(false);
  change('Changed', noon + 1000);
  expect(isBackupDue(study, noon + hour / 4, true)).toBe(true);
  expect(isBackupDue(study, noon + hour / 4, false)).toBe(false);
  expect(isBackupDue(study, noon + hour, false)).toBe(true);
});

test('three latest are kept, one a day for a week, two of before updates, and no more than there is room for', () => {
  const copy = (hours: number, more: object = {}): ReturnType<typeof backupsOf>[number] => ({
    backup: `${hours}`,
    path: `${hours}`,
    at: new Date(noon - hours * hour).toISOString(),
    bytes: 1000,
    beforeUpdateOf: null,
    ...more,
  });
  // Hours before noon: five of today, then two of each of ten days before.
  const days = Array.from({ length: 10 }, (_, day) => [
    copy(24 * (day + 1) - 1),
    copy(24 * (day + 1)),
  ]).flat();
  const all = [copy(0), copy(1), copy(2), copy(3), copy(4), ...days];
  const kept = (list: typeof all): string[] => {
    const gone = new Set(tooMany(list, noon));
    return list.filter((one) => !gone.has(one)).map(({ backup }) => backup);
  };
  expect(kept(all)).toEqual(['0', '1', '2', '23', '47', '71', '95', '119', '143', '167']);
  const updates = [
    copy(30, { beforeUpdateOf: 6 }),
    copy(40, { beforeUpdateOf: 5 }),
    copy(50, { beforeUpdateOf: 4 }),
  ];
  expect(kept(updates)).toEqual(['30', '40']);
  const large = [copy(0, { bytes: 3e9 }), copy(1, { bytes: 1e9 }), copy(2)];
  expect(kept(large)).toEqual(['0']);
});

test('copies of a study that is gone are still listed, and all of them are removed when that is asked for', () => {
  makeBackup(study, noon);
  makeBackup(study, noon + hour);
  rmSync(study);
  expect(backupsOf(study).map(({ at }) => at)).toEqual([
    '2026-03-04T13:00:00.000Z',
    '2026-03-04T12:00:00.000Z',
  ]);
  writeFileSync(join(backupFolder(study), 'notes.txt'), 'mine');
  expect(removeBackups(study)).toBe(2);
  expect(readdirSync(backupFolder(study))).toEqual(['notes.txt']);
});

test('a copy that cannot be made says why and leaves the study, and older copies, as they are', () => {
  makeBackup(study, noon);
  writeFileSync(study, 'SQLite format 3\0 and nothing of a study');
  expect(() => makeBackup(study, noon + hour)).toThrow(expect.objectContaining({ code: 'backup.failed' }));
  expect(backupsOf(study)).toHaveLength(1);
  rmSync(backupFolder(study), { recursive: true });
  writeFileSync(backupFolder(study), 'in the way');
  expect(() => makeBackup(study, noon)).toThrow(expect.objectContaining({ code: 'backup.failed' }));
});

test('a study with a damaged column is not copied, and names it: copies that are sound are not let go for it', async () => {
  const file = join(temporaryFolder(), 'small.sav');
  writeSmallSurvey(file);
  rmSync(study);
  await asked('survey.import', { file, study, name: null });
  for (const hours of [0, 1, 2, 3]) makeBackup(study, noon + hours * hour);
  const before = readdirSync(backupFolder(study));
  const database = new Database(study);
  const refuses = (): void =>
    expect(() => makeBackup(study, noon + 5 * hour)).toThrow(
      expect.objectContaining({
        code: 'study.damaged',
        params: { study, detail: phrase('columnOf', { variable: 'afraid' }) },
      }),
    );
  const position = `(SELECT position FROM variable WHERE name = 'afraid')`;
  database.exec(`UPDATE chunk SET content = zeroblob(length(content)) WHERE variable = ${position}`);
  refuses();
  database.close();
  copyFileSync(backupsOf(study)[0].path, study);
  const again = new Database(study);
  again.exec(`UPDATE variable SET missing = '{"codes":[7],"range":null}' WHERE name = 'afraid'`);
  again.close();
  refuses();
  expect(readdirSync(backupFolder(study))).toEqual(before);
});

test('no name reaches out of the folder of copies', () => {
  makeBackup(study, noon);
  expect(() => backupNamed(study, '../Study.lfstudy')).toThrow(
    expect.objectContaining({ code: 'backup.unknown' }),
  );
});

const older = join(import.meta.dirname, 'studies', 'version-5.lfstudy');

test('before an older study is updated, a copy of it as it is is kept, once', () => {
  copyFileSync(older, study);
  nameIn(study);
  nameIn(study);
  const [copy, ...others] = backupsOf(study);
  expect(others).toEqual([]);
  expect(copy.beforeUpdateOf).toBe(5);
  const database = new Database(copy.path, { readonly: true });
  expect(database.pragma('user_version', { simple: true })).toBe(5);
  expect(database.pragma('integrity_check', { simple: true })).toBe('ok');
  database.close();
});

test('where that copy cannot be made, or the update does not go through, the study stays what it was', () => {
  copyFileSync(older, study);
  writeFileSync(backupFolder(study), 'in the way');
  expect(() => openStudy(study)).toThrow(expect.objectContaining({ code: 'backup.failed' }));
  expect(versionOf(study)).toBe(5);
  rmSync(backupFolder(study));

  const content = readFileSync(study);
  const page = content.lastIndexOf('Unsafe after dark') >> 12;
  content.fill(0xee, page * 4096, (page + 1) * 4096);
  writeFileSync(study, content);
  expect(() => openStudy(study)).toThrow(expect.objectContaining({ code: 'study.damaged' }));
  expect(versionOf(study)).toBe(5);
  expect(supportedVersion()).toBeGreaterThan(5);
});

function versionOf(path: string): unknown {
  const database = new Database(path, { readonly: true });
  try {
    return database.pragma('user_version', { simple: true });
  } finally {
    database.close();
  }
}

test('a study whose name is as long as names may be has copies, and studies made of them', async () => {
  const path = join(temporaryFolder(), `${'ক'.repeat(78)}.lfstudy`);
  copyFileSync(study, path);
  const { backups } = await asked('study.backUp', { study: path, when: 'now' });
  const made = await asked('study.restore', { study: path, backup: backups[0].backup });
  expect(made.study).toMatch(/ক{66} \(2\d{3}-.*\)\.lfstudy$/);
  expect(await asked('study.open', made)).toMatchObject({ readOnly: null });
});
