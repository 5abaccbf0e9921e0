import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3-multiple-ciphers';
import { expect, test } from 'vitest';
import { backupsOf } from '#project/backups.ts';
import { migrateTo, supportedVersion } from '#project/migrations.ts';
import { asked } from '../helpers/asked.ts';
import { temporaryFolder } from '../helpers/temporaryFolder.ts';

const first = join(import.meta.dirname, 'studies', 'version-1.lfstudy');

/** A study as a program of this version would have kept what `studies/makeVersion1.mjs` wrote. */
function studyOfVersion(version: number): string {
  const path = join(temporaryFolder(), `version-${version}.lfstudy`);
  copyFileSync(first, path);
  const database = new Database(path);
  migrateTo(database, version);
  expect(database.pragma('user_version', { simple: true })).toBe(version);
  database.close();
  return path;
}

/**
 * The weights are 0.5, 1.5, 1 and 1. `afraid` is 1, 8 (set aside by hand), nothing and 2, the district N, ?, N and N,
 * so that two answers count.
 */
test.each(Array.from({ length: supportedVersion() - 1 }, (_, index) => index + 1))(
  'a study of version %i gives the figures that can be computed by hand, and its copy gives them too',
  async (version) => {
    const study = studyOfVersion(version);
    const looked = await figures(study);
    expect(backupsOf(study)).toEqual([]);
    await asked('study.open', { study });
    const before = await figures(study);
    expect(looked).toEqual(before);
    expect(before).toEqual([
      [1, 'N', 1, 0.5],
      [2, 'N', 1, 1],
    ]);
    const [copy] = backupsOf(study);
    expect(copy.beforeUpdateOf).toBe(version);
    expect(await figures(copy.path)).toEqual(before);
  },
);

/** Respondents of each cell, as they are and weighted. */
async function figures(study: string): Promise<unknown> {
  const { cells } = await asked('crosstab.run', {
    source: { study, survey: null },
    rows: 'afraid',
    columns: 'district',
    options: { disclosure: 'none' },
  });
  return cells.map(({ row, column, n, weightedN }) => [row, column, n, weightedN]);
}
