import type { Value, Variable } from '#engine/survey/variable.ts';
import type { ColumnProfile } from '../columnProfile.ts';
import { isMissing } from '../isMissing.ts';

/** What a codebook says of one variable. */
export interface CodebookEntry {
  readonly variable: Variable;
  /** Rows with a value that counts, and rows without: system-missing and declared. Of a text, `''` is a value. */
  readonly valid: number;
  readonly missing: number;
  /** Of valid numbers; `null` where there are none, or where too many different values hide which are missing. */
  readonly low: number | null;
  readonly high: number | null;
  readonly codes: readonly CodebookCode[];
}

/** One labelled or missing value, with the rows that have it: `null` where nobody counted. */
export interface CodebookCode {
  readonly value: Value;
  readonly label: string;
  readonly isMissing: boolean;
  readonly n: number | null;
}

/** Labelled values in the order of the file, then missing codes without a label, then Stata's `.a`–`.z`. */
export function codebookOf(
  variables: readonly Variable[],
  profiles: readonly ColumnProfile[],
): CodebookEntry[] {
  return variables.map((variable, index) => entryOf(variable, profiles[index]));
}

function entryOf(variable: Variable, profile: ColumnProfile): CodebookEntry {
  const absent = profile.reasons.reduce((sum, count) => sum + count, 0);
  const codes: CodebookCode[] = variable.valueLabels.map(({ value, label }) =>
    codeOf(variable, profile, value, label),
  );
  const listed = new Set(codes.map(({ value }) => value));
  const add = (value: Value): void => {
    if (listed.has(value)) return;
    listed.add(value);
    codes.push(codeOf(variable, profile, value, ''));
  };
  variable.missing.codes.forEach(add);
  profile.reasons.forEach((count, reason) => {
    if (reason > 1 && count > 0) add(`.${String.fromCharCode(95 + reason)}`);
  });
  const numbers = [...(profile.counts?.keys() ?? [])].filter(
    (value): value is number => typeof value === 'number' && !isMissing(value, variable.missing),
  );
  const known = profile.counts !== null || profile.declared === 0;
  const ends =
    profile.counts === null ? [profile.low, profile.high] : [Math.min(...numbers), Math.max(...numbers)];
  const end = (value: number): number | null => (known && Number.isFinite(value) ? value : null);
  return {
    variable,
    valid: profile.present - profile.declared,
    missing: profile.declared + absent,
    low: end(ends[0]),
    high: end(ends[1]),
    codes,
  };
}

function codeOf(variable: Variable, profile: ColumnProfile, value: Value, label: string): CodebookCode {
  const reason = profile.kind === 'numeric' ? reasonOf(value) : null;
  if (reason !== null) return { value, label, isMissing: true, n: profile.reasons[reason] };
  return {
    value,
    label,
    isMissing: isMissing(value, variable.missing),
    n: profile.counts === null ? null : (profile.counts.get(value) ?? 0),
  };
}

/** 2–27 for `.a`–`.z`. */
function reasonOf(value: Value): number | null {
  return typeof value === 'string' && /^\.[a-z]$/.test(value) ? value.charCodeAt(1) - 95 : null;
}

/** `90 to highest`; `null` where no range is declared. */
export function rangeText({ missing }: Variable): string | null {
  if (missing.range === null) return null;
  const { low, high } = missing.range;
  return `${low ?? 'lowest'} to ${high ?? 'highest'}`;
}
