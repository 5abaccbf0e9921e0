import type { DesignRoles } from '#contract/design.ts';
import type { Column, NumericColumn } from '#engine/survey/column.ts';
import { Problem } from '#engine/survey/problem.ts';
import { createSurveyDesign, type SurveyDesign } from '#engine/design/surveyDesign.ts';
import { findVariable } from './findVariable.ts';
import { loadAnswers, type SurveyData } from './surveyData.ts';

const kept = new Map<string, SurveyDesign>();
const keptAtMost = 8;

/**
 * The design that `roles` give `survey`; what they leave out comes from the study.
 *
 * @throws Problem variable.unknown, variable.notNumeric, design.*
 */
export async function designOf(survey: SurveyData, roles: Partial<DesignRoles> = {}): Promise<SurveyDesign> {
  const named = spellRoles(survey, { ...survey.roles, ...roles });
  const key = `${survey.version}\0${JSON.stringify(named)}`;
  const known = kept.get(key);
  if (known) return known;

  const { weight, strata, psu, fpc, lonelyPsu } = named;
  const names = [weight, strata, psu, fpc].filter((name) => name !== null);
  const columns = await loadAnswers(survey, names);
  const numbers = (name: string | null, use: string): { name: string; values: NumericColumn } | null => {
    if (name === null) return null;
    const column = columns.get(name)!;
    if (column.kind !== 'numeric') throw new Problem('variable.notNumeric', { variable: name, use });
    return { name, values: column };
  };
  const groups = (name: string | null): { name: string; column: Column } | null =>
    name === null ? null : { name, column: columns.get(name)! };

  const design = createSurveyDesign({
    rowCount: survey.rowCount,
    weight: numbers(weight, 'weight'),
    strata: groups(strata),
    psu: groups(psu),
    fpc: numbers(fpc, 'fpc'),
    lonelyPsu,
  });
  kept.set(key, design);
  for (const oldest of kept.keys()) {
    if (kept.size <= keptAtMost) break;
    kept.delete(oldest);
  }
  return design;
}

/** The roles with each variable's name as the survey spells it. */
function spellRoles(survey: SurveyData, roles: DesignRoles): DesignRoles {
  const spelled = (name: string | null): string | null =>
    name === null ? null : findVariable(survey.variables, name).name;
  return {
    weight: spelled(roles.weight),
    strata: spelled(roles.strata),
    psu: spelled(roles.psu),
    fpc: spelled(roles.fpc),
    lonelyPsu: roles.lonelyPsu,
  };
}
