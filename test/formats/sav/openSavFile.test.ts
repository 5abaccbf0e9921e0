import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openSurveyFile } from '#formats/openSurveyFile.ts';
import type { VariableType } from '#engine/survey/variable.ts';
import { readAll, type Cell } from '../readAll.ts';

/** Files written by PSPP and haven; expectations are what haven reads from them (fixtures/make.R). */
const fixtures = join(import.meta.dirname, '../fixtures');

interface ExpectedVariable {
  name: string;
  label: string;
  format: string;
  valueLabels: { value: number | string; label: string }[];
  missingCodes: (number | string)[];
  missingRange: { low: number | null; high: number | null } | null;
  values: Cell[];
}

const expected: { files: Record<string, { rows: number; variables: ExpectedVariable[] }> } = JSON.parse(
  readFileSync(join(fixtures, 'fixtures.expected.json'), 'utf8'),
);

function typeOf(format: string): VariableType {
  const name = format.replace(/[\d.]+$/, '');
  if (name === 'A') return 'text';
  if (name === 'TIME') return 'time';
  if (name === 'DATETIME') return 'datetime';
  return name.endsWith('DATE') ? 'date' : 'numeric';
}

function trimmedValue({ value, label }: { value: number | string; label: string }) {
  return { value: typeof value === 'string' ? value.trimEnd() : value, label };
}

/** JSON from R has 15 digits. */
function rounded(values: readonly Cell[]): Cell[] {
  return values.map((value) => (typeof value === 'number' ? Number(value.toPrecision(15)) : value));
}

describe.each(Object.entries(expected.files))('%s', (name, { rows, variables }) => {
  it.each([1, 2, 4096])('reads as haven reads it, %i rows at a time', async (chunkRows) => {
    const survey = await readAll(join(fixtures, name), { chunkRows });
    expect(survey.format).toBe('sav');
    expect(survey.encoding).toBe('utf-8');
    expect(survey.rowCount).toBe(rows);
    expect(survey.variables.map((variable) => variable.name)).toEqual(variables.map((each) => each.name));
    variables.forEach((each, index) => {
      const variable = survey.variables[index];
      expect(variable.label).toBe(each.label);
      expect(variable.type).toBe(typeOf(each.format));
      // haven leaves the padding of short texts on labelled values, though it takes it off the values.
      expect(variable.valueLabels, each.name).toEqual(each.valueLabels.map(trimmedValue));
      expect(variable.missing, each.name).toEqual({ codes: each.missingCodes, range: each.missingRange });
      expect(rounded(survey.values[index]), each.name).toEqual(rounded(each.values));
    });
  });
});

describe('what haven does not show, in a file of PSPP', () => {
  const path = join(fixtures, 'pspp-compressed.sav');

  it('measure, weight and file label are as make.sps gives them', async () => {
    const survey = await openSurveyFile(path);
    survey.close();
    expect(survey.weight).toBe('weight');
    expect(survey.fileLabel).toBe('Fear and want, five answers');
    const measures = Object.fromEntries(survey.variables.map(({ name, measure }) => [name, measure]));
    expect(measures).toMatchObject({
      fear: 'ordinal',
      want: 'ordinal',
      income: 'scale',
      weight: 'scale',
      short: 'nominal',
      region: 'nominal',
      story: 'nominal',
    });
  });
});

describe('choosing', () => {
  const path = join(fixtures, 'pspp-compressed.sav');

  it('gives the variables asked for in the order asked for, the others are not decoded', async () => {
    const whole = await readAll(path);
    const some = await readAll(path, { variables: ['story', 'want', 'short', 'fear'], chunkRows: 2 });
    const column = (name: string) => whole.values[whole.variables.findIndex((each) => each.name === name)];
    expect(some.values).toEqual([column('story'), column('want'), column('short'), column('fear')]);
  });

  it('a variable twice gives it twice', async () => {
    const { values } = await readAll(path, { variables: ['want', 'short', 'want', 'short'], chunkRows: 2 });
    expect(values[2]).toEqual(values[0]);
    expect(values[3]).toEqual(values[1]);
    expect(values[0]).toEqual([4, 9, 98, -5, 2]);
  });

  it('of no variables gives rows all the same', async () => {
    const survey = await openSurveyFile(path);
    let rows = 0;
    for await (const chunk of survey.read({ variables: [] })) rows += chunk.rowCount;
    survey.close();
    expect(rows).toBe(5);
  });

  it('of an unknown variable names it, and the one that differs in case only', async () => {
    await expect(readAll(path, { variables: ['nobody'] })).rejects.toMatchObject({
      code: 'variable.unknown',
      params: { variable: 'nobody' },
    });
    await expect(readAll(path, { variables: ['FEAR'] })).rejects.toMatchObject({
      code: 'variable.unknownNear',
      params: { variable: 'FEAR', suggestion: 'fear' },
    });
  });
});

describe('reading again', () => {
  it('begins anew, also while another reading is under way', async () => {
    const survey = await openSurveyFile(join(fixtures, 'haven-byte.sav'));
    const seen: number[] = [];
    for await (const outer of survey.read({ chunkRows: 1, variables: ['id'] })) {
      for await (const inner of survey.read({ chunkRows: 3, variables: ['id'] })) seen.push(inner.rowCount);
      seen.push(outer.rowCount);
    }
    survey.close();
    expect(seen).toEqual([3, 1, 1, 3, 1, 1, 3, 1, 1, 3, 1, 1]);
  });

  it('reports progress that rises to 1', async () => {
    const fractions: number[] = [];
    await readAll(join(fixtures, 'haven-none.sav'), {
      chunkRows: 1,
      onProgress: (fraction) => fractions.push(fraction),
    });
    expect(fractions.at(-1)).toBe(1);
    expect(fractions).toEqual(fractions.toSorted((a, b) => a - b));
  });
});
