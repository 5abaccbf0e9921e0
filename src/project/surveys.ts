import { Problem } from '#engine/survey/problem.ts';
import type { StudyFile } from './studyFile.ts';

/** Which variables describe how a survey's sample was drawn, and where people live. */
export interface StoredRoles {
  readonly weight: string | null;
  readonly strata: string | null;
  readonly psu: string | null;
  readonly fpc: string | null;
  readonly area: string | null;
  readonly lonelyPsu: 'fail' | 'remove' | 'certainty' | 'adjust' | 'average';
}

export interface StoredSurvey {
  readonly id: number;
  readonly name: string;
  readonly fileName: string;
  readonly fileLabel: string;
  readonly format: string;
  readonly encoding: string;
  readonly rowCount: number;
  readonly importedAt: string;
  readonly madeUp: boolean;
  readonly declaredWeight: string | null;
  /** Columns of the file that were not taken in. */
  readonly leftOut: readonly string[];
  readonly roles: StoredRoles;
}

type Row = Omit<StoredSurvey, 'roles' | 'madeUp' | 'leftOut'> &
  StoredRoles & { madeUp: number; leftOut: string };

/** More rows than any array can hold. */
const tooManyRows = 2 ** 31;

/** @throws Problem study.damaged where it counts rows that cannot be */
export function surveysOf({ path, database }: StudyFile): StoredSurvey[] {
  const surveys = database.prepare<[], Row>('SELECT * FROM survey ORDER BY id').all().map(fromRow);
  const wrong = surveys.find(({ rowCount }) => !(rowCount >= 0 && rowCount < tooManyRows));
  if (wrong) throw new Problem('study.damaged', { study: path, detail: `${wrong.rowCount} rows` });
  return surveys;
}

/** @throws Problem survey.unknown; study.noSurvey and study.manySurveys where `which` is null. */
export function surveyOf(study: StudyFile, which: number | string | null): StoredSurvey {
  const surveys = surveysOf(study);
  if (which !== null) {
    const survey = surveys.find(({ id, name }) => id === which || name === which);
    if (!survey) throw new Problem('survey.unknown', { study: study.path, survey: which });
    return survey;
  }
  if (surveys.length === 0) throw new Problem('study.noSurvey', { study: study.path });
  if (surveys.length > 1) {
    throw new Problem('study.manySurveys', { study: study.path, surveys: surveys.map(({ name }) => name) });
  }
  return surveys[0];
}

/** A name that no survey of this study has yet: `name`, `name 2`, … */
export function freeSurveyName(study: StudyFile, name: string): string {
  const taken = new Set(surveysOf(study).map((survey) => survey.name));
  if (!taken.has(name)) return name;
  let number = 2;
  while (taken.has(`${name} ${number}`)) number++;
  return `${name} ${number}`;
}

/** What a survey takes from the file it comes from. */
export type SurveyOrigin = Omit<StoredSurvey, 'id' | 'roles' | 'leftOut'> &
  Partial<Pick<StoredSurvey, 'leftOut'>>;

export function addSurvey({ database }: StudyFile, survey: SurveyOrigin): number {
  const result = database
    .prepare(
      `INSERT INTO survey (name, fileName, fileLabel, format, encoding, rowCount, importedAt, madeUp, declaredWeight, leftOut)
       VALUES (@name, @fileName, @fileLabel, @format, @encoding, @rowCount, @importedAt, @madeUp, @declaredWeight, @leftOut)`,
    )
    .run({
      ...survey,
      madeUp: survey.madeUp ? 1 : 0,
      leftOut: JSON.stringify(survey.leftOut ?? []),
    });
  return Number(result.lastInsertRowid);
}

/** Makes room for a corrected file: the columns go, what was said about them by name stays. */
export function replaceSurvey(
  { database }: StudyFile,
  id: number,
  survey: Omit<SurveyOrigin, 'name' | 'madeUp'>,
): void {
  database.prepare('DELETE FROM chunk WHERE survey = ?').run(id);
  database.prepare('DELETE FROM variable WHERE survey = ?').run(id);
  database
    .prepare(
      `UPDATE survey SET fileName = @fileName, fileLabel = @fileLabel, format = @format, encoding = @encoding,
       rowCount = @rowCount, importedAt = @importedAt, declaredWeight = @declaredWeight, leftOut = @leftOut
       WHERE id = @id`,
    )
    .run({ ...survey, leftOut: JSON.stringify(survey.leftOut ?? []), id });
}

export function setRowCount({ database }: StudyFile, survey: number, rowCount: number): void {
  database.prepare('UPDATE survey SET rowCount = ? WHERE id = ?').run(rowCount, survey);
}

export function setRoles({ database }: StudyFile, survey: number, roles: StoredRoles): void {
  database
    .prepare(
      `UPDATE survey SET weight = @weight, strata = @strata, psu = @psu, fpc = @fpc, area = @area,
       lonelyPsu = @lonelyPsu WHERE id = @survey`,
    )
    .run({ ...roles, survey });
}

function fromRow(row: Row): StoredSurvey {
  const { weight, strata, psu, fpc, area, lonelyPsu, madeUp, leftOut, ...rest } = row;
  return {
    ...rest,
    madeUp: madeUp === 1,
    leftOut: JSON.parse(leftOut) as string[],
    roles: { weight, strata, psu, fpc, area, lonelyPsu },
  };
}
