import type { StudyState, SurveyState } from '#contract/study.ts';
import { Problem } from '#engine/survey/problem.ts';
import { lonelyPsuProblem } from '#engine/design/createSurveyDesign.ts';
import { studyName, type StudyFile } from '#project/studyFile.ts';
import { readStudy } from '#project/openStudy.ts';
import { saltOf } from '#project/studyKey.ts';
import { surveysOf, type StoredSurvey } from '#project/surveys.ts';
import { variablesOf } from '#project/variables.ts';
import { designOf } from '../design/designs.ts';
import { problemMessage } from '../problems.ts';
import { openSurveyData } from '../data/surveyData.ts';

/** Everything that the window needs to show a study's frame. */
export async function studyState(path: string): Promise<StudyState> {
  const study = readStudy(path);
  try {
    const surveys: SurveyState[] = [];
    for (const survey of surveysOf(study)) surveys.push(await surveyState(study, survey));
    return { study: path, name: studyName(study), locked: saltOf(path) !== null, surveys };
  } finally {
    study.close();
  }
}

async function surveyState(study: StudyFile, survey: StoredSurvey): Promise<SurveyState> {
  return {
    survey: survey.id,
    name: survey.name,
    format: survey.format,
    fileName: survey.fileName,
    rows: survey.rowCount,
    variables: variablesOf(study, survey.id).length,
    importedAt: survey.importedAt,
    madeUp: survey.madeUp,
    roles: survey.roles,
    design: await designState(study.path, survey.id),
  };
}

async function designState(study: string, survey: number): Promise<SurveyState['design']> {
  try {
    const design = await designOf(await openSurveyData({ study, survey }));
    const lonely = lonelyPsuProblem(design);
    return lonely === null ? { summary: design.summary } : { problem: problemMessage(lonely) };
  } catch (error) {
    if (error instanceof Problem) return { problem: problemMessage(error) };
    throw error;
  }
}
