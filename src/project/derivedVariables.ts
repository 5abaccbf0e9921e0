import type { Definition } from '#engine/derive/definition.ts';
import type { Measure, ValueLabel } from '#engine/survey/variable.ts';
import { storedJson, storedShapes, storedWord } from './storedJson.ts';
import type { StudyFile } from './studyFile.ts';

/** A variable made from others: how, and what its values are called. */
export interface DerivedVariable {
  readonly name: string;
  readonly label: string;
  readonly measure: Measure;
  readonly valueLabels: readonly ValueLabel[];
  readonly definition: Definition;
}

type Row = { [Key in 'name' | 'label' | 'measure' | 'valueLabels' | 'definition']: string };

export function derivedVariablesOf(study: StudyFile, survey: number): DerivedVariable[] {
  return study.database
    .prepare<[number], Row>(
      'SELECT name, label, measure, valueLabels, definition FROM derived WHERE survey = ? ORDER BY position',
    )
    .all(survey)
    .map((row) => ({
      name: row.name,
      label: row.label,
      measure: storedWord(study, `derived ${row.name}, measure`, storedShapes.measure, row.measure),
      valueLabels: storedJson(
        study,
        `derived ${row.name}, valueLabels`,
        storedShapes.valueLabels,
        row.valueLabels,
      ),
      definition: storedJson(
        study,
        `derived ${row.name}, definition`,
        storedShapes.definition,
        row.definition,
      ),
    }));
}

/** Replaces all derived variables of a survey, in this order. Call within a transaction. */
export function setDerivedVariables(
  { database }: StudyFile,
  survey: number,
  variables: readonly DerivedVariable[],
): void {
  database.prepare('DELETE FROM derived WHERE survey = ?').run(survey);
  const insert = database.prepare('INSERT INTO derived VALUES (?, ?, ?, ?, ?, ?, ?)');
  variables.forEach(({ name, label, measure, valueLabels, definition }, position) =>
    insert.run(
      survey,
      position,
      name,
      label,
      measure,
      JSON.stringify(valueLabels),
      JSON.stringify(definition),
    ),
  );
}
