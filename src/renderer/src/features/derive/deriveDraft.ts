import type { DerivedDefinition, DerivedState, DerivedVariable } from '#contract/derived.ts';
import type { Value } from '#contract/source.ts';
import { numberOf, numbersOf } from './numberText.ts';

export const derivedKinds = [
  'recode',
  'band',
  'topBox',
  'count',
  'combine',
  'expression',
  'standardise',
] as const;
export type DerivedKind = (typeof derivedKinds)[number];

export interface RangeDraft {
  readonly low: string;
  readonly high: string;
  readonly to: string;
}

export interface RuleDraft {
  readonly when: string;
  readonly to: string;
}

/** A derived variable as it is being typed. Codes are texts: `.` is missing, empty is not said. */
export interface DeriveDraft {
  kind: DerivedKind;
  name: string;
  label: string;
  /** Labels of new codes, by code as text. */
  labels: Readonly<Record<string, string>>;
  source: string | null;
  /** Recode: the new code for each old value, by the value as text. */
  to: ReadonlyMap<Value, string>;
  ranges: readonly RangeDraft[];
  keepOthers: boolean;
  whenMissing: string;
  cuts: string;
  closed: 'left' | 'right';
  by: 'cuts' | 'quantiles';
  groups: string;
  weighted: boolean;
  codes: readonly Value[];
  sources: readonly string[];
  minimumValid: string;
  rules: readonly RuleDraft[];
  otherwise: string;
  expression: string;
}

export const missingText = '.';

export const emptyDraft = (): DeriveDraft => ({
  kind: 'recode',
  name: '',
  label: '',
  labels: {},
  source: null,
  to: new Map(),
  ranges: [],
  keepOthers: false,
  whenMissing: '',
  cuts: '',
  closed: 'left',
  by: 'cuts',
  groups: '5',
  weighted: false,
  codes: [],
  sources: [],
  minimumValid: '1',
  rules: [{ when: '', to: '1' }],
  otherwise: '0',
  expression: '',
});

/** A code as typed; `undefined` where nothing, or no number, is typed. */
function codeOf(text: string): number | null | undefined {
  return text.trim() === missingText ? null : (numberOf(text) ?? undefined);
}

type Recode = Extract<DerivedDefinition, { kind: 'recode' }>;

/** Values with the same new code make one rule, in the order of the values; ranges follow. */
function recodeOf(draft: DeriveDraft, source: string): Recode | null {
  const byCode = new Map<number | null, Value[]>();
  for (const [value, text] of draft.to) {
    const code = codeOf(text);
    if (code === undefined) continue;
    byCode.set(code, [...(byCode.get(code) ?? []), value]);
  }
  const rules: Recode['rules'] = [...byCode].map(([to, values]) => ({ values, ranges: [], to }));
  for (const { low, high, to } of draft.ranges) {
    const code = codeOf(to);
    const range = { low: numberOf(low), high: numberOf(high) };
    if (code === undefined || (range.low === null && range.high === null)) continue;
    rules.push({ values: [], ranges: [range], to: code });
  }
  const otherwise = draft.keepOthers ? 'keep' : 'missing';
  return rules.length > 0
    ? { kind: 'recode', source, rules, otherwise, whenMissing: numberOf(draft.whenMissing) }
    : null;
}

function bandOf(draft: DeriveDraft, source: string): DerivedDefinition | null {
  if (draft.by === 'quantiles') {
    const groups = numberOf(draft.groups);
    return groups !== null && Number.isInteger(groups) && groups >= 2 && groups <= 100
      ? { kind: 'band', source, by: { how: 'quantiles', groups, weighted: draft.weighted } }
      : null;
  }
  const cuts = numbersOf(draft.cuts);
  return cuts && cuts.length > 0
    ? { kind: 'band', source, by: { how: 'cuts', cuts: [...cuts], closed: draft.closed } }
    : null;
}

function combineOf({ rules, otherwise }: DeriveDraft): DerivedDefinition | null {
  const said = rules.flatMap(({ when, to }) => {
    const code = codeOf(to);
    return when.trim() === '' || code === undefined ? [] : [{ when: when.trim(), to: code }];
  });
  return said.length > 0 ? { kind: 'combine', rules: said, otherwise: codeOf(otherwise) ?? null } : null;
}

