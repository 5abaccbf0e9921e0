import type { DesignRoles, ReplicateRoles } from '#contract/design.ts';
import type { ReplicateInput } from '#engine/design/replicateWeights.ts';
import type { SurveyDesign } from '#engine/design/surveyDesign.ts';
import { createSurveyDesign } from '#engine/design/createSurveyDesign.ts';
import type { Column, NumericColumn } from '#engine/survey/column.ts';
import { phrase } from '#engine/survey/phrase.ts';
import type { PhraseCode } from '#engine/survey/phraseCodes.ts';
import { Problem } from '#engine/survey/problem.ts';
import type { StoredRoles } from '#project/surveys.ts';
import { designVariables, renameDesign } from './designVariables.ts';
import { findVariable } from '../data/findVariable.ts';
import { withKnownTotals } from './knownTotals.ts';
import { replicateNames } from './replicateNames.ts';
import { loadAnswers, type SurveyData } from '../data/surveyData.ts';

const kept = new Map<string, SurveyDesign>();
const keptAtMost = 8;

/**
 * The design that `roles` give `survey`; what they leave out comes from the study.
 *
 * @throws Problem variable.unknown, variable.notNumeric, design.*, calibration.*
 */
export async function designOf(survey: SurveyData, roles: Partial<DesignRoles> = {}): Promise<SurveyDesign> {
  const named = spellRoles(survey, withOwn(survey.roles, roles));
  const key = `${survey.version}\0${JSON.stringify(named)}`;
  const known = kept.get(key);
  if (known) return known;

  const design = await createDesign(survey, named);
  kept.set(key, design);
  for (const oldest of kept.keys()) {
    if (kept.size <= keptAtMost) break;
    kept.delete(oldest);
  }
  return design;
}

async function createDesign(survey: SurveyData, roles: StoredRoles): Promise<SurveyDesign> {
  const { weight, strata, psu, fpc, lonelyPsu, secondStage, replicates, margins = [] } = roles;
  const names = designVariables({ ...roles, area: null }).map(({ variable }) => variable);
  const columns = await loadAnswers(survey, [...new Set(names)]);
  const numbers = (name: string, use: PhraseCode): { name: string; values: NumericColumn } => {
    const column = columns.get(name)!;
    if (column.kind !== 'numeric')
      throw new Problem('variable.notNumeric', { variable: name, use: phrase(use) });
    return { name, values: column };
  };
  const groups = (name: string): { name: string; column: Column } => ({ name, column: columns.get(name)! });
  if (secondStage?.fpc && fpc === null)
    throw new Problem('design.secondFpcWithoutFirst', { variable: secondStage.fpc });
  if (weight !== null && replicates?.variables.includes(weight))
    throw new Problem('design.replicateIsWeight', { variable: weight });

  const design = createSurveyDesign({
    rowCount: survey.rowCount,
    weight: weight === null ? null : numbers(weight, 'asWeight'),
    strata: strata === null ? null : groups(strata),
    psu: psu === null ? null : groups(psu),
    fpc: fpc === null ? null : numbers(fpc, 'asFpc'),
    secondStage: secondStage
      ? {
          ids: groups(secondStage.ids),
          fpc: secondStage.fpc === null ? null : numbers(secondStage.fpc, 'asFpc'),
        }
      : null,
    replicates: replicates
      ? replicateInput(
          replicates,
          replicates.variables.map((name) => numbers(name, 'asReplicate')),
        )
      : null,
    lonelyPsu,
  });
  if (margins.length === 0) return design;
  return withKnownTotals(design, margins, (name) => findVariable(survey.variables, name), columns);
}

function replicateInput(
  { rscales, ...asked }: ReplicateRoles,
  columns: ReplicateInput['columns'],
): ReplicateInput {
  if (rscales === undefined) return { ...asked, columns };
  return { ...asked, columns, rscales: rscales.length === 1 ? columns.map(() => rscales[0]) : rscales };
}

const ofSample = ['strata', 'psu', 'fpc', 'secondStage'] as const;

/** Strata and PSUs that are asked for take the place of the study's replicate weights, and the other way round. */
function withOwn(own: StoredRoles, asked: Partial<DesignRoles>): StoredRoles {
  const merged = { ...own, ...asked };
  if (asked.replicates) {
    for (const role of ofSample) if (asked[role] === undefined) merged[role] = null;
  } else if (asked.replicates === undefined && ofSample.some((role) => asked[role])) {
    merged.replicates = null;
  }
  // Units within other PSUs are others.
  if (asked.psu !== undefined && asked.secondStage === undefined) merged.secondStage = null;
  return merged;
}

/** The roles with each variable's name as the survey spells it. */
export function spellRoles({ variables }: SurveyData, roles: StoredRoles): StoredRoles {
  const spelled = (name: string): string => findVariable(variables, name).name;
  const { replicates } = roles;
  const weight = roles.weight === null ? null : spelled(roles.weight);
  return renameDesign(
    {
      ...roles,
      weight,
      area: null,
      ...(replicates && {
        replicates: { ...replicates, variables: replicateNames(variables, replicates.variables, weight) },
      }),
    },
    spelled,
  );
}
