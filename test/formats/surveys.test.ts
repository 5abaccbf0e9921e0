import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Variable } from '#engine/survey/variable.ts';
import { readAll, type ReadSurvey } from './readAll.ts';

/**
 * Survey files that others made, beside the repository: `LARGER_FREEDOM_DATA`, or `../shared/data`.
 * Expectations are sums and checksums that R made (fixtures/make.R <folder>): haven for .sav, .dta and .por, read.csv
 * for CSV.
 */
const folder = process.env['LARGER_FREEDOM_DATA'] ?? join(import.meta.dirname, '../../../shared/data');

interface Checksum {
  rows: number;
  variables: number;
  labels?: number;
  /** Of all names and labels, and of all texts, a line each; `null` where there are none, or none that haven can read. */
  labelsMd5?: string;
  textsMd5?: string | null;
  encoding?: string;
  sums: string;
  missing: string;
}

const formats = ['sav', 'dta', 'por', 'csv'] as const;
const expected: Record<(typeof formats)[number], Record<string, Checksum>> = JSON.parse(
  readFileSync(join(import.meta.dirname, 'fixtures/surveys.expected.json'), 'utf8'),
);

/** For each variable: the sum of its numbers and how many are system-missing; `null` for a text. */
function sumsOf(survey: ReadSurvey): ({ sum: number; missing: number } | null)[] {
  return survey.variables.map(({ type }, index) => {
    if (type === 'text') return null;
    const numbers = survey.values[index].filter((value) => typeof value === 'number');
    return {
      sum: numbers.reduce((sum, value) => sum + value, 0),
      missing: survey.values[index].length - numbers.length,
    };
  });
}

const md5 = (lines: readonly unknown[]): string =>
  createHash('md5')
    .update(lines.map((line) => `${String(line)}\n`).join(''))
    .digest('hex');

function labelLines({ name, label, valueLabels }: Variable): string[] {
  return [`${name}\t${label}`, ...valueLabels.map((one) => `${written(one.value)}=${one.label}`)];
}

/** A code as C writes it with `%.15g`, which labels are seldom more exact than. */
function written(value: number | string): string {
  return typeof value === 'string' ? value : String(Number(value.toPrecision(15)));
}

const present = existsSync(join(folder, 'surveys'));

describe.each(formats)('real %s files are read as R reads them', (format) => {
  if (!present) {
    it.skip(`there are no survey files in ${folder}`);
    return;
  }
  it.each(Object.entries(expected[format]))('%s', async (name, checksum) => {
    const survey = await readAll(join(folder, name));
    expect(survey.format).toBe(format);
    expect(survey.rowCount ?? survey.values[0].length).toBe(checksum.rows);
    expect(survey.variables.length).toBe(checksum.variables);
    if (checksum.encoding !== undefined) expect(survey.encoding).toBe(checksum.encoding);
    if (checksum.labels !== undefined) {
      const labels = survey.variables.reduce((count, { valueLabels }) => count + valueLabels.length, 0);
      expect(labels).toBe(checksum.labels);
    }
    if (checksum.labelsMd5 !== undefined)
      expect(md5(survey.variables.flatMap(labelLines)), 'labels').toBe(checksum.labelsMd5);
    if ((checksum.textsMd5 ?? null) !== null) {
      const texts = survey.values.filter((_, index) => survey.variables[index].type === 'text');
      expect(md5(texts.flat()), 'texts').toBe(checksum.textsMd5);
    }
    const sums = checksum.sums.split(' ');
    const missing = checksum.missing.split(' ');
    sumsOf(survey).forEach((found, index) => {
      const place = survey.variables[index].name;
      if (found === null || sums[index] === '-') {
        expect([place, found === null], place).toEqual([place, sums[index] === '-']);
        return;
      }
      expect(found.missing, place).toBe(Number(missing[index]));
      const sum = Number(sums[index]);
      expect(Math.abs(found.sum - sum), place).toBeLessThanOrEqual(Math.abs(sum) * 1e-12 + 1e-9);
    });
  });
});
