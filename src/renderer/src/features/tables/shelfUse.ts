import type { VariableSummary } from '#contract/variable.ts';
import type { ListEntry } from '../survey/listEntries.ts';
import type { RowItem } from '#presentation/tables/tableDefinition.ts';

/** More different answers than this make no columns that one can read; their numbers make a mean. */
const mostAnswers = 40;

export function hasAnswers({ distinct, valueLabels, type }: VariableSummary): boolean {
  return distinct !== null && distinct <= (valueLabels.length > 1 || type === 'text' ? 100 : mostAnswers);
}

/** What an entry of the list becomes in the rows: answers, the mean of many numbers, or nothing. */
export function asRow(entry: ListEntry): RowItem | null {
  if (entry.kind === 'set') return entry.set.lost.length === 0 ? { kind: 'set', name: entry.set.name } : null;
  const { variable } = entry;
  if (
    hasAnswers(variable) &&
    !(variable.measure === 'scale' && canAverage(variable) && variable.distinct! > 12)
  )
    return { kind: 'variable', name: variable.name };
  return canAverage(variable) ? { kind: 'mean', name: variable.name } : null;
}

export const canAverage = ({ type }: VariableSummary): boolean => type === 'numeric';

/** The variable whose answers an entry gives as columns or layers. */
export function asColumn(entry: ListEntry): string | null {
  return entry.kind === 'variable' && hasAnswers(entry.variable) ? entry.variable.name : null;
}
