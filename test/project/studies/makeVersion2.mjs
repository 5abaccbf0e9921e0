/**
 * Makes `version-2.lfstudy` of `version-1.lfstudy`: what the second version of the program made of it, and said
 * further. Only the second migration, and no code of ours, so that it stays what it was.
 *
 *     node test/project/studies/makeVersion2.mjs
 */
import { copyFileSync, readFileSync } from 'node:fs';
import Database from 'better-sqlite3-multiple-ciphers';

const pathOf = (name) => new URL(name, import.meta.url).pathname;
copyFileSync(pathOf('version-1.lfstudy'), pathOf('version-2.lfstudy'));
const database = new Database(pathOf('version-2.lfstudy'));
database.exec(readFileSync(pathOf('../../../migrations/0002-definitions.sql'), 'utf8'));
database.pragma('user_version = 2');

database.prepare(`UPDATE survey SET leftOut = '["phone"]'`).run();
database.prepare(`UPDATE variableEdit SET label = 'Unsafe after dark' WHERE name = 'afraid'`).run();
const definition = { kind: 'expression', expression: 'weight * 2' };
database
  .prepare(`INSERT INTO derived VALUES (1, 0, 'double', 'Twice the weight', 'scale', '[]', ?)`)
  .run(JSON.stringify(definition));
database
  .prepare(
    `INSERT INTO responseSet VALUES (1, 0, '$all', 'All', 'category', NULL, '["weight","afraid"]', 'hand')`,
  )
  .run();
database.exec('VACUUM');
database.close();
