import type { DerivedState, DerivedVariable as Given } from '#contract/derived.ts';
import type { SurveyReference } from '#contract/source.ts';
import type { Definition } from '#engine/derive/definition.ts';
import { sourcesOf } from '#engine/derive/sourcesOf.ts';
import { phrase } from '#engine/survey/phrase.ts';
import { Problem } from '#engine/survey/problem.ts';
import { derivedVariablesOf, setDerivedVariables, type DerivedVariable } from '#project/derivedVariables.ts';
import { responseSetsOf } from '#project/responseSets.ts';
import type { StudyFile } from '#project/studyFile.ts';
import { readStudy } from '#project/openStudy.ts';
import { surveyOf, type StoredSurvey } from '#project/surveys.ts';
import { editsOf, saveEdit } from '#project/variableEdits.ts';
import { computeDerived } from './data/computeDerived.ts';
import type { Handlers } from './context.ts';
import { designVariables } from './design/designVariables.ts';
import { findVariable } from './data/findVariable.ts';
import { problemMessage } from './problems.ts';
import { recorded } from './study/recorded.ts';
import { studyVariables } from './data/studyVariables.ts';
import { loadAnswers, openSurveyData, type SurveyData } from './data/surveyData.ts';
import { distributionOf } from './variable.ts';

