import { copyFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3-multiple-ciphers';
import { beforeEach, expect, test } from 'vitest';
import { keptImage } from '#project/keptImage.ts';
import { runMarked } from '#project/marked.ts';
import { supportedVersion, versionOf } from '#project/migrations.ts';
import { studyName, touch } from '#project/studyFile.ts';
import { openStudy, readStudy } from '#project/openStudy.ts';
import { namingStudy } from '#project/studyProblem.ts';
import { temporaryFolder } from '../helpers/temporaryFolder.ts';

const older = join(import.meta.dirname, '../projects/version-6.lfstudy');
let folder: string;
let study: string;

beforeEach(() => {
  folder = temporaryFolder();
  study = join(folder, 'study.lfstudy');
  copyFileSync(older, study);
});

test('a study of an earlier form is looked at in the present form, and is left as it is', () => {
  const looking = readStudy(study);
  expect(versionOf(looking.database)).toBe(supportedVersion());
  expect(studyName(looking)).toBe('version-6');
  looking.close();
  expect(readFileSync(study)).toEqual(readFileSync(older));
  expect(readdirSync(folder)).toEqual(['study.lfstudy']);
});

test('what an older program has changed and still has open is seen, and it does not see another form', () => {
  const program = new Database(study);
  program.prepare("UPDATE study SET name = 'In the log'").run();
  const looking = readStudy(study);
  expect(studyName(looking)).toBe('In the log');
  looking.close();
  program.prepare("UPDATE study SET name = 'Later'").run();
  const again = readStudy(study);
  expect(studyName(again)).toBe('Later');
  again.close();
  expect(versionOf(program)).toBe(6);
  program.close();
});

test('nothing can be changed through a study that is read', () => {
  for (const update of [false, true]) {
    if (update) openStudy(study).close();
    const looking = readStudy(study);
    expect(() => namingStudy(study, () => touch(looking))).toThrow(
      expect.objectContaining({ code: 'study.notWritable' }),
    );
    looking.close();
  }
});

test('an operation that is not marked as one that writes cannot open a study for changes', async () => {
  expect(() => runMarked(false, () => openStudy(study))).toThrow('not marked');
  await expect(runMarked(false, () => Promise.resolve().then(() => openStudy(study)))).rejects.toThrow(
    'not marked',
  );
  expect(readdirSync(folder)).toEqual(['study.lfstudy']);
  runMarked(true, () => openStudy(study)).close();
});

test('an image is kept while its file is the same', () => {
  let prepared = 0;
  const look = (): Database.Database => keptImage(study, undefined, () => void prepared++)!.database;
  expect(look()).toBe(look());
  expect(prepared).toBe(1);
  const content = readFileSync(study);
  writeFileSync(study, Buffer.concat([content, Buffer.alloc(4096)]));
  look();
  expect(prepared).toBe(2);
});
