import type { DerivedKind } from './deriveDraft.ts';

const endings: Readonly<Record<DerivedKind, string>> = {
  recode: '_r',
  band: '_band',
  topBox: '_top',
  count: '_count',
  combine: 'combined',
  expression: 'computed',
  standardise: '_z',
};

/** A name that no variable has yet: `Q5_band`, `Q5_band2`. */
export function suggestName(kind: DerivedKind, source: string | null, taken: ReadonlySet<string>): string {
  const ending = endings[kind];
  const base = ending.startsWith('_') ? (source ?? '') + (source === null ? '' : ending) : ending;
  if (base === '') return '';
  const lower = new Set([...taken].map((name) => name.toLowerCase()));
  let name = base;
  for (let number = 2; lower.has(name.toLowerCase()); number++) name = `${base}${number}`;
  return name;
}
