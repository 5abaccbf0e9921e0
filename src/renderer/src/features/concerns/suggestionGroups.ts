import type { ConcernSuggestion } from '#contract/concern.ts';
import type { VariableSummary } from '#contract/variable.ts';
import { batteryKey } from './batteries.ts';

/** Suggestions with the same answers, of which the same count as concerned. */
export interface SuggestionGroup {
  readonly key: string;
  readonly answers: readonly string[];
  readonly suggestions: readonly ConcernSuggestion[];
}

/** In the order of the survey; `isOpen` tells which are still to be decided on. */
export function suggestionGroups(
  suggestions: readonly ConcernSuggestion[],
  variables: ReadonlyMap<string, VariableSummary>,
  isOpen: (suggestion: ConcernSuggestion) => boolean,
): SuggestionGroup[] {
  const groups = new Map<string, ConcernSuggestion[]>();
  for (const suggestion of suggestions.filter(isOpen)) {
    const variable = variables.get(suggestion.variable);
    if (variable === undefined) continue;
    const key = JSON.stringify([batteryKey(variable), suggestion.concernedWhen]);
    const group = groups.get(key);
    if (group) group.push(suggestion);
    else groups.set(key, [suggestion]);
  }
  return [...groups].map(([key, group]) => ({ key, answers: group[0].answers, suggestions: group }));
}
