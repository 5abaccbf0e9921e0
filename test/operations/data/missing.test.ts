import { expect, test } from 'vitest';
import type { NumericColumn } from '#engine/survey/column.ts';
import { nothingMissing, type Variable } from '#engine/survey/variable.ts';
import { isSetAside, marksByVariable, setAside, withMissing } from '#operations/data/missing.ts';

const variable = (name: string, more: Partial<Variable> = {}): Variable => ({
  name,
  label: '',
  type: 'numeric',
  measure: 'nominal',
  valueLabels: [],
  missing: nothingMissing,
  ...more,
});
const labelled = { valueLabels: [{ value: 8, label: 'Refused' }] };
const column: NumericColumn = {
  kind: 'numeric',
  values: Float64Array.of(1, 8, 9, 97, 0),
  reasons: Uint8Array.of(0, 0, 0, 0, 1),
};

test('* reaches every variable that has value labels, and no other', () => {
  const marks = marksByVariable(
    [variable('Q1', labelled), variable('weight'), variable('Q2', labelled)],
    [
      { variable: '*', codes: [8] },
      { variable: 'q2', codes: [9, 8] },
    ],
  );
  expect([...marks]).toEqual([
    ['Q1', [8]],
    ['Q2', [8, 9]],
  ]);
});

test('codes are read as the variable holds them', () => {
  const marks = marksByVariable(
    [variable('answer'), variable('district', { type: 'text' })],
    [
      { variable: 'answer', codes: ['09'] },
      { variable: 'district', codes: [9] },
    ],
  );
  expect(marks.get('answer')).toEqual([9]);
  expect(marks.get('district')).toEqual(['9']);
});

test('declared codes and ranges, marked codes and empty rows each keep their reason', () => {
  const answers = withMissing(column, { codes: [8], range: { low: 97, high: null } }, [9]);
  expect(answers).toMatchObject({
    reasons: Uint8Array.of(0, setAside.declared, setAside.marked, setAside.declared, 1),
  });
});

test('the column of the file is not changed', () => {
  withMissing(column, { codes: [8], range: null }, [9]);
  expect(column.reasons).toEqual(Uint8Array.of(0, 0, 0, 0, 1));
});

test('text set aside reads as empty', () => {
  const answers = withMissing(
    { kind: 'text', dictionary: ['yes', 'NR'], codes: Uint32Array.of(0, 1, 0) },
    nothingMissing,
    ['NR'],
  );
  expect(answers).toMatchObject({ dictionary: ['yes', ''] });
});

test.each([
  [9, true],
  [97, true],
  [120, true],
  [8, true],
  [4, false],
  ['97', false],
])('%j is set aside by a code, a range or a mark: %j', (value, expected) => {
  expect(isSetAside(value, { codes: [9], range: { low: 97, high: null } }, [8])).toBe(expected);
});
