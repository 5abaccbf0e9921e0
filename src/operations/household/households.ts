import type { Column } from '#engine/survey/column.ts';
import type { Variable } from '#engine/survey/variable.ts';
import { readColumn } from '#project/columns.ts';
import { wholeOf } from '#project/readings.ts';
import type { StudyFile } from '#project/studyFile.ts';
import { surveyOf, surveysOf, type StoredSurvey } from '#project/surveys.ts';
import { variablesOf, type StoredVariable } from '#project/variables.ts';
import {
  householdsBy,
  linkKeysOf,
  noHousehold,
  parentSheet,
  type HouseholdOf,
  type LinkKeys,
} from './linkKeys.ts';

/** The survey of the households that members belong to. */
export interface Households {
  readonly survey: StoredSurvey;
  readonly variables: readonly StoredVariable[];
  readonly keys: LinkKeys;
  readonly of: HouseholdOf;
  column(variable: StoredVariable): Column;
}

/** Members as they are found: in a file, or in the study. */
export interface Members {
  readonly fileName: string;
  readonly variables: readonly Variable[];
  /** Sheets of the same file that are repeated parts themselves. */
  readonly repeats: readonly string[];
  /** The different texts of a column. */
  texts(name: string): Promise<ReadonlySet<string>>;
}

/**
 * The households of a repeated part of a form: in the survey that it came with (`whole`), or in the only one whose
 * keys some of the members have. `null` where there is none.
 */
export async function householdsOf(
  study: StudyFile,
  members: Members,
  whole: number | null,
): Promise<Households | null> {
  if (whole !== null) return linked(study, surveyOf(study, whole), members, true);
  const found: Households[] = [];
  for (const survey of surveysOf(study)) {
    if (wholeOf(study, survey.id) !== null) continue;
    const households = await linked(study, survey, members, survey.fileName === members.fileName);
    if (households !== null && (await isKnown(households, members))) found.push(households);
  }
  return found.length === 1 ? found[0] : null;
}

async function isKnown({ keys, of }: Households, members: Members): Promise<boolean> {
  return [...(await members.texts(keys.member))].some((key) => of(key) !== noHousehold);
}

async function linked(
  study: StudyFile,
  survey: StoredSurvey,
  members: Members,
  isSameFile: boolean,
): Promise<Households | null> {
  const variables = variablesOf(study, survey.id);
  const names = members.variables.map(({ name }) => name);
  const possible = linkKeysOf(
    names,
    variables.map(({ name }) => name),
  );
  // Numbers of rows and submissions are keys within one file; what is counted may be another repeated part.
  const isNested =
    names.includes(parentSheet) &&
    [...(await members.texts(parentSheet))].some((sheet) => members.repeats.includes(sheet));
  const keys = possible.find(
    ({ member, isUnique }) => (isUnique || isSameFile) && !(isNested && member === '_parent_index'),
  );
  if (keys === undefined) return null;
  const column = ({ position }: StoredVariable): Column => readColumn(study, survey.id, position);
  const key = variables.find(({ name }) => name === keys.household)!;
  return { survey, variables, keys, of: householdsBy(column(key), survey.rowCount), column };
}
