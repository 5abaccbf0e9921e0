import type { MultipleResponseSet } from '#engine/survey/multipleResponseSet.ts';
import type { Attribute, MissingRule, Value, Variable } from '#engine/survey/variable.ts';
import type { ColumnProfile } from '../columnProfile.ts';
import type { Loss } from '#engine/survey/loss.ts';
import { isCoarse, toSpssTime } from '../spssTime.ts';
import { declaredWidth } from './savFormats.ts';
import { savMissingRule } from './savMissingRule.ts';
import { shortNames } from './savWriterNames.ts';

export const limits = { label: 255, valueLabel: 120, text: 32_767, fileLabel: 64 } as const;

/** A variable with its place in the file. */
export interface LaidOutVariable {
  readonly variable: Variable;
  readonly profile: ColumnProfile;
  /** Bytes of a text value; 0 for a number. */
  readonly width: number;
  /** The part of the variable's rule that the format can hold. */
  readonly missing: MissingRule;
  readonly segments: readonly Segment[];
  /** 1-based place of the first 8-byte element in a case. */
  readonly firstElement: number;
  /** Makes SPSS's count of seconds of a date that is counted otherwise. */
  readonly convert: ((value: number) => number) | null;
}

/** All that the dictionary says of the file and its variables. */
export interface SavDictionary {
  readonly fileLabel: string;
  readonly documents: readonly string[];
  readonly attributes?: readonly Attribute[];
  readonly weight: string | null;
  readonly createdAt: string;
  readonly rowCount: number;
  readonly multipleResponseSets: readonly MultipleResponseSet[];
  readonly variables: readonly Variable[];
  readonly profiles: readonly ColumnProfile[];
  /** Bytes to keep for a text variable, by name; otherwise its longest value. */
  readonly widths: Readonly<Record<string, number>>;
  /** What a variable was called before its name had to change, by its name here. */
  readonly originalNames: ReadonlyMap<string, string>;
}

/** A string over 255 bytes is written as several strings that readers put together again. */
export interface Segment {
  readonly shortName: string;
  /** 0 for a number. */
  readonly width: number;
  /** 8-byte elements a case. */
  readonly elements: number;
}

export interface Layout {
  readonly variables: readonly LaidOutVariable[];
  readonly elementsPerCase: number;
  readonly losses: Loss[];
}

/** Gives every variable its short name, width, segments and place in a case. */
export function layOut(survey: SavDictionary): Layout {
  const losses: Loss[] = [];
  const widths = survey.variables.map((variable, index) =>
    survey.profiles[index].kind === 'numeric'
      ? 0
      : textWidth(variable, survey.profiles[index], survey.widths),
  );
  const segmentWidths = widths.map(splitWidth);
  const names = shortNames(
    survey.variables.map((variable) => variable.name),
    segmentWidths.map((segments) => segments.length),
  );
  let element = 1;
  const variables = survey.variables.map((variable, index) => {
    const segments = segmentWidths[index].map((width, segment) => ({
      shortName: names[index][segment],
      width,
      elements: Math.max(1, Math.ceil(width / 8)),
    }));
    const profile = survey.profiles[index];
    const width = widths[index];
    const convert = toSpssTime(variable);
    const laidOut: LaidOutVariable = {
      variable: { ...variable, valueLabels: writableLabels(variable, convert, losses) },
      profile,
      width,
      missing: writableRule(variable, profile, width, convert, losses),
      segments,
      firstElement: element,
      convert,
    };
    if (isCoarse(variable))
      losses.push({ variable: variable.name, kind: 'dateUnit', count: profile.present });
    element += segments.reduce((sum, segment) => sum + segment.elements, 0);
    return laidOut;
  });
  return { variables, elementsPerCase: element - 1, losses };
}

/** Bytes for the longest text, for the longest that a label or a missing code speaks of, and as many as the file gave it. */
function textWidth(
  { name, valueLabels, missing, display }: Variable,
  { bytes }: ColumnProfile,
  widths: SavDictionary['widths'],
): number {
  const spokenOf = [...valueLabels.map(({ value }) => value), ...missing.codes];
  const longest = spokenOf.reduce<number>(
    (most, value) => Math.max(most, Buffer.byteLength(String(value))),
    Math.max(bytes, declaredWidth(display)),
  );
  // A variable may be called `constructor`, as every object of JavaScript has one.
  const wanted = Object.hasOwn(widths, name) ? widths[name] : longest;
  return Math.min(Math.max(1, wanted), limits.text);
}

/** Labels of values that this variable can hold: Stata's `.a` is none of a number's. */
function writableLabels(
  variable: Variable,
  convert: LaidOutVariable['convert'],
  losses: Loss[],
): Variable['valueLabels'] {
  const isText = variable.type === 'text';
  const fitting = variable.valueLabels.filter(({ value }) => (typeof value === 'string') === isText);
  const count = variable.valueLabels.length - fitting.length;
  if (count > 0) losses.push({ variable: variable.name, kind: 'valueLabel', count });
  if (convert === null) return fitting;
  return fitting.map(({ value, label }) => ({ value: converted(value, convert), label }));
}

/** The part of a missing rule that the format can hold. */
function writableRule(
  variable: Variable,
  profile: ColumnProfile,
  width: number,
  convert: LaidOutVariable['convert'],
  losses: Loss[],
): MissingRule {
  const { rule, lost } = savMissingRule(variable, profile, width > 0);
  if (lost > 0) losses.push({ variable: variable.name, kind: 'missingRule', count: lost });
  if (convert === null) return rule;
  const end = (value: number | null): number | null => (value === null ? null : convert(value));
  return {
    codes: rule.codes.map((code) => converted(code, convert)),
    range: rule.range && { low: end(rule.range.low), high: end(rule.range.high) },
  };
}

function converted(value: Value, convert: (value: number) => number): Value {
  return typeof value === 'number' ? convert(value) : value;
}

/** Widths of the segments of a string: 255 for all but the last, each of them standing for 252 bytes. */
function splitWidth(width: number): number[] {
  if (width <= 255) return [width];
  const count = Math.ceil(width / 252);
  return Array.from({ length: count }, (_, segment) => (segment < count - 1 ? 255 : width - segment * 252));
}
