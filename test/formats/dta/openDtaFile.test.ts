import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openSurveyFile } from '#formats/openSurveyFile.ts';
import { rounded } from '../likeHaven.ts';
import { readAll, type Cell } from '../readAll.ts';

/** Files written by haven (113 to 119) and R's foreign (108, 110); expectations are what haven reads from them. */
const fixtures = join(import.meta.dirname, '../fixtures');

interface ExpectedVariable {
  name: string;
  label: string;
  format: string;
  valueLabels: { value: number | string; label: string }[];
  values: Cell[];
}

const { files }: { files: Record<string, { rows: number; label: string; variables: ExpectedVariable[] }> } =
  JSON.parse(readFileSync(join(fixtures, 'stata.expected.json'), 'utf8'));

function typeOf(format: string): string {
  if (format.startsWith('%td')) return 'date';
  if (format.startsWith('%tc')) return 'datetime';
  return format.endsWith('s') ? 'text' : 'numeric';
}

describe.each(Object.entries(files))('%s', (name, { rows, label, variables }) => {
  it.each([1, 4, 4096])('reads as haven reads it, %i rows at a time', async (chunkRows) => {
    const survey = await readAll(join(fixtures, name), { chunkRows });
    expect(survey).toMatchObject({ format: 'dta', rowCount: rows, fileLabel: label, weight: null });
    expect(survey.variables.map((variable) => variable.name)).toEqual(variables.map((each) => each.name));
    variables.forEach((each, index) => {
      const variable = survey.variables[index];
      expect(variable).toMatchObject({ label: each.label, type: typeOf(each.format), measure: 'unknown' });
      // haven does not find the labels of version 108, whose sets have names of 9 bytes, not of 33.
      const labels =
        name === 'foreign-6.dta' ? files['foreign-7.dta'].variables[index].valueLabels : each.valueLabels;
      expect(variable.valueLabels, each.name).toEqual(labels);
      expect(rounded(survey.values[index]), each.name).toEqual(rounded(each.values));
    });
  });
});

describe('dates of Stata', () => {
  it('keep their own count, which the variable tells', async () => {
    const survey = await readAll(join(fixtures, 'haven-14.dta'), { variables: ['asked_on', 'asked_at'] });
    expect(survey.values[0].slice(0, 3)).toEqual([18687, null, 0]);
    expect(survey.values[1].slice(0, 3)).toEqual([1614556800000, null, 0]);
    const scales = Object.fromEntries(survey.variables.map(({ name, timeScale }) => [name, timeScale]));
    expect(scales).toMatchObject({
      asked_on: { unit: 'day', origin: '1960-01-01' },
      asked_at: { unit: 'millisecond', origin: '1960-01-01' },
      identity: undefined,
    });
  });
});

describe('choosing', () => {
  it('gives the variables asked for, also twice, in the order asked for', async () => {
    const path = join(fixtures, 'haven-15.dta');
    const whole = await readAll(path);
    const names = ['story', 'walk_night', 'identity', 'walk_night'];
    const some = await readAll(path, { variables: names, chunkRows: 4 });
    const column = (name: string) => whole.values[whole.variables.findIndex((each) => each.name === name)];
    expect(some.values).toEqual(names.map(column));
  });

  it('of no variables gives rows all the same', async () => {
    const survey = await openSurveyFile(join(fixtures, 'haven-8.dta'));
    let rows = 0;
    for await (const chunk of survey.read({ variables: [] })) rows += chunk.rowCount;
    survey.close();
    expect(rows).toBe(6);
  });
});

describe('reading again', () => {
  it('begins anew, also while another reading is under way', async () => {
    const survey = await openSurveyFile(join(fixtures, 'haven-13.dta'));
    const seen: number[] = [];
    for await (const outer of survey.read({ chunkRows: 4, variables: ['story'] })) {
      for await (const inner of survey.read({ chunkRows: 5, variables: ['story'] }))
        seen.push(inner.rowCount);
      seen.push(outer.rowCount);
    }
    survey.close();
    expect(seen).toEqual([5, 1, 4, 5, 1, 2]);
  });

  it('reports progress that rises to 1', async () => {
    const fractions: number[] = [];
    const onProgress = (fraction: number): void => void fractions.push(fraction);
    await readAll(join(fixtures, 'haven-14.dta'), { chunkRows: 1, onProgress });
    expect(fractions.at(-1)).toBe(1);
    expect(fractions).toEqual(fractions.toSorted((a, b) => a - b));
  });
});
