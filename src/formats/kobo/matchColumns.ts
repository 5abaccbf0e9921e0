import type { Variable } from '#engine/survey/variable.ts';
import { FormColumns, type ColumnMatch } from './matchColumn.ts';
import { matchLabels } from './matchLabels.ts';
import type { XlsForm } from './xlsForm.ts';

export interface MatchedColumns {
  /** One for each variable; `null` for those that are not in the form. */
  readonly matches: readonly (ColumnMatch | null)[];
  /** Whether the headers are the names of questions or their labels. */
  readonly headers: 'names' | 'labels';
}

/** Which questions the columns of an export are: by names, or by labels where these say more of them. */
export function matchColumns(
  variables: readonly Variable[],
  form: XlsForm,
  preferred: string,
): MatchedColumns {
  const columns = new FormColumns(form);
  const named = variables.map(({ name }) => columns.match(name));
  const headers = variables.map(({ name, label }) => label || name);
  let best: MatchedColumns = { matches: named, headers: 'names' };
  for (const language of new Set([preferred, ...form.languages])) {
    const labelled = matchLabels(headers, form, language);
    if (countOf(labelled) <= countOf(best.matches)) continue;
    // What has no label in the form stands in the export under its name.
    best = { matches: labelled.map((match, index) => match ?? named[index]), headers: 'labels' };
  }
  return best;
}

function countOf(matches: readonly (ColumnMatch | null)[]): number {
  return matches.filter((match) => match !== null).length;
}
