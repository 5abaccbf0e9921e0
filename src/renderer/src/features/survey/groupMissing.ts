import type { Output } from '#contract/index.ts';
import type { Value } from '#contract/source.ts';

type NoticedMissing = Output<'survey.notice'>['missing'][number];

export interface MissingGroup {
  readonly key: string;
  /** What is said for no answer, with all the codes that stand for it in one variable or another. */
  readonly answers: readonly { readonly label: string; readonly values: readonly Value[] }[];
  /** Rows with one of these answers, over all variables of the group. */
  readonly count: number;
  readonly variables: readonly NoticedMissing[];
}

/**
 * Files mix ' and ’, capitals, spaces and punctuation in labels that say the same, and put the code before the
 * label in some of them.
 */
function plain(label: string, value: Value): string {
  const text = label.normalize('NFKC').toLocaleLowerCase().trim();
  const code = String(value);
  const rest = text.startsWith(code) ? text.slice(code.length).replace(/^[\s.:)=–-]+/u, '') : text;
  return (rest || text)
    .replace(/[‘’'`´]/gu, '')
    .replace(/[\p{P}\p{S}\s]+/gu, ' ')
    .trim();
}

const labelOf = ({ value, label }: NoticedMissing['codes'][number]): string => label.trim() || String(value);

/** What is offered and what is marked already, as one entry for each variable. */
export function offeredAndMarked(
  missing: readonly NoticedMissing[],
  marked: readonly NoticedMissing[],
): readonly NoticedMissing[] {
  const byVariable = new Map(marked.map((one) => [one.variable, one]));
  for (const one of missing) {
    const other = byVariable.get(one.variable);
    byVariable.set(one.variable, { ...one, codes: [...(other?.codes ?? []), ...one.codes] });
  }
  return [...byVariable.values()];
}

/** Variables that say the same for no answer, under whatever codes, the largest group first. */
export function groupMissing(noticed: readonly NoticedMissing[]): readonly MissingGroup[] {
  const groups = new Map<string, NoticedMissing[]>();
  for (const variable of noticed) {
    const said = variable.codes.map((code) => plain(labelOf(code), code.value));
    const key = JSON.stringify([...new Set(said)].sort());
    const group = groups.get(key);
    if (group) group.push(variable);
    else groups.set(key, [variable]);
  }
  return [...groups]
    .map(([key, variables]) => ({
      key,
      answers: answersOf(variables),
      count: variables.flatMap(({ codes }) => codes).reduce((sum, { n }) => sum + n, 0),
      variables,
    }))
    .sort((a, b) => b.variables.length - a.variables.length || b.count - a.count);
}

function answersOf(variables: readonly NoticedMissing[]): MissingGroup['answers'] {
  const said = new Map<string, { label: string; values: Set<Value> }>();
  for (const code of variables.flatMap(({ codes }) => codes)) {
    const label = labelOf(code);
    const key = plain(label, code.value);
    const one = said.get(key) ?? { label, values: new Set() };
    said.set(key, { ...one, values: one.values.add(code.value) });
  }
  return [...said.values()]
    .map(({ label, values }) => ({ label, values: [...values].sort(inOrder) }))
    .sort((a, b) => inOrder(a.values[0], b.values[0]));
}

function inOrder(a: Value, b: Value): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return String(a).localeCompare(String(b));
}
