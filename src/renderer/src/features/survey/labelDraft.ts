import type { Value } from '#contract/source.ts';
import type { VariableSummary } from '#contract/variable.ts';
import type { Distribution, VariableChange } from '../../stores/variables.ts';
import { numberOf } from '../derive/numberText.ts';

/** What is said about a variable, as it is being typed. */
export interface LabelDraft {
  label: string;
  codes: readonly CodeDraft[];
  /** Codes with commas or spaces between them. */
  missing: string;
  low: string;
  high: string;
}

export interface CodeDraft {
  /** `null`: a code that is being added. */
  readonly value: Value | null;
  readonly text: string;
  readonly label: string;
}

const listedAtMost = 200;

/** Every code that has a label or was answered; of a continuous variable, the labelled ones. */
export function labelDraftOf(variable: VariableSummary, distribution: Distribution | null): LabelDraft {
  const labels = new Map(variable.valueLabels.map(({ value, label }) => [value, label]));
  const answered = (distribution?.categories ?? []).flatMap(({ value }) => (value === null ? [] : [value]));
  const values = [...new Set<Value>([...labels.keys(), ...answered])].slice(0, listedAtMost);
  if (values.every((value) => typeof value === 'number')) values.sort((a, b) => Number(a) - Number(b));
  const { codes, range } = variable.missing;
  return {
    label: variable.label,
    codes: values.map((value) => ({ value, text: String(value), label: labels.get(value) ?? '' })),
    missing: codes.join(', '),
    low: range?.low === null || range === null ? '' : String(range.low),
    high: range?.high === null || range === null ? '' : String(range.high),
  };
}

/** The codes as the variable holds them, or the text that is no code of it. */
export function codesIn(
  text: string,
  { type }: VariableSummary,
): { codes: readonly Value[] } | { wrong: string } {
  const parts = text.split(type === 'text' ? /\s*[,;]\s*/ : /[,;\s]+/).filter((part) => part !== '');
  const codes: Value[] = [];
  for (const part of parts) {
    const code = type === 'text' ? part : numberOf(part);
    if (code === null) return { wrong: part };
    codes.push(code);
  }
  return { codes: [...new Set(codes)] };
}

/** What the draft changes, to be saved; `wrong`: a text that cannot be a code. */
export function labelChange(
  draft: LabelDraft,
  variable: VariableSummary,
): { change: VariableChange } | { wrong: string } {
  const valueLabels: VariableSummary['valueLabels'] = [];
  for (const { value, text, label } of draft.codes) {
    if (label.trim() === '') continue;
    const read = value === null ? codesIn(text, variable) : { codes: [value] };
    if ('wrong' in read) return read;
    if (read.codes.length !== 1) return { wrong: text };
    valueLabels.push({ value: read.codes[0], label: label.trim() });
  }
  const missing = codesIn(draft.missing, variable);
  if ('wrong' in missing) return missing;
  const ends = [draft.low, draft.high].map((text) => ({ text: text.trim(), value: numberOf(text) }));
  const wrongEnd = ends.find(({ text, value }) => text !== '' && value === null);
  if (wrongEnd) return { wrong: wrongEnd.text };
  const [low, high] = ends.map(({ value }) => value);
  const rule = { codes: [...missing.codes], range: low === null && high === null ? null : { low, high } };

  const change: VariableChange = {};
  const label = draft.label.trim();
  if (label !== variable.label) change.label = label;
  if (!same(inOrder(valueLabels), inOrder(variable.valueLabels))) change.valueLabels = valueLabels;
  if (!same(rule, variable.missing)) change.missing = rule;
  return { change };
}

const same = (left: unknown, right: unknown): boolean => JSON.stringify(left) === JSON.stringify(right);
const inOrder = (labels: VariableSummary['valueLabels']): readonly string[] =>
  labels.map(({ value, label }) => JSON.stringify([value, label])).toSorted();

/** Parts of which the file says something else. */
export function editedParts(variable: VariableSummary): readonly ('label' | 'valueLabels' | 'missing')[] {
  const { original } = variable;
  if (!original) return [];
  const parts = ['label', 'valueLabels', 'missing'] as const;
  return parts.filter((part) =>
    part === 'valueLabels'
      ? !same(inOrder(original.valueLabels), inOrder(variable.valueLabels))
      : !same(original[part], variable[part]),
  );
}
