import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Client } from '#contract/client.ts';
import type { Variable } from '#engine/survey/variable.ts';
import { nothingMissing } from '#engine/survey/variable.ts';
import { writeSav } from '#formats/sav/savWriter.ts';
import { timeBands } from '../../src/operations/data/timeBands.ts';
import { timeText } from '../../src/operations/data/timeText.ts';
import { sourceHost } from '../helpers/sourceHost.ts';
import { temporaryFolder } from '../helpers/temporaryFolder.ts';

const variable = (name: string, more: Partial<Variable>): Variable => ({
  name,
  label: '',
  type: 'numeric',
  measure: 'unknown',
  valueLabels: [],
  missing: nothingMissing,
  ...more,
});
/** 156,250 days of 86,400 s after 14 October 1582: 1 August 2010. */
const august = 135e8;
const day = 86_400;

describe('a date or time as text', () => {
  const origin = '1960-01-01';
  test.each([
    ['date', undefined, august, '2010-08-01'],
    ['datetime', undefined, august + 14.5 * 3600, '2010-08-01T14:30:00'],
    ['time', undefined, 26.5 * 3600, '26:30:00'],
    // As Stata shows 607 in %tm, 202 in %tq, 101 in %th, 2630 in %tw: 2010m8, 2010q3, 2010h2, 2010w31.
    ['date', 'month', 607, '2010-08'],
    ['date', 'quarter', 202, '2010-Q3'],
    ['date', 'halfYear', 101, '2010-H2'],
    ['date', 'week', 2630, '2010-W31'],
    ['date', 'month', -1, '1959-12'],
    ['date', 'day', 18_475, '2010-08-01'],
    ['datetime', 'millisecond', 18_475 * 864e5 + 1500, '2010-08-01T00:00:01.500'],
  ] as const)('%s counted by %s: %d', (type, unit, value, text) => {
    const one = variable('when', { type, ...(unit && { timeScale: { unit, origin } }) });
    expect(timeText(one)!(value)).toBe(text);
  });

  test('is none of a number or a text', () => {
    expect([timeText(variable('n', {})), timeText(variable('t', { type: 'text' }))]).toEqual([null, null]);
  });
});

describe('bands', () => {
  test('of dates are whole days, the last one ending on or after the last day', () => {
    const one = variable('when', { type: 'date' });
    // 61 days in at most 20 bands: 16 bands of 4 days.
    expect(timeBands(one, august, august + 60 * day, 20)).toEqual({ low: august, width: 4 * day, count: 16 });
  });

  test('of months are whole months', () => {
    const one = variable('when', { type: 'date', timeScale: { unit: 'month', origin: '1960-01-01' } });
    expect(timeBands(one, 600, 659, 20)).toEqual({ low: 600, width: 3, count: 20 });
  });

  test('of moments begin on the hour', () => {
    const one = variable('when', { type: 'datetime' });
    const { low, width, count } = timeBands(one, august + 8.2 * 3600, august + 19.9 * 3600, 20);
    expect([low, width, count]).toEqual([august + 8 * 3600, 3600, 12]);
  });

  test.each([1, 59, 3601, 86_399, 86_400, 1e6, 1e9])(
    'of moments over %d s hold both ends, and are few',
    (span) => {
      const one = variable('when', { type: 'datetime' });
      const { low, width, count } = timeBands(one, august + 7, august + 7 + span, 20);
      expect(low).toBeLessThanOrEqual(august + 7);
      expect(low + width * count).toBeGreaterThan(august + 7 + span);
      expect(count).toBeLessThanOrEqual(20);
    },
  );
});

describe('the answers of a date', () => {
  let client: Client;
  let source: { study: string; survey: number };

  beforeEach(async () => {
    const file = join(temporaryFolder(), 'dates.sav');
    const rows = 610;
    const numbers = (value: (row: number) => number) => ({
      kind: 'numeric' as const,
      values: Float64Array.from({ length: rows }, (_, row) => value(row)),
      reasons: null,
    });
    writeSav(file, {
      fileLabel: '',
      weight: null,
      createdAt: '2026-01-01T00:00:00',
      rowCount: rows,
      variables: [
        variable('interviewed', { type: 'date' }),
        variable('began', { type: 'datetime' }),
        variable('born', { type: 'date', missing: { codes: [august], range: null } }),
      ],
      columns: [
        numbers((row) => august + (row % 3) * day),
        numbers((row) => august + row * 60),
        numbers((row) => august - (row % 305) * day),
      ],
    });
    ({ client } = sourceHost(temporaryFolder()));
    const made = await client.survey.import({ file, study: null, name: null });
    source = { study: made.study.study, survey: made.survey };
  });

  test('are dates, with the first and the last of them', async () => {
    const { categories, span } = await client.variable.distribution({ ...source, variable: 'interviewed' });
    expect(span).toEqual({ first: '2010-08-01', last: '2010-08-03' });
    expect(categories.map(({ value, times }) => [value, times?.value])).toEqual([
      [august, '2010-08-01'],
      [august + day, '2010-08-02'],
      [august + 2 * day, '2010-08-03'],
    ]);
  });

  test('are bands of whole days where there are many, without those that are missing', async () => {
    const { categories, span } = await client.variable.distribution({ ...source, variable: 'born' });
    // 304 days in bands of 16: 2009-10-01 is 304 days before 2010-08-01, which is missing.
    expect(span).toEqual({ first: '2009-10-01', last: '2010-07-31' });
    const bands = categories.filter(({ from }) => from !== null);
    expect(bands).toHaveLength(19);
    expect(bands[0].times).toEqual({ value: null, from: '2009-10-01', to: '2009-10-16' });
    expect(bands.reduce((sum, { n }) => sum + n, 0)).toBe(608);
  });

  test('of moments are bands that begin on the hour or the half-hour', async () => {
    const { categories } = await client.variable.distribution({ ...source, variable: 'began' });
    // 610 minutes: half an hour would make 21 bands.
    expect(categories[0].times).toEqual({
      value: null,
      from: '2010-08-01T00:00:00',
      to: '2010-08-01T01:00:00',
    });
    expect(categories).toHaveLength(11);
  });
});
