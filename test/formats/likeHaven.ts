import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { VariableType } from '#engine/survey/variable.ts';
import type { Cell, ReadSurvey } from './readAll.ts';

/** What haven reads from a file of SPSS or PSPP: fixtures/make.R. */
export interface ExpectedSurvey {
  rows: number;
  variables: ExpectedVariable[];
}

interface ExpectedVariable {
  name: string;
  label: string;
  format: string;
  valueLabels: { value: number | string; label: string }[];
  missingCodes: (number | string)[];
  missingRange: { low: number | null; high: number | null } | null;
  values: Cell[];
}

const expectations: { files: Record<string, ExpectedSurvey> } = JSON.parse(
  readFileSync(join(import.meta.dirname, 'fixtures/fixtures.expected.json'), 'utf8'),
);
export const fixtureExpectations = expectations.files;

export function expectLikeHaven(survey: ReadSurvey, { variables }: ExpectedSurvey): void {
  expect(survey.variables.map((variable) => variable.name)).toEqual(variables.map((each) => each.name));
  variables.forEach((each, index) => {
    const variable = survey.variables[index];
    expect(variable.label).toBe(each.label);
    expect(variable.type).toBe(typeOf(each.format));
    // haven leaves the padding of short texts on values in labels and missing rules, though it takes it off answers.
    expect(variable.valueLabels, each.name).toEqual(
      each.valueLabels.map(({ value, label }) => ({ value: trimmed(value), label })),
    );
    const rule = { codes: each.missingCodes.map(trimmed), range: each.missingRange };
    expect(variable.missing, each.name).toEqual(rule);
    expect(rounded(survey.values[index]), each.name).toEqual(rounded(each.values));
  });
}

function typeOf(format: string): VariableType {
  const name = format.replace(/[\d.]+$/, '');
  if (name === 'A') return 'text';
  if (name === 'TIME') return 'time';
  if (name === 'DATETIME') return 'datetime';
  return name.endsWith('DATE') ? 'date' : 'numeric';
}

function trimmed(value: number | string): number | string {
  return typeof value === 'string' ? value.trimEnd() : value;
}

/** JSON from R has 15 digits. */
export function rounded(values: readonly Cell[]): Cell[] {
  return values.map((value) => (typeof value === 'number' ? Number(value.toPrecision(15)) : value));
}
