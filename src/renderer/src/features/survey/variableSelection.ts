import type { Value } from '#contract/source.ts';
import type { VariableSummary } from '#contract/variable.ts';
import type { ListEntry } from './listEntries.ts';

/** Variables that stand from one entry of the list to another, in either direction; sets between them are none. */
export function rangeOf(entries: readonly ListEntry[], from: string | null, to: string): readonly string[] {
  const end = entries.findIndex(({ key }) => key === to);
  const found = entries.findIndex(({ key }) => key === from);
  const start = found < 0 ? end : found;
  return namesOf(entries.slice(Math.min(start, end), Math.max(start, end) + 1));
}

/** All variables that the list shows. */
export const namesOf = (entries: readonly ListEntry[]): readonly string[] =>
  entries.flatMap((entry) => (entry.kind === 'variable' ? [entry.key] : []));

export interface SharedCode {
  readonly value: Value;
  readonly label: string;
  /** Variables that have this code with this label. */
  readonly variables: readonly string[];
  /** Marked as missing in all of them. */
  readonly marked: boolean;
}

/** Codes with a label that the variables have, those that most of them have first. */
export function sharedCodes(variables: readonly VariableSummary[]): readonly SharedCode[] {
  const found = new Map<string, { value: Value; label: string; variables: VariableSummary[] }>();
  for (const variable of variables)
    for (const { value, label } of variable.valueLabels) {
      const key = JSON.stringify([value, label.trim().toLocaleLowerCase()]);
      const one = found.get(key);
      if (one) one.variables.push(variable);
      else found.set(key, { value, label, variables: [variable] });
    }
  return [...found.values()]
    .sort((a, b) => b.variables.length - a.variables.length)
    .map(({ value, label, variables: having }) => ({
      value,
      label,
      variables: having.map(({ name }) => name),
      marked: having.every(({ marked }) => marked.includes(value)),
    }));
}
