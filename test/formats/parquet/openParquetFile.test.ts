import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Problem } from '#engine/survey/problem.ts';
import { temporaryFolder } from '../../helpers/temporaryFolder.ts';
import { problemOf, readAll, readBytes } from '../readAll.ts';

/** Files that DuckDB wrote: fixtures/makeParquet.sql says what is in them. */
const fixture = (name: string): string => join(import.meta.dirname, '../fixtures', name);
/** Seconds from 1582-10-14 to 1970-01-01 (141,428 days). */
const to1970 = 12_219_379_200;

describe('a Parquet file that DuckDB wrote', () => {
  it('has its numbers, truths, texts, dates and times', async () => {
    const survey = await readAll(fixture('duckdb.parquet'));
    const values = Object.fromEntries(
      survey.variables.map(({ name, type }, index) => [name, [type, ...survey.values[index]]]),
    );
    expect(values).toEqual({
      tiny: ['numeric', 1, -128, null, 3],
      whole: ['numeric', 70_000, -1, null, 4],
      // 2^53 + 1 fits no double: the column is kept as text.
      big: ['text', '9007199254740993', '2', '', '5'],
      number: ['numeric', 1.5, -0.1, null, null],
      float: ['numeric', 0.25, -2, null, 0],
      decimal: ['numeric', 12.34, -0.01, null, 0],
      truth: ['numeric', 1, 0, null, 1],
      place: ['text', 'Ouémé', 'জানি না', '', ''],
      area: ['text', 'urban', 'rural', '', 'urban'],
      visited: ['date', Date.UTC(2024, 1, 29) / 1000 + to1970, 86_400, null, to1970],
      started: [
        'datetime',
        Date.UTC(2024, 1, 29, 13, 45, 30, 500) / 1000 + to1970,
        Date.UTC(1999, 11, 31, 23, 59, 59) / 1000 + to1970,
        null,
        to1970,
      ],
      clock: ['time', 23_400, 0, null, 86_399],
    });
  });

  it('in several groups of rows, packed with zstd, in chunks that do not fit them', async () => {
    const survey = await readAll(fixture('duckdb-zstd.parquet'), { chunkRows: 999 });
    const ids = Array.from({ length: 5000 }, (_, index) => index);
    expect(survey.values).toEqual([
      ids,
      ids.map((id) => id % 7),
      ids.map((id) => (id % 5 === 0 ? '' : `text ${id % 11}`)),
    ]);
  });

  it('some of its variables, in another order', async () => {
    const survey = await readAll(fixture('duckdb.parquet'), { variables: ['area', 'tiny'] });
    expect(survey.values).toEqual([
      ['urban', 'rural', '', 'urban'],
      [1, -128, null, 3],
    ]);
  });

  it('with lists and records in it: they are left out, by name', async () => {
    const survey = await readAll(fixture('duckdb-nested.parquet'));
    expect(survey.variables.map(({ name }) => name)).toEqual(['id', 'place']);
    expect(survey.choices?.leftOut).toEqual(['list', 'pair']);
    expect(survey.values).toEqual([[1], ['x']]);
  });
});

describe('a Parquet file that is damaged', () => {
  it.each([4, 200, 1000])('is cut off after %i bytes', async (length) => {
    const bytes = readFileSync(fixture('duckdb.parquet')).subarray(0, length);
    expect((await problemOf(readBytes(temporaryFolder(), 'a.parquet', bytes))).code).toBe('file.damaged');
  });

  it('anywhere is a problem, or read', async () => {
    const folder = temporaryFolder();
    for (const name of ['duckdb.parquet', 'duckdb-zstd.parquet']) {
      const whole = readFileSync(fixture(name));
      for (let step = 0; step < 200; step++) {
        const changed = Buffer.from(whole);
        changed[Math.floor((whole.length * step) / 200)] ^= 1 << (step % 8);
        try {
          await readBytes(folder, 'a.parquet', changed);
        } catch (error) {
          if (!(error instanceof Problem)) throw error;
          expect(error.code).toMatch(/^file\./);
        }
      }
    }
  });
});
