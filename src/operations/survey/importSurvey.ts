import { basename } from 'node:path';
import { Problem } from '#engine/survey/problem.ts';
import type { Variable } from '#engine/survey/variable.ts';
import { openSurveyFile } from '#formats/openSurveyFile.ts';
import type { Reading } from '#formats/reading.ts';
import type { SurveyFile } from '#formats/surveyFile.ts';
import { columnWriter } from '#project/columns.ts';
import { touch, type StudyFile } from '#project/studyFile.ts';
import { namingStudy, studyProblem } from '#project/studyProblem.ts';
import { setReading } from '#project/readings.ts';
import { setResponseSets } from '#project/responseSets.ts';
import { addSurvey, freeSurveyName, setRoles, setRowCount, type SurveyOrigin } from '#project/surveys.ts';
import { addVariables } from '#project/variables.ts';
import type { LeftOut } from '#contract/personal.ts';
import type { OperationContext } from '../context.ts';
import { findVariable } from '../data/findVariable.ts';
import { joinHousehold } from '../household/joinHousehold.ts';
import { keptReading } from './keptCompanion.ts';
import { leaveOut } from './leaveOut.ts';

/** Rows written at once: wide enough to be quick, narrow enough to answer a cancel. */
const chunkRows = 8192;

export interface ImportTraits {
  readonly name?: string | null;
  readonly madeUp?: boolean;
  readonly reading?: Reading | undefined;
  /** Sheets to bring in beside it, each as a survey of its own. */
  readonly repeats?: readonly string[] | undefined;
  /** Names of variables that are never stored. */
  readonly leaveOut?: readonly string[] | undefined;
  /** Variables of the household that members get, beside those of its design. */
  readonly bring?: readonly string[] | undefined;
}

export interface Imported {
  readonly survey: number;
  readonly leftOut: LeftOut;
  /** Surveys of members, and what they got of their households. */
  readonly members: readonly { readonly survey: number; readonly brought: readonly string[] }[];
}

/**
 * Brings a file into `study` as a new survey, and its repeats as further ones, in one transaction: either all
 * of it is there, or nothing is. Returns the first survey's id, and what was left out of all of them.
 */
export async function importSurvey(
  study: StudyFile,
  path: string,
  context: OperationContext,
  {
    name,
    madeUp = false,
    reading = {},
    repeats = [],
    leaveOut: unwanted = [],
    bring = [],
  }: ImportTraits = {},
): Promise<Imported> {
  const { database } = study;
  const ids: number[] = [];
  const left: LeftOut[] = [];
  const seen: Variable[] = [];
  const members: { survey: number; brought: readonly string[] }[] = [];
  let nowhere = unwanted;
  let finished = false;
  try {
    const kept = keptReading(reading);
    for (const sheet of [null, ...repeats]) {
      context.report({ stage: 'opening', fraction: 0, rows: null, rowCount: null });
      const whole = await openSurveyFile(path, sheet === null ? reading : { ...reading, sheet });
      try {
        const { file, leftOut, unknown } = leaveOut(whole, unwanted);
        left.push(leftOut);
        seen.push(...whole.variables);
        nowhere = nowhere.filter((one) => unknown.includes(one));
        if (left.length > repeats.length) for (const one of nowhere) findVariable(seen, one);
        if (file.variables.length === 0) throw new Problem('survey.nothingLeft', { file: path });
        if (!database.inTransaction) namingStudy(study.path, () => database.exec('BEGIN IMMEDIATE'));
        const own = name ?? basename(path).replace(/\.[^.]+$/, '');
        const wishes = { whole: sheet === null ? null : ids[0], bring, leaveOut: unwanted };
        const joined = await joinHousehold(study, path, file, wishes);
        ids.push(
          await storeSurvey(study, path, joined.file, context, {
            name: sheet === null ? own : `${own} ${sheet}`,
            madeUp,
            leftOut: leftOut.variables,
          }),
        );
        namingStudy(study.path, () => {
          const id = ids[ids.length - 1];
          if (joined.roles !== null) setRoles(study, id, joined.roles);
          if (joined.households !== null) members.push({ survey: id, brought: joined.brought });
          if (sheet !== null) setReading(study, id, { ...kept.said, sheet }, null, ids[0]);
          else setReading(study, id, kept.said, kept.companion, joined.households ?? undefined);
        });
      } finally {
        whole.close();
      }
    }
    namingStudy(study.path, () => {
      touch(study);
      database.exec('COMMIT');
    });
    finished = true;
    return {
      survey: ids[0],
      members,
      leftOut: {
        variables: left.flatMap(({ variables }) => variables),
        weight: left[0].weight,
        sets: left.flatMap(({ sets }) => sets),
      },
    };
  } catch (error) {
    throw studyProblem(study.path, error);
  } finally {
    if (!finished && database.inTransaction) database.exec('ROLLBACK');
  }
}

/** Writes an opened file into the study, within a transaction. */
async function storeSurvey(
  study: StudyFile,
  path: string,
  file: SurveyFile,
  context: OperationContext,
  { name, madeUp, leftOut }: { name: string; madeUp: boolean; leftOut: readonly string[] },
): Promise<number> {
  const survey = namingStudy(study.path, () => {
    const id = addSurvey(study, {
      ...originOf(path, file, leftOut),
      name: freeSurveyName(study, name),
      madeUp,
    });
    addVariables(study, id, file.variables);
    setResponseSets(
      study,
      id,
      file.multipleResponseSets.map((set) => ({ ...set, origin: 'file' })),
    );
    return id;
  });
  await storeRows(study, survey, path, file, context);
  return survey;
}

/** What a survey says about the file it comes from. */
export function originOf(
  path: string,
  file: SurveyFile,
  leftOut: readonly string[],
): Omit<SurveyOrigin, 'name' | 'madeUp'> {
  return {
    fileName: basename(path),
    fileLabel: file.fileLabel,
    format: file.format,
    encoding: file.encoding,
    rowCount: file.rowCount ?? 0,
    importedAt: new Date().toISOString(),
    declaredWeight: file.weight,
    leftOut,
    notes: file.notes ?? [],
    attributes: file.attributes ?? [],
    languages: file.languages ?? [],
  };
}

/** Writes the columns of an opened file, within a transaction. @throws Problem file.noRows */
export async function storeRows(
  study: StudyFile,
  survey: number,
  path: string,
  file: SurveyFile,
  context: OperationContext,
): Promise<void> {
  const write = columnWriter(study, survey);
  let rows = 0;
  let fraction = 0;
  const onProgress = (share: number): void => void (fraction = share);
  for await (const chunk of file.read({ chunkRows, onProgress })) {
    context.throwIfCancelled();
    namingStudy(study.path, () => write(chunk));
    rows += chunk.rowCount;
    context.report({ stage: 'reading', fraction, rows, rowCount: file.rowCount });
  }
  if (rows === 0) throw new Problem('file.noRows', { file: path });
  context.throwIfCancelled();
  context.report({ stage: 'saving', fraction: 1, rows, rowCount: rows });
  namingStudy(study.path, () => setRowCount(study, survey, rows));
}
