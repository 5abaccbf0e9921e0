import type { Column, NumericValues } from '#engine/survey/column.ts';
import { nothingMissing, type Measure, type ValueLabel, type Variable } from '#engine/survey/variable.ts';

/** A variable with its values. */
export interface Field {
  readonly variable: Variable;
  readonly column: Column;
}

export function coded(
  name: string,
  label: string,
  valueLabels: readonly ValueLabel[],
  values: NumericValues,
  measure: Measure = 'nominal',
): Field {
  return {
    variable: { name, label, type: 'numeric', measure, valueLabels, missing: nothingMissing },
    column: { kind: 'numeric', values, reasons: null },
  };
}

export function measured(
  name: string,
  label: string,
  values: NumericValues,
  type: 'numeric' | 'date' = 'numeric',
): Field {
  return {
    variable: { name, label, type, measure: 'scale', valueLabels: [], missing: nothingMissing },
    column: { kind: 'numeric', values, reasons: null },
  };
}

export function written(name: string, label: string, values: readonly string[]): Field {
  const dictionary = [...new Set(values)];
  const codes = new Map(dictionary.map((text, code) => [text, code]));
  return {
    variable: { name, label, type: 'text', measure: 'nominal', valueLabels: [], missing: nothingMissing },
    column: { kind: 'text', dictionary, codes: Uint32Array.from(values, (text) => codes.get(text) ?? 0) },
  };
}

/** A question that nobody was asked. */
export function empty(name: string, label: string, rowCount: number): Field {
  return {
    variable: { name, label, type: 'numeric', measure: 'nominal', valueLabels: [], missing: nothingMissing },
    column: { kind: 'numeric', values: new Uint8Array(rowCount), reasons: new Uint8Array(rowCount).fill(1) },
  };
}
