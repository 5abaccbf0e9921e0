import { basename } from 'node:path';
import { Problem } from '#engine/survey/problem.ts';
import { openSurveyFile } from '#formats/openSurveyFile.ts';
import { columnWriter } from '#project/columns.ts';
import { touch, type StudyFile } from '#project/studyFile.ts';
import { namingStudy, studyProblem } from '#project/studyProblem.ts';
import { addSurvey, freeSurveyName, setRowCount } from '#project/surveys.ts';
import { addVariables } from '#project/variables.ts';
import type { OperationContext } from './context.ts';

/** Rows written at once: wide enough to be quick, narrow enough to answer a cancel. */
const chunkRows = 8192;

/**
 * Brings a file into `study` as a new survey, in one transaction: either all of it is there, or
 * nothing is. Returns the survey's id.
 */
export async function importSurvey(
  study: StudyFile,
  path: string,
  context: OperationContext,
  traits: { readonly name?: string | null; readonly madeUp?: boolean } = {},
): Promise<number> {
  context.report({ stage: 'opening', fraction: 0, rows: null, rowCount: null });
  const file = await openSurveyFile(path);
  const { database } = study;
  let finished = false;
  try {
    namingStudy(study.path, () => database.exec('BEGIN IMMEDIATE'));
    const fileName = basename(path);
    const survey = namingStudy(study.path, () => {
      const id = addSurvey(study, {
        name: freeSurveyName(study, traits.name ?? fileName.replace(/\.[^.]+$/, '')),
        fileName,
        fileLabel: file.fileLabel,
        format: file.format,
        encoding: file.encoding,
        rowCount: file.rowCount ?? 0,
        importedAt: new Date().toISOString(),
        madeUp: traits.madeUp ?? false,
        declaredWeight: file.weight,
      });
      addVariables(study, id, file.variables);
      return id;
    });
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
    namingStudy(study.path, () => {
      setRowCount(study, survey, rows);
      touch(study);
      database.exec('COMMIT');
    });
    finished = true;
    return survey;
  } catch (error) {
    throw studyProblem(study.path, error);
  } finally {
    file.close();
    if (!finished && database.inTransaction) database.exec('ROLLBACK');
  }
}
