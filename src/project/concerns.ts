import type { Value } from '#engine/survey/variable.ts';
import { storedJson, storedShapes } from './storedJson.ts';
import type { StudyFile } from './studyFile.ts';

export interface StoredConcern {
  readonly variable: string;
  readonly freedom: 'fear' | 'want' | 'dignity';
  readonly dimensions: readonly string[];
  readonly concernedWhen: readonly Value[];
}

interface Row {
  variable: string;
  freedom: StoredConcern['freedom'];
  dimensions: string;
  concernedWhen: string;
}

export function concernsOf(study: StudyFile, survey: number): StoredConcern[] {
  return study.database
    .prepare<[number], Row>(
      'SELECT variable, freedom, dimensions, concernedWhen FROM concern WHERE survey = ? ORDER BY position',
    )
    .all(survey)
    .map((row) => ({
      variable: row.variable,
      freedom: row.freedom,
      dimensions: storedJson(
        study,
        `concern ${row.variable}, dimensions`,
        storedShapes.dimensions,
        row.dimensions,
      ),
      concernedWhen: storedJson(
        study,
        `concern ${row.variable}, concernedWhen`,
        storedShapes.codes,
        row.concernedWhen,
      ),
    }));
}

/** Replaces all concerns of a survey, in this order. Call within a transaction. */
export function setConcerns(
  { database }: StudyFile,
  survey: number,
  concerns: readonly StoredConcern[],
): void {
  database.prepare('DELETE FROM concern WHERE survey = ?').run(survey);
  const insert = database.prepare('INSERT INTO concern VALUES (?, ?, ?, ?, ?, ?)');
  concerns.forEach(({ variable, freedom, dimensions, concernedWhen }, position) =>
    insert.run(
      survey,
      position,
      variable,
      freedom,
      JSON.stringify(dimensions),
      JSON.stringify(concernedWhen),
    ),
  );
}
