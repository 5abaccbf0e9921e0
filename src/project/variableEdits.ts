import type { MissingRule, Value, ValueLabel } from '#engine/survey/variable.ts';
import { storedJson, storedShapes } from './storedJson.ts';
import type { StudyFile } from './studyFile.ts';

/** What the user says about a variable instead of its file, or its definition; `null` where nothing. */
export interface VariableEdit {
  readonly label: string | null;
  readonly valueLabels: readonly ValueLabel[] | null;
  readonly missing: MissingRule | null;
  readonly marked: readonly Value[];
}

/** `changes`: something besides the marks is edited. */
export interface StoredEdit extends VariableEdit {
  readonly changes: boolean;
}

interface Row {
  name: string;
  label: string | null;
  valueLabels: string | null;
  missing: string | null;
  marked: string;
}

/** By name of the variable, also of variables that the survey does not have any more. */
export function editsOf(study: StudyFile, survey: number): Map<string, StoredEdit> {
  const rows = study.database
    .prepare<[number], Row>('SELECT * FROM variableEdit WHERE survey = ? ORDER BY name')
    .all(survey);
  return new Map(
    rows.map(({ name, label, valueLabels, missing, marked }) => [
      name,
      {
        label,
        valueLabels:
          valueLabels === null
            ? null
            : storedJson(study, `edit of ${name}, valueLabels`, storedShapes.valueLabels, valueLabels),
        missing:
          missing === null
            ? null
            : storedJson(study, `edit of ${name}, missing`, storedShapes.missing, missing),
        marked: storedJson(study, `edit of ${name}, marked`, storedShapes.codes, marked),
        changes: label !== null || valueLabels !== null || missing !== null,
      },
    ]),
  );
}

/** Keeps this edit of a variable instead of an earlier one; one that says nothing is removed. */
export function saveEdit(
  { database }: StudyFile,
  survey: number,
  name: string,
  { label = null, valueLabels = null, missing = null, marked = [] }: Partial<VariableEdit>,
): void {
  database.prepare('DELETE FROM variableEdit WHERE survey = ? AND name = ?').run(survey, name);
  if (label === null && valueLabels === null && missing === null && marked.length === 0) return;
  database
    .prepare('INSERT INTO variableEdit VALUES (?, ?, ?, ?, ?, ?)')
    .run(
      survey,
      name,
      label,
      valueLabels && JSON.stringify(valueLabels),
      missing && JSON.stringify(missing),
      JSON.stringify(marked),
    );
}
