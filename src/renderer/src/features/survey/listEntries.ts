import type { ResponseSetState } from '#contract/responseSet.ts';
import type { VariableSummary } from '#contract/variable.ts';
import { findVariables } from '../../format/findVariables.ts';
import { matchesText } from '../../format/matchText.ts';

export type ListEntry =
  | { readonly kind: 'variable'; readonly key: string; readonly variable: VariableSummary }
  | { readonly kind: 'set'; readonly key: string; readonly set: ResponseSetState };

/** No variable is called so: names hold no control characters. */
export const setKey = (name: string): string => `\u0001${name}`;

/** Variables that match, and sets that match or hold one that does, each set before its first variable there. */
export function listEntries(
  query: string,
  variables: readonly VariableSummary[],
  sets: readonly ResponseSetState[],
): readonly ListEntry[] {
  const found = findVariables(query, variables);
  const names = new Set(found.map(({ name }) => name));
  const shown = sets.filter(
    (set) =>
      !query.trim() ||
      matchesText(query, set.name, set.label) ||
      set.variables.some((name) => names.has(name)),
  );
  const waiting = new Set(shown);
  const entries = found.flatMap((variable): ListEntry[] => {
    const here = [...waiting].filter((set) => set.variables.includes(variable.name));
    here.forEach((set) => waiting.delete(set));
    return [...here.map(entryOf), { kind: 'variable', key: variable.name, variable }];
  });
  return [...[...waiting].map(entryOf), ...entries];
}

const entryOf = (set: ResponseSetState): ListEntry => ({ kind: 'set', key: setKey(set.name), set });
