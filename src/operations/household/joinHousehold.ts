import type { Variable } from '#engine/survey/variable.ts';
import type { SurveyFile } from '#formats/surveyFile.ts';
import type { StudyFile } from '#project/studyFile.ts';
import { wholeOf } from '#project/readings.ts';
import type { StoredRoles } from '#project/surveys.ts';
import { variablesOf } from '#project/variables.ts';
import { designVariables } from '../design/designVariables.ts';
import { findVariable } from '../data/findVariable.ts';
import { declaredRoles } from '../notice/declaredRoles.ts';
import { likelyRoles } from '../notice/likelyRoles.ts';
import { bringHousehold } from './bringHousehold.ts';
import { householdsOf, type Households } from './households.ts';
import { membersInFile } from './membersIn.ts';

export interface Joined {
  readonly file: SurveyFile;
  /** The survey of households; `null` where the file holds no members, or none of its households are here. */
  readonly households: number | null;
  readonly brought: readonly string[];
  /** What the user said of the households, as far as the members have it now. */
  readonly roles: StoredRoles | null;
}

export interface JoinWishes {
  /** The survey that the file’s sheet is a repeated part of, where that is known. */
  readonly whole: number | null;
  /** Variables of the household that the members are to have, beside those of its design. */
  readonly bring: readonly string[];
  readonly leaveOut: readonly string[];
}

/**
 * A file of members with what they need of their households: the variables of its design (those in use, else those
 * that look like it) and those that the user asks for.
 *
 * @throws Problem variable.unknown for a variable that the households do not have
 */
export async function joinHousehold(
  study: StudyFile,
  path: string,
  file: SurveyFile,
  { whole, bring, leaveOut }: JoinWishes,
): Promise<Joined> {
  const households = await householdsOf(study, membersInFile(path, file), whole);
  if (households === null) return { file, households: null, brought: [], roles: null };
  const asked = bring.map((name) => findVariable(households.variables, name).name);
  const unwanted = leaveOut.map((name) => name.toLowerCase());
  const names = [...(await designOf(households)), ...asked].filter(
    (name) => !unwanted.includes(name.toLowerCase()),
  );
  const joined = bringHousehold(file, households, names);
  return {
    ...joined,
    households: households.survey.id,
    roles: rolesAmong(households.survey.roles, joined.file.variables),
  };
}

/** A corrected file of members, with the variables of the household that its survey has. */
export async function rejoinHousehold(
  study: StudyFile,
  path: string,
  file: SurveyFile,
  survey: number,
): Promise<SurveyFile> {
  const whole = wholeOf(study, survey);
  if (whole === null) return file;
  const households = await householdsOf(study, membersInFile(path, file), whole);
  const names = variablesOf(study, survey).map(({ name }) => name);
  return households === null ? file : bringHousehold(file, households, names).file;
}

async function designOf({ survey, variables, column }: Households): Promise<string[]> {
  const { weight, strata, psu, area } = survey.roles;
  const likely = await likelyRoles(
    {
      variables,
      load: async (names) =>
        new Map(
          names.map((name) => {
            const variable = findVariable(variables, name);
            return [variable.name, column(variable)];
          }),
        ),
    },
    declaredRoles(survey.declaredWeight, survey.attributes),
  );
  const inUse = { weight, strata, psu, area };
  return [
    ...designVariables(withoutTotals(survey.roles)).map(({ variable }) => variable),
    ...likely.filter(({ role }) => inUse[role] === null).map(({ variable }) => variable),
  ];
}

/** Known totals are of households: those of members are others. */
function withoutTotals(roles: StoredRoles): StoredRoles {
  return { ...roles, margins: [] };
}

/** `null` where the user has not said anything yet. */
function rolesAmong(roles: StoredRoles, variables: readonly Variable[]): StoredRoles | null {
  const isThere = (name: string): boolean => variables.some((one) => one.name === name);
  const has = (name: string | null): string | null => (name !== null && isThere(name) ? name : null);
  const { secondStage, replicates } = roles;
  const found: StoredRoles = {
    weight: has(roles.weight),
    strata: has(roles.strata),
    psu: has(roles.psu),
    fpc: has(roles.fpc),
    area: has(roles.area),
    lonelyPsu: roles.lonelyPsu,
    ...(secondStage && isThere(secondStage.ids)
      ? { secondStage: { ids: secondStage.ids, fpc: has(secondStage.fpc) } }
      : {}),
    ...(replicates?.variables.every(isThere) ? { replicates } : {}),
  };
  return designVariables(found).length === 0 ? null : found;
}
