/**
 * Makes `version-5.lfstudy` of `version-2.lfstudy`: what the versions up to the fifth made of it, and said further.
 * Only the migrations, and no code of ours, so that it stays what it was.
 *
 *     node test/project/studies/makeVersion5.mjs
 */
import { copyFileSync, readFileSync } from 'node:fs';
import Database from 'better-sqlite3-multiple-ciphers';

const pathOf = (name) => new URL(name, import.meta.url).pathname;
copyFileSync(pathOf('version-2.lfstudy'), pathOf('version-5.lfstudy'));
const database = new Database(pathOf('version-5.lfstudy'));
for (const name of ['0003-metadata', '0004-readings', '0005-design']) {
  database.exec(readFileSync(pathOf(`../../../migrations/${name}.sql`), 'utf8'));
}
database.pragma('user_version = 5');

const margins = [{ variable: 'afraid', totals: [{ value: 1, total: 40 }], shares: true }];
database.prepare('UPDATE survey SET design = ?').run(JSON.stringify({ margins }));
database.prepare(`UPDATE variable SET notes = '["Asked of adults"]' WHERE name = 'afraid'`).run();
database.prepare(`INSERT INTO reading VALUES (1, '{"encoding":"utf-8"}', NULL, NULL, NULL)`).run();
database.exec('VACUUM');
database.close();
