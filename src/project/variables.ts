import type { Value, Variable } from '#engine/survey/variable.ts';
import type { StudyFile } from './studyFile.ts';

/** A variable in a study: what the file says, and the codes that the user set aside as missing. */
export interface StoredVariable extends Variable {
  readonly position: number;
  readonly marked: readonly Value[];
}

type Row = {
  [Key in 'name' | 'label' | 'type' | 'measure' | 'valueLabels' | 'missing' | 'marked']: string;
} & {
  position: number;
  timeScale: string | null;
};

export function addVariables({ database }: StudyFile, survey: number, variables: readonly Variable[]): void {
  const insert = database.prepare(
    `INSERT INTO variable (survey, position, name, label, type, timeScale, measure, valueLabels, missing)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  variables.forEach(({ name, label, type, timeScale, measure, valueLabels, missing }, position) =>
    insert.run(
      survey,
      position,
      name,
      label,
      type,
      timeScale === undefined ? null : JSON.stringify(timeScale),
      measure,
      JSON.stringify(valueLabels),
      JSON.stringify(missing),
    ),
  );
}

export function variablesOf({ database }: StudyFile, survey: number): StoredVariable[] {
  return database
    .prepare<[number], Row>('SELECT * FROM variable WHERE survey = ? ORDER BY position')
    .all(survey)
    .map((row) => ({
      position: row.position,
      name: row.name,
      label: row.label,
      type: row.type as Variable['type'],
      ...(row.timeScale === null ? {} : { timeScale: JSON.parse(row.timeScale) as Variable['timeScale'] }),
      measure: row.measure as Variable['measure'],
      valueLabels: JSON.parse(row.valueLabels) as Variable['valueLabels'],
      missing: JSON.parse(row.missing) as Variable['missing'],
      marked: JSON.parse(row.marked) as Value[],
    }));
}

export function markMissing(
  { database }: StudyFile,
  survey: number,
  marks: readonly { readonly variable: string; readonly codes: readonly Value[] }[],
): void {
  const update = database.prepare('UPDATE variable SET marked = ? WHERE survey = ? AND name = ?');
  for (const { variable, codes } of marks) update.run(JSON.stringify(codes), survey, variable);
}
