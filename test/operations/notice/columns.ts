import type { Column } from '#engine/survey/column.ts';
import { nothingMissing, type Value, type Variable } from '#engine/survey/variable.ts';
import { lookAt, type Look } from '#operations/notice/look.ts';

export type Labels = Readonly<Record<string, string>>;

export function variable(name: string, label: string, more: Partial<Variable> = {}): Variable {
  return {
    name,
    label,
    type: 'numeric',
    measure: 'nominal',
    valueLabels: [],
    missing: nothingMissing,
    ...more,
  };
}

/** Value labels of numeric codes. */
export const codes = (labels: Labels): Variable['valueLabels'] =>
  Object.entries(labels).map(([value, label]) => ({ value: Number(value), label }));

/** `null` is system-missing. */
export function numbers(values: readonly (number | null)[]): Column {
  const absent = values.some((value) => value === null);
  return {
    kind: 'numeric',
    values: Float64Array.from(values, (value) => value ?? 0),
    reasons: absent ? Uint8Array.from(values, (value) => (value === null ? 1 : 0)) : null,
  };
}

export function texts(values: readonly string[]): Column {
  const dictionary = [...new Set(values)];
  return { kind: 'text', dictionary, codes: Uint32Array.from(values, (text) => dictionary.indexOf(text)) };
}

export function lookAtNumbers(
  name: string,
  label: string,
  values: readonly (number | null)[],
  labels: Labels = {},
  marked: readonly Value[] = [],
): Look {
  return lookAt(variable(name, label, { valueLabels: codes(labels) }), numbers(values), marked);
}

export function lookAtTexts(name: string, label: string, values: readonly string[]): Look {
  return lookAt(variable(name, label, { type: 'text' }), texts(values), []);
}
