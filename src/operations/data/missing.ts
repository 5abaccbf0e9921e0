import type { MissingMark } from '#contract/source.ts';
import type { Column, NumericColumn } from '#engine/survey/column.ts';
import { MissingReason } from '#engine/survey/column.ts';
import type { MissingRule, Value, Variable } from '#engine/survey/variable.ts';
import { findVariable } from './findVariable.ts';

/** Marked beside `MissingReason`: a value that the file declares, or the user marks, as missing. */
export const setAside = { declared: 254, marked: 255 } as const;

/** Codes as this variable holds them: numbers for a numeric variable, text for a text one. */
export function codesFor({ type }: Variable, codes: readonly Value[]): Value[] {
  return codes.map((code) => {
    if (type === 'text') return String(code);
    const number = typeof code === 'string' && code.trim() !== '' ? Number(code) : Number.NaN;
    return Number.isFinite(number) ? number : code;
  });
}

/** The codes marked as missing for each variable, by name. `*` reaches every variable with value labels. */
export function marksByVariable(
  variables: readonly Variable[],
  marks: readonly MissingMark[],
): Map<string, Value[]> {
  const byName = new Map<string, Value[]>();
  const add = (variable: Variable, codes: readonly Value[]): void => {
    const { name } = variable;
    byName.set(name, [...new Set([...(byName.get(name) ?? []), ...codesFor(variable, codes)])]);
  };
  for (const { variable, codes } of marks) {
    if (variable === '*') {
      for (const one of variables) if (one.valueLabels.length > 0) add(one, codes);
    } else {
      add(findVariable(variables, variable), codes);
    }
  }
  return byName;
}

/** Whether the file's own rule or the user's marks set this value aside. */
export function isSetAside(value: Value, { codes, range }: MissingRule, marked: readonly Value[]): boolean {
  if (codes.includes(value) || marked.includes(value)) return true;
  if (range === null || typeof value === 'string') return false;
  return value >= (range.low ?? -Infinity) && value <= (range.high ?? Infinity);
}

/**
 * The column with every value that counts as missing given a reason: the file's own, `declared` or
 * `marked`. Text columns come back with such values as the empty string.
 */
export function withMissing(column: Column, rule: MissingRule, marked: readonly Value[]): Column {
  if (rule.codes.length === 0 && rule.range === null && marked.length === 0) return column;
  if (column.kind === 'text') {
    const aside = new Set([...rule.codes, ...marked].map(String));
    return { ...column, dictionary: column.dictionary.map((text) => (aside.has(text) ? '' : text)) };
  }
  return numericWithMissing(column, rule, marked);
}

function numericWithMissing(
  column: NumericColumn,
  rule: MissingRule,
  marked: readonly Value[],
): NumericColumn {
  const { values } = column;
  const reasons = column.reasons?.slice() ?? new Uint8Array(values.length);
  const declaredCodes = rule.codes.filter((code) => typeof code === 'number');
  const markedCodes = marked.filter((code) => typeof code === 'number');
  const low = rule.range === null ? Infinity : (rule.range.low ?? -Infinity);
  const high = rule.range === null ? -Infinity : (rule.range.high ?? Infinity);
  let any = column.reasons !== null;
  if (values.BYTES_PER_ELEMENT === 1) {
    const reasonOf = Uint8Array.from({ length: 256 }, (_, place) => {
      const value = values instanceof Int8Array && place > 127 ? place - 256 : place;
      if ((value >= low && value <= high) || declaredCodes.includes(value)) return setAside.declared;
      return markedCodes.includes(value) ? setAside.marked : MissingReason.present;
    });
    for (let row = 0; row < reasons.length; row++)
      if (reasons[row] === MissingReason.present) {
        const reason = reasonOf[values[row] & 255];
        reasons[row] = reason;
        any ||= reason !== MissingReason.present;
      }
    return { kind: 'numeric', values, reasons: any ? reasons : null };
  }
  for (let row = 0; row < values.length; row++) {
    if (reasons[row] !== MissingReason.present) continue;
    const value = values[row];
    if ((value >= low && value <= high) || declaredCodes.includes(value)) reasons[row] = setAside.declared;
    else if (markedCodes.includes(value)) reasons[row] = setAside.marked;
    else continue;
    any = true;
  }
  return { kind: 'numeric', values, reasons: any ? reasons : null };
}
