import type { Value } from '#engine/survey/variable.ts';
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

export function concernsOf({ database }: StudyFile, survey: number): StoredConcern[] {
  return database
    .prepare<[number], Row>(
      'SELECT variable, freedom, dimensions, concernedWhen FROM concern WHERE survey = ? ORDER BY position',
    )
    .all(survey)
    .map((row) => ({
      variable: row.variable,
      freedom: row.freedom,
      dimensions: JSON.parse(row.dimensions) as string[],
      concernedWhen: JSON.parse(row.concernedWhen) as Value[],
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