/** Names that SPSS, Stata and an expression can hold without quotes. */
const goodName = /^[\p{L}_@#$][\p{L}\p{M}\p{N}_.$@#]{0,63}$/u;
const reserved = new Set(['and', 'or', 'not', 'in', 'to', 'missing']);

export const derived: Handlers<'derived'> = {
  'derived.list': (reference) => derivedStates(reference),
  'derived.save': async ({ variable, replaces, ...reference }) => {
    const { name } = variable;
    if (!goodName.test(name) || reserved.has(name.toLowerCase())) {
      throw new Problem('derived.nameInvalid', { variable: name });
    }
    const put = (all: readonly DerivedVariable[]): DerivedVariable[] => placed(all, variable, replaces);
    const survey = await openSurveyData(reference, [], put);
    const circle = survey.derivations.inactive.find(
      ({ problem }) => problem.code === 'derived.cycle' && namesIn(problem).includes(name),
    );
    if (circle) throw circle.problem;
    await computed(survey, name);
    recorded(reference, ['derived', 'variableEdit'], (study, stored) => {
      if (replaces !== null && !sameName(replaces, name)) refuseWhereUsed(study, stored, replaces);
      setDerivedVariables(study, stored.id, put(derivedVariablesOf(study, stored.id)));
      const { marked = [], missing = null } = editsOf(study, stored.id).get(name) ?? {};
      saveEdit(study, stored.id, name, { marked, missing });
      const what = replaces === null ? 'derived.add' : 'derived.change';
      return { step: { what, params: { variable: name } }, result: undefined };
    });
    return derivedStates(reference);
  },
  'derived.remove': ({ variable, ...reference }) => {
    recorded(reference, ['derived', 'variableEdit'], (study, stored) => {
      const all = derivedVariablesOf(study, stored.id);
      const { name } = known(all, variable);
      refuseWhereUsed(study, stored, name);
      setDerivedVariables(
        study,
        stored.id,
        all.filter((one) => one.name !== name),
      );
      saveEdit(study, stored.id, name, {});
      return { step: { what: 'derived.remove', params: { variable: name } }, result: undefined };
    });
    return derivedStates(reference);
  },
  'derived.preview': async ({ variable, ...reference }) => {
    const name = variable.name ?? freeName;
    const draft: Given = { label: '', measure: 'unknown', valueLabels: [], ...variable, name };
    const survey = await openSurveyData(reference, [], (all) =>
      placed(all, draft, all.some((one) => sameName(one.name, name)) ? name : null),
    );
    const { column, cuts } = await computed(survey, name);
    const one = survey.variables.find((other) => other.name === name)!;
    const { reasons } = column;
    const missing = reasons === null ? 0 : reasons.reduce((sum, reason) => sum + Number(reason !== 0), 0);
    return {
      valid: survey.rowCount - missing,
      missing,
      cuts: cuts && [...cuts],
      ...(await distributionOf(survey, one, column)),
    };
  },
};

/** Of a definition that has no name yet; not one that a variable could have. */
const freeName = '(derived)';

function sameName(left: string, right: string): boolean {
  return left.toLowerCase() === right.toLowerCase();
}

/** `variable` in the place of `replaces`, or at the end. @throws Problem derived.nameTaken, derived.unknown */
function placed(
  all: readonly DerivedVariable[],
  { definition, ...rest }: Given,
  replaces: string | null,
): DerivedVariable[] {
  const variable: DerivedVariable = { ...rest, definition: definition satisfies Definition };
  const before = replaces === null ? null : known(all, replaces);
  if (all.some((one) => one !== before && sameName(one.name, variable.name))) {
    throw new Problem('derived.nameTaken', { variable: variable.name });
  }
  return before === null ? [...all, variable] : all.map((one) => (one === before ? variable : one));
}

function known(all: readonly DerivedVariable[], name: string): DerivedVariable {
  const found = all.find((one) => sameName(one.name, name));
  if (!found) throw new Problem('derived.unknown', { variable: name });
  return found;
}

/** Computes the values now, so that what cannot be computed is refused. */
async function computed(survey: SurveyData, name: string): ReturnType<typeof computeDerived> {
  const refused = survey.derivations.inactive.find(({ derived: one }) => one.name === name);
  if (refused) throw refused.problem;
  const derivation = survey.derivations.active.find(({ variable }) => variable.name === name)!;
  return computeDerived(derivation, survey.rowCount, (names) => loadAnswers(survey, names));
}

/** @throws Problem derived.needed, derived.isConcern, derived.hasRole */
function refuseWhereUsed(study: StudyFile, stored: StoredSurvey, name: string): void {
  const dependents = dependentsOf(study, stored, derivedVariablesOf(study, stored.id), name);
  if (dependents.length > 0) throw new Problem('derived.needed', { variable: name, dependents });
  const isConcern = study.database
    .prepare('SELECT 1 FROM concern WHERE survey = ? AND variable = ?')
    .get(stored.id, name);
  if (isConcern !== undefined) throw new Problem('derived.isConcern', { variable: name });
  const used = designVariables(stored.roles).find(({ variable }) => variable === name);
  if (used) throw new Problem('derived.hasRole', { variable: name, role: phrase(`${used.role}Role`) });
}

function dependentsOf(
  study: StudyFile,
  { id }: StoredSurvey,
  all: readonly DerivedVariable[],
  name: string,
): string[] {
  const uses = ({ definition }: DerivedVariable): boolean =>
    sourcesOf(definition).some((source) => sameName(source, name));
  const variables = all.filter((one) => one.name !== name && uses(one));
  const sets = responseSetsOf(study, id).filter((set) => set.variables.includes(name));
  return [...variables, ...sets].map((one) => one.name);
}

async function derivedStates(reference: SurveyReference): Promise<{ derived: DerivedState[] }> {
  const survey = await openSurveyData(reference);
  const study = readStudy(reference.study);
  try {
    const stored = surveyOf(study, reference.survey);
    const variables = studyVariables(study, stored);
    const states: DerivedState[] = [];
    for (const one of variables.derived) {
      const derivation = variables.derivations.active.find(({ variable }) => variable.name === one.name);
      const inactive = variables.derivations.inactive.find(({ derived: other }) => other === one);
      const problem = inactive?.problem ?? (await problemWith(survey, one.name));
      states.push({
        ...one,
        valueLabels: [...one.valueLabels],
        definition: one.definition as Given['definition'],
        sources: derivation ? [...new Set(derivation.sources.values())] : [],
        usedBy: dependentsOf(study, stored, variables.derived, one.name),
        problem: problem && problemMessage(problem),
      });
    }
    return { derived: states };
  } finally {
    study.close();
  }
}

async function problemWith(survey: SurveyData, name: string): Promise<Problem | null> {
  try {
    await survey.load([findVariable(survey.variables, name).name]);
    return null;
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
}

function namesIn({ params }: Problem): readonly unknown[] {
  return Array.isArray(params.variables) ? params.variables : [];
}
