import type { LeftOut } from '#contract/personal.ts';
import type { SurveyFile } from '#formats/surveyFile.ts';

/** A set needs two variables to choose from. */
const fewestMembers = 2;

/**
 * The file as if it had never held the variables named: neither their values nor anything said about them is
 * given out. A name is read exactly, else in any letter case; `unknown` are those that this file does not have.
 */
export function leaveOut(
  file: SurveyFile,
  names: readonly string[],
): { readonly file: SurveyFile; readonly leftOut: LeftOut; readonly unknown: readonly string[] } {
  const known = new Set(file.variables.map(({ name }) => name));
  const unwanted = new Set<string>();
  const unknown: string[] = [];
  for (const name of names) {
    const same = known.has(name)
      ? [name]
      : [...known].filter((one) => one.toLowerCase() === name.toLowerCase());
    if (same.length === 0) unknown.push(name);
    for (const one of same) unwanted.add(one);
  }
  const isKept = (name: string): boolean => !unwanted.has(name);
  const variables = file.variables.filter(({ name }) => isKept(name));
  const kept = variables.map(({ name }) => name);
  const sets = file.multipleResponseSets.map((set) => ({ ...set, variables: set.variables.filter(isKept) }));
  const weight = file.weight === null || isKept(file.weight) ? null : file.weight;
  return {
    file: {
      ...file,
      variables,
      weight: weight === null ? file.weight : null,
      multipleResponseSets: sets.filter(
        (set, place) =>
          set.variables.length === file.multipleResponseSets[place].variables.length ||
          set.variables.length >= fewestMembers,
      ),
      read: (options = {}) => file.read({ ...options, variables: options.variables ?? kept }),
      close: () => file.close(),
    },
    unknown,
    leftOut: {
      variables: file.variables.flatMap(({ name }) => (isKept(name) ? [] : [name])),
      weight,
      sets: file.multipleResponseSets
        .map(({ name, label, variables: members }) => ({
          name,
          label,
          variables: members.filter((member) => !isKept(member)),
        }))
        .filter((set) => set.variables.length > 0),
    },
  };
}
