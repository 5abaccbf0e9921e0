import { definition } from '#contract/derived.ts';
import type { MissingMark } from '#contract/source.ts';
import { phrase } from '#engine/survey/phrase.ts';
import { Problem } from '#engine/survey/problem.ts';
import type { Value } from '#engine/survey/variable.ts';
import { derivedVariablesOf, type DerivedVariable } from '#project/derivedVariables.ts';
import type { StudyFile } from '#project/studyFile.ts';
import type { StoredSurvey } from '#project/surveys.ts';
import { editsOf } from '#project/variableEdits.ts';
import { variablesOf, type StoredVariable } from '#project/variables.ts';
import { derivationsOf, type Derivations, type StudyVariable } from './derivations.ts';
import { marksByVariable } from './missing.ts';

export interface StudyVariables {
  /** Those of the file, then those derived from them that can be computed. */
  readonly all: readonly StudyVariable[];
  readonly ofFile: readonly StoredVariable[];
  readonly derived: readonly DerivedVariable[];
  readonly derivations: Derivations;
  readonly marks: ReadonlyMap<string, readonly Value[]>;
}

/**
 * The variables of a survey in a study, as the user sees them.
 *
 * @param more codes to set aside beside those that the study keeps; `*` means variables of the file.
 * @param change of the derived variables, to try what is not saved.
 */
export function studyVariables(
  study: StudyFile,
  { id, roles }: Pick<StoredSurvey, 'id' | 'roles'>,
  more: readonly MissingMark[] = [],
  change: (derived: readonly DerivedVariable[]) => readonly DerivedVariable[] = (derived) => derived,
): StudyVariables {
  const ofFile = variablesOf(study, id);
  const derived = change(derivedVariablesOf(study, id).map((one) => checked(study, one)));
  const edits = editsOf(study, id);
  const everywhere = more.filter(({ variable }) => variable === '*');
  const byName = more.filter(({ variable }) => variable !== '*');
  const firstLook = derivationsOf(ofFile, derived, edits, new Map(), roles.weight);
  const known = [...ofFile, ...firstLook.active.map(({ variable }) => variable)];
  const given = [marksByVariable(ofFile, everywhere), marksByVariable(known, byName)];
  const marks = new Map(
    known.map(({ name, marked }) => [
      name,
      [...new Set([...marked, ...given.flatMap((one) => one.get(name) ?? [])])],
    ]),
  );
  const derivations = derivationsOf(ofFile, derived, edits, marks, roles.weight);
  const all = [...ofFile, ...derivations.active.map(({ variable }) => variable)];
  return { all, ofFile, derived, derivations, marks };
}

/** A study may come from elsewhere: a definition that is none is refused before it is computed. */
function checked(study: StudyFile, one: DerivedVariable): DerivedVariable {
  if (definition.safeParse(one.definition).success) return one;
  throw new Problem('study.damaged', {
    study: study.path,
    detail: phrase('definitionOf', { variable: one.name }),
  });
}
