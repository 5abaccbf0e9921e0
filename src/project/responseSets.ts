import type { MultipleResponseSet } from '#engine/survey/multipleResponseSet.ts';
import { storedJson, storedShapes } from './storedJson.ts';
import type { StudyFile } from './studyFile.ts';

/** A multiple-response set as the file declares it, or as it was made, or changed, by hand. */
export interface StoredResponseSet extends MultipleResponseSet {
  readonly origin: 'file' | 'hand';
}

interface Row {
  name: string;
  label: string;
  counted: string | null;
  variables: string;
  origin: StoredResponseSet['origin'];
}

export function responseSetsOf(study: StudyFile, survey: number): StoredResponseSet[] {
  return study.database
    .prepare<[number], Row>(
      'SELECT name, label, counted, variables, origin FROM responseSet WHERE survey = ? ORDER BY position',
    )
    .all(survey)
    .map(({ name, label, counted, variables, origin }) => ({
      name,
      label,
      counted:
        counted === null ? null : storedJson(study, `set ${name}, counted`, storedShapes.value, counted),
      variables: storedJson(study, `set ${name}, variables`, storedShapes.texts, variables),
      origin,
    }));
}

/** Replaces all multiple-response sets of a survey, in this order. Call within a transaction. */
export function setResponseSets(
  { database }: StudyFile,
  survey: number,
  sets: readonly StoredResponseSet[],
): void {
  database.prepare('DELETE FROM responseSet WHERE survey = ?').run(survey);
  const insert = database.prepare('INSERT INTO responseSet VALUES (?, ?, ?, ?, ?, ?, ?, ?)');
  sets.forEach(({ name, label, counted, variables, origin }, position) =>
    insert.run(
      survey,
      position,
      name,
      label,
      counted === null ? 'category' : 'dichotomy',
      counted === null ? null : JSON.stringify(counted),
      JSON.stringify(variables),
      origin,
    ),
  );
}
