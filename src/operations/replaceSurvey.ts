import type { ParsedInput } from '#contract/index.ts';
import type { SurveyChanges } from '#contract/surveyChanges.ts';
import { Problem } from '#engine/survey/problem.ts';
import { openSurveyFile } from '#formats/openSurveyFile.ts';
import type { SurveyFile } from '#formats/surveyFile.ts';
import { responseSetsOf, setResponseSets, type StoredResponseSet } from '#project/responseSets.ts';
import { openStudy, touch, type StudyFile } from '#project/studyFile.ts';
import { namingStudy, studyProblem } from '#project/studyProblem.ts';
import { replaceSurvey as clearSurvey, surveyOf, type StoredSurvey } from '#project/surveys.ts';
import { addVariables } from '#project/variables.ts';
import { compareSurvey } from './compareSurvey.ts';
import type { Handler, OperationContext } from './context.ts';
import { originOf, storeRows } from './importSurvey.ts';
import { leaveOut } from './leaveOut.ts';
import { respell } from './respell.ts';
import { studyState } from './studyState.ts';
import { openSurveyData } from './surveyData.ts';

type Correction = ParsedInput<'survey.compare'>;

export const compare: Handler<'survey.compare'> = async (input, context) => {
  const study = openStudy(input.study);
  try {
    return await changesBy(study, surveyOf(study, input.survey), input, context);
  } finally {
    study.close();
  }
};

/** Either the corrected file is there, with all that follows, or the survey is as it was. */
export const replace: Handler<'survey.replace'> = async (input, context) => {
  const study = openStudy(input.study);
  let changes: SurveyChanges;
  try {
    const stored = surveyOf(study, input.survey);
    changes = await changesBy(study, stored, input, context);
    await takePlace(study, stored, input, changes, context);
  } finally {
    study.close();
  }
  return { study: await studyState(input.study), changes };
};

async function changesBy(
  study: StudyFile,
  stored: StoredSurvey,
  input: Correction,
  context: OperationContext,
): Promise<SurveyChanges> {
  context.report({ stage: 'opening', fraction: 0, rows: null, rowCount: null });
  const survey = await openSurveyData({ study: input.study, survey: stored.id });
  return withFile(input, stored, ({ file }) => compareSurvey(study, stored, survey, file, context));
}

async function takePlace(
  study: StudyFile,
  stored: StoredSurvey,
  input: Correction,
  { respelled }: SurveyChanges,
  context: OperationContext,
): Promise<void> {
  const { database } = study;
  let finished = false;
  try {
    await withFile(input, stored, async ({ file, leftOut }) => {
      namingStudy(study.path, () => {
        database.exec('BEGIN IMMEDIATE');
        clearSurvey(study, stored.id, originOf(input.file, file, leftOut));
        addVariables(study, stored.id, file.variables);
        respell(study, stored, new Map(respelled.map(({ before, after }) => [before, after])));
        setResponseSets(study, stored.id, setsAfter(file, responseSetsOf(study, stored.id)));
      });
      await storeRows(study, stored.id, input.file, file, laterHalf(context));
      namingStudy(study.path, () => {
        touch(study);
        database.exec('COMMIT');
      });
      finished = true;
    });
  } catch (error) {
    throw studyProblem(study.path, error);
  } finally {
    if (!finished && database.inTransaction) database.exec('ROLLBACK');
  }
}

/** Opens the file as the survey has it: without what was left out of the survey. */
async function withFile<Result>(
  { file: path, reading, leaveOut: unwanted }: Correction,
  stored: StoredSurvey,
  work: (opened: { readonly file: SurveyFile; readonly leftOut: readonly string[] }) => Promise<Result>,
): Promise<Result> {
  const whole = await openSurveyFile(path, reading);
  try {
    const { file, leftOut } = leaveOut(whole, unwanted ?? stored.leftOut);
    if (file.variables.length === 0) throw new Problem('survey.nothingLeft', { file: path });
    return await work({
      file,
      leftOut: [...new Set([...(unwanted ?? stored.leftOut), ...leftOut.variables])],
    });
  } finally {
    whole.close();
  }
}

/** The file's own sets, and those made or changed by hand. */
function setsAfter(file: SurveyFile, sets: readonly StoredResponseSet[]): StoredResponseSet[] {
  const byHand = sets.filter(({ origin }) => origin === 'hand');
  const free = file.multipleResponseSets.filter(({ name }) => !byHand.some((one) => one.name === name));
  return [...free.map((set): StoredResponseSet => ({ ...set, origin: 'file' })), ...byHand];
}

/** The file was read once already, to compare. */
function laterHalf(context: OperationContext): OperationContext {
  return {
    places: context.places,
    report: (progress) => context.report({ ...progress, fraction: 0.5 + progress.fraction / 2 }),
    throwIfCancelled: () => context.throwIfCancelled(),
  };
}