/** What the draft says so far; `null` while something that it needs is not there yet. */
export function definitionOf(draft: DeriveDraft): DerivedDefinition | null {
  const { kind, source, codes, sources, expression } = draft;
  if (kind === 'combine') return combineOf(draft);
  if (kind === 'expression') return expression.trim() ? { kind, expression: expression.trim() } : null;
  if (kind === 'count') {
    const minimumValid = numberOf(draft.minimumValid) ?? 1;
    return sources.length > 0 && codes.length > 0
      ? { kind, sources: [...sources], codes: [...codes], minimumValid }
      : null;
  }
  if (source === null) return null;
  if (kind === 'recode') return recodeOf(draft, source);
  if (kind === 'band') return bandOf(draft, source);
  if (kind === 'topBox') return codes.length > 0 ? { kind, source, codes: [...codes] } : null;
  return { kind, source, weighted: draft.weighted };
}

/** Codes that the definition gives and that can have labels of their own. */
export function newCodes(draft: DeriveDraft): readonly number[] {
  const definition = definitionOf(draft);
  if (definition?.kind === 'topBox') return [0, 1];
  if (definition?.kind !== 'recode' && definition?.kind !== 'combine') return [];
  const { otherwise } = definition;
  const rest = definition.kind === 'recode' ? definition.whenMissing : null;
  const all = [...definition.rules.map(({ to }) => to), otherwise, rest];
  return [...new Set(all.filter((code) => typeof code === 'number'))].toSorted((a, b) => a - b);
}

const measures = {
  recode: 'ordinal',
  band: 'ordinal',
  topBox: 'nominal',
  count: 'scale',
  combine: 'nominal',
  expression: 'scale',
  standardise: 'scale',
} as const;

export function variableOf(draft: DeriveDraft): DerivedVariable | null {
  const definition = definitionOf(draft);
  if (!definition) return null;
  const valueLabels = newCodes(draft).flatMap((value) => {
    const label = draft.labels[String(value)]?.trim() ?? '';
    return label ? [{ value, label }] : [];
  });
  return {
    name: draft.name.trim(),
    label: draft.label.trim(),
    measure: measures[draft.kind],
    valueLabels,
    definition,
  };
}

const codeText = (code: number | null): string => (code === null ? missingText : String(code));

/** A kept variable, to be edited. */
export function draftOf({ name, label, valueLabels, definition }: DerivedState): DeriveDraft {
  const labels = Object.fromEntries(valueLabels.map((one) => [String(one.value), one.label]));
  const draft: DeriveDraft = { ...emptyDraft(), kind: definition.kind, name, label, labels };
  if ('source' in definition) draft.source = definition.source;
  switch (definition.kind) {
    case 'recode':
      draft.to = new Map(
        definition.rules.flatMap(({ values, to }) => values.map((value) => [value, codeText(to)] as const)),
      );
      draft.ranges = definition.rules.flatMap(({ ranges, to }) =>
        ranges.map(({ low, high }) => ({
          low: low === null ? '' : String(low),
          high: high === null ? '' : String(high),
          to: codeText(to),
        })),
      );
      draft.keepOthers = definition.otherwise === 'keep';
      draft.whenMissing = definition.whenMissing === null ? '' : String(definition.whenMissing);
      break;
    case 'band':
      draft.by = definition.by.how;
      if (definition.by.how === 'cuts') {
        draft.cuts = definition.by.cuts.join(', ');
        draft.closed = definition.by.closed;
      } else {
        draft.groups = String(definition.by.groups);
        draft.weighted = definition.by.weighted;
      }
      break;
    case 'combine':
      draft.rules = definition.rules.map(({ when, to }) => ({ when, to: codeText(to) }));
      draft.otherwise = definition.otherwise === null ? '' : String(definition.otherwise);
      break;
    case 'topBox':
      draft.codes = definition.codes;
      break;
    case 'count':
      draft.sources = definition.sources;
      draft.codes = definition.codes;
      draft.minimumValid = String(definition.minimumValid);
      break;
    case 'standardise':
      draft.weighted = definition.weighted;
      break;
    case 'expression':
      draft.expression = definition.expression;
  }
  return draft;
}
