import { renameDesign } from '../design/designVariables.ts';
import { concernsOf, setConcerns } from '#project/concerns.ts';
import { responseSetsOf, setResponseSets } from '#project/responseSets.ts';
import type { StudyFile } from '#project/studyFile.ts';
import { setRoles, type StoredSurvey } from '#project/surveys.ts';
import { editsOf, saveEdit } from '#project/variableEdits.ts';

/** Names that a file has in other capital and small letters, with the spelling that it has. */
export function respelled(before: readonly string[], after: readonly string[]): Map<string, string> {
  const now = new Set(after);
  const was = new Set(before);
  const spelling = new Map<string, string>();
  for (const name of before) {
    if (now.has(name)) continue;
    const same = after.filter((one) => one.toLowerCase() === name.toLowerCase() && !was.has(one));
    if (same.length === 1) spelling.set(name, same[0]);
  }
  return spelling;
}

/** Lets what was said about variables follow to their new spelling. Call within a transaction. */
export function respell(
  study: StudyFile,
  { id, roles }: StoredSurvey,
  spelling: ReadonlyMap<string, string>,
): void {
  if (spelling.size === 0) return;
  const called = (name: string): string => spelling.get(name) ?? name;
  setRoles(study, id, renameDesign(roles, called));
  setConcerns(
    study,
    id,
    concernsOf(study, id).map((one) => ({ ...one, variable: called(one.variable) })),
  );
  setResponseSets(
    study,
    id,
    responseSetsOf(study, id).map((one) => ({ ...one, variables: one.variables.map(called) })),
  );
  for (const [name, edit] of editsOf(study, id)) {
    if (!spelling.has(name)) continue;
    saveEdit(study, id, name, {});
    saveEdit(study, id, called(name), edit);
  }
}
