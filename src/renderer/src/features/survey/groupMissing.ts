import type { Output } from '#contract/index.ts';
import type { Value } from '#contract/source.ts';

type NoticedMissing = Output<'survey.notice'>['missing'][number];

export interface MissingGroup {
  readonly key: string;
  readonly codes: readonly { readonly value: Value; readonly label: string }[];
  /** Answers with one of these codes, over all variables of the group. */
  readonly answers: number;
  readonly variables: readonly NoticedMissing[];
}

/** Files mix ' and ’, capitals and spaces in labels that say the same. */
const plain = (label: string): string =>
  label
    .trim()
    .replace(/[‘’`]/g, "'")
    .replace(/\s*\/\s*/g, '/')
    .toLocaleLowerCase();

/** Variables that share the same undeclared missing codes and labels, largest group first. */
export function groupMissing(noticed: readonly NoticedMissing[]): readonly MissingGroup[] {
  const groups = new Map<string, NoticedMissing[]>();
  for (const variable of noticed) {
    const key = JSON.stringify(variable.codes.map(({ value, label }) => [value, plain(label)]));
    const group = groups.get(key);
    if (group) group.push(variable);
    else groups.set(key, [variable]);
  }
  return [...groups]
    .map(([key, variables]) => ({
      key,
      codes: variables[0].codes.map(({ value, label }) => ({ value, label })),
      answers: variables.flatMap(({ codes }) => codes).reduce((sum, { n }) => sum + n, 0),
      variables,
    }))
    .sort((a, b) => b.variables.length - a.variables.length || b.answers - a.answers);
}
