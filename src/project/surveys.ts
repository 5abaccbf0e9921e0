import type { DesignRoles } from '#contract/design.ts';
import { phrase } from '#engine/survey/phrase.ts';
import { Problem } from '#engine/survey/problem.ts';
import type { Attribute } from '#engine/survey/variable.ts';
import { storedJson, storedShapes } from './storedJson.ts';
import type { StudyFile } from './studyFile.ts';

/** Which variables describe how a survey's sample was drawn, and where people live. */
export interface StoredRoles {
  readonly weight: string | null;
  readonly strata: string | null;
  readonly psu: string | null;
  readonly fpc: string | null;
  readonly area: string | null;
  readonly lonelyPsu: 'fail' | 'remove' | 'certainty' | 'adjust' | 'average';
  readonly secondStage?: DesignRoles['secondStage'];
  readonly replicates?: DesignRoles['replicates'];
  readonly margins?: DesignRoles['margins'];
}

/** Labels in one language; `fileLabel` is empty where the file has none in it. */
interface StoredLanguage {
  readonly name: string;
  readonly fileLabel: string;
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
  /** What the file says of itself beside its label. */
  readonly notes: readonly string[];
  readonly attributes: readonly Attribute[];
  /** Of the labels, that in use first; empty where the file names none. */
  readonly languages: readonly StoredLanguage[];
  readonly roles: StoredRoles;
}

type List = 'leftOut' | 'notes' | 'attributes' | 'languages';
type Row = Omit<StoredSurvey, 'roles' | 'madeUp' | List> &
  Omit<StoredRoles, MoreOfDesign> & { madeUp: number; design: string | null } & Record<List, string>;

/** Kept together in one column, as few surveys have any of them. */
type MoreOfDesign = 'secondStage' | 'replicates' | 'margins';

/** More rows than any array can hold. */
const tooManyRows = 2 ** 31;

/** Nobody has more; a list without an end is not waited for. */
const mostSurveys = 10_000;

/** What a study of any form says of its surveys. */
export function surveysInAnyForm({ database }: StudyFile): { name: string; rows: number; madeUp: boolean }[] {
  return database
    .prepare<[number], { name: string; rows: number; madeUp: number }>(
      'SELECT name, rowCount AS rows, madeUp FROM survey ORDER BY id LIMIT ?',
    )
    .all(mostSurveys)
    .map(({ madeUp, ...survey }) => ({ ...survey, madeUp: madeUp === 1 }));
}

/** @throws Problem study.damaged where it counts rows that cannot be, or what it says of a survey is not that */
export function surveysOf(study: StudyFile): StoredSurvey[] {
  const { path, database } = study;
  const rows = database
    .prepare<[number], Row>('SELECT * FROM survey ORDER BY id LIMIT ?')
    .all(mostSurveys + 1);
  if (rows.length > mostSurveys) {
    throw new Problem('study.damaged', {
      study: path,
      detail: phrase('moreThanSurveys', { count: mostSurveys }),
    });
  }
  const surveys = rows.map((row) => fromRow(study, row));
  const wrong = surveys.find(({ rowCount }) => !(rowCount >= 0 && rowCount < tooManyRows));
  if (wrong)
    throw new Problem('study.damaged', {
      study: path,
      detail: phrase('countedRows', { count: wrong.rowCount }),
    });
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
export type SurveyOrigin = Omit<StoredSurvey, 'id' | 'roles' | List> & Partial<Pick<StoredSurvey, List>>;

export function addSurvey({ database }: StudyFile, survey: SurveyOrigin): number {
  const result = database
    .prepare(
      `INSERT INTO survey (name, fileName, fileLabel, format, encoding, rowCount, importedAt, madeUp, declaredWeight,
       leftOut, notes, attributes, languages)
       VALUES (@name, @fileName, @fileLabel, @format, @encoding, @rowCount, @importedAt, @madeUp, @declaredWeight,
       @leftOut, @notes, @attributes, @languages)`,
    )
    .run({ ...survey, madeUp: survey.madeUp ? 1 : 0, ...listsOf(survey) });
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
       rowCount = @rowCount, importedAt = @importedAt, declaredWeight = @declaredWeight, leftOut = @leftOut,
       notes = @notes, attributes = @attributes, languages = @languages
       WHERE id = @id`,
    )
    .run({ ...survey, ...listsOf(survey), id });
}

export function setRowCount({ database }: StudyFile, survey: number, rowCount: number): void {
  database.prepare('UPDATE survey SET rowCount = ? WHERE id = ?').run(rowCount, survey);
}

export function setRoles({ database }: StudyFile, survey: number, roles: StoredRoles): void {
  database
    .prepare(
      `UPDATE survey SET weight = @weight, strata = @strata, psu = @psu, fpc = @fpc, area = @area,
       lonelyPsu = @lonelyPsu, design = @design WHERE id = @survey`,
    )
    .run({ ...roles, design: moreOf(roles), survey });
}

function moreOf({ secondStage, replicates, margins = [] }: StoredRoles): string | null {
  const more = {
    ...(secondStage ? { secondStage } : {}),
    ...(replicates ? { replicates } : {}),
    ...(margins.length > 0 ? { margins } : {}),
  };
  return Object.keys(more).length === 0 ? null : JSON.stringify(more);
}

function listsOf(survey: Partial<Pick<StoredSurvey, List>>): Record<List, string> {
  const { leftOut = [], notes = [], attributes = [], languages = [] } = survey;
  return {
    leftOut: JSON.stringify(leftOut),
    notes: JSON.stringify(notes),
    attributes: JSON.stringify(attributes),
    languages: JSON.stringify(languages),
  };
}

function fromRow(study: StudyFile, row: Row): StoredSurvey {
  const part = (column: string): string => `survey ${row.name}, ${column}`;
  const { weight, strata, psu, fpc, area, lonelyPsu, madeUp, design, ...rest } = row;
  const more = design === null ? {} : storedJson(study, part('design'), storedShapes.design, design);
  return {
    ...rest,
    madeUp: madeUp === 1,
    leftOut: storedJson(study, part('leftOut'), storedShapes.texts, row.leftOut),
    notes: storedJson(study, part('notes'), storedShapes.texts, row.notes),
    attributes: storedJson(study, part('attributes'), storedShapes.attributes, row.attributes),
    languages: storedJson(study, part('languages'), storedShapes.languages, row.languages),
    roles: { weight, strata, psu, fpc, area, lonelyPsu, ...more },
  };
}
