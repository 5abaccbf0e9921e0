import type { Step } from '#contract/history.ts';
import type { SurveyReference } from '#contract/source.ts';
import { differenceOf, snapshotOf } from '#project/definitionChanges.ts';
import type { DefinitionTableName } from '#project/definitionTables.ts';
import { addStep } from '#project/history.ts';
import type { StudyFile } from '#project/studyFile.ts';
import { surveyOf, type StoredSurvey } from '#project/surveys.ts';
import { change } from './change.ts';

/** What was changed, in words to be chosen later, and what else is of use afterwards. */
export interface Changed<Result> {
  readonly step: Pick<Step, 'what' | 'params'>;
  readonly result: Result;
}

/** A change of what is said about one survey, as a step that can be undone. `tables`: all that it may write to. */
export function recorded<Result>(
  reference: SurveyReference,
  tables: readonly DefinitionTableName[],
  work: (study: StudyFile, survey: StoredSurvey) => Changed<Result>,
  traits: { readonly at?: number; readonly joins?: boolean } = {},
): Result {
  return change(reference.study, (study) => {
    const survey = surveyOf(study, reference.survey);
    return kept(study, survey.id, tables, () => work(study, survey), traits);
  });
}

/** The same of something that belongs to the whole study. */
export function recordedInStudy<Result>(
  path: string,
  tables: readonly DefinitionTableName[],
  work: (study: StudyFile) => Changed<Result> & { readonly survey: number | null },
  at: number,
): Result {
  return change(path, (study) => kept(study, null, tables, () => work(study), { at }));
}

function kept<Result>(
  study: StudyFile,
  survey: number | null,
  tables: readonly DefinitionTableName[],
  work: () => Changed<Result> & { readonly survey?: number | null },
  { at = Date.now(), joins = false }: { readonly at?: number; readonly joins?: boolean },
): Result {
  const before = snapshotOf(study, tables, survey);
  const { step, result, survey: about = survey } = work();
  const changes = differenceOf(before, snapshotOf(study, tables, survey));
  addStep(study, { ...step, survey: about }, changes, { at, joins });
  return result;
}
