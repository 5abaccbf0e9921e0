import type { Value, ValueLabel, Variable } from '#engine/survey/variable.ts';
import type { ColumnProfile } from '../columnProfile.ts';
import { isMissing } from '../isMissing.ts';
import type { Loss } from '#engine/survey/loss.ts';
import { daysTo1960, secondsOfDay } from '../spssTime.ts';
import { dtaNames, first } from './dtaNames.ts';
import { dtaTime } from './dtaTime.ts';
import type { DtaType } from './dtaType.ts';

/** Characters of labels; bytes of texts and characteristics; how many notes. */
export const dtaLimits = {
  label: 80,
  valueLabel: 32_000,
  shortText: 2045,
  characteristic: 67_783,
  notes: 9999,
} as const;

/** A variable with its place in a row and what stands for its values. */
export interface LaidOutDtaVariable {
  readonly name: string;
  readonly originalName: string;
  readonly label: string;
  readonly type: DtaType;
  readonly format: string;
  readonly valueLabels: readonly ValueLabel[];
  /** Makes Stata's count of days or milliseconds of SPSS's seconds. */
  readonly convert: ((value: number) => number) | null;
  /** The letter, 1 for `.a`, that each value declared as missing becomes. */
  readonly letters: ReadonlyMap<number, number>;
  readonly translations: readonly DtaTranslation[];
}

/** The words of a variable in a further language; `set` is the name of its value labels. */
interface DtaTranslation {
  readonly language: string;
  readonly label: string;
  readonly set: string;
  readonly valueLabels: readonly ValueLabel[];
}

const letterCount = 26;

/**
 * Types as narrow as their values allow, and `.a`–`.z` for codes that are declared as missing.
 *
 * @param languages by the names that translations have, as Stata can be told them.
 */
export function layOutDta(
  variables: readonly Variable[],
  profiles: readonly ColumnProfile[],
  languages: ReadonlyMap<string, string>,
  losses: Loss[],
): LaidOutDtaVariable[] {
  const names = dtaNames(variables.map(({ name }) => name));
  const sets = setNames(variables, names, languages);
  return variables.map((variable, index) => {
    const profile = profiles[index];
    const name = names[index];
    const lose = (kind: Loss['kind'], count: number, becomes?: string): void => {
      if (count > 0) losses.push({ variable: variable.name, kind, count, ...(becomes && { becomes }) });
    };
    if (name !== variable.name) lose('name', 1, name);
    const spoken = (variable.translations ?? []).filter(({ language }) => languages.has(language));
    const isLong = ({ label }: { readonly label: string }): boolean =>
      first(label, dtaLimits.label) !== label;
    lose('label', [variable, ...spoken].filter(isLong).length);
    const time = dtaTimeOf(variable, profile);
    const letters = profile.kind === 'text' ? new Map<number, number>() : lettersOf(variable, profile, lose);
    if (profile.kind === 'text') {
      lose('missingRule', variable.missing.codes.length + Number(variable.missing.range !== null));
    }
    return {
      name,
      originalName: variable.name,
      label: first(variable.label, dtaLimits.label),
      type: typeOf(profile, time),
      format: formatOf(variable, profile, time),
      valueLabels: labelsOf(variable, profile, letters, lose),
      convert: time?.convert ?? null,
      letters,
      translations: spoken.map(({ language, label, valueLabels }, place) => ({
        language: languages.get(language)!,
        label: first(label, dtaLimits.label),
        set: sets[index][place],
        valueLabels: labelsOf({ ...variable, valueLabels }, profile, letters, () => undefined),
      })),
    };
  });
}

/** Names for the sets of value labels in further languages, by variable: those of the variables are taken. */
function setNames(
  variables: readonly Variable[],
  names: readonly string[],
  languages: ReadonlyMap<string, string>,
): string[][] {
  const wanted = variables.map(({ translations = [] }, index) =>
    translations.flatMap(({ language }) => {
      const spoken = languages.get(language);
      return spoken === undefined ? [] : [`${first(names[index], 31 - spoken.length)}_${spoken}`];
    }),
  );
  const given = dtaNames([...names, ...wanted.flat()]).slice(names.length);
  return wanted.map((own) => given.splice(0, own.length));
}

interface DtaTimeOf {
  readonly format: string;
  readonly convert: ((value: number) => number) | null;
  /** Whether what comes out is whole wherever what goes in is. */
  readonly whole: boolean;
}

const scaleFormats = {
  millisecond: '%tc',
  day: '%td',
  week: '%tw',
  month: '%tm',
  quarter: '%tq',
  halfYear: '%th',
} as const;

/** Stata has no times without a day: this shows none. */
const clockFormat = '%tcHH:MM:SS';

function dtaTimeOf({ type, timeScale }: Variable, { wholeDays }: ColumnProfile): DtaTimeOf | null {
  if (timeScale !== undefined) {
    const format = type === 'time' ? clockFormat : scaleFormats[timeScale.unit];
    return { format, convert: null, whole: true };
  }
  switch (type) {
    case 'date':
      return { format: '%td', convert: (seconds) => seconds / secondsOfDay - daysTo1960, whole: wholeDays };
    case 'datetime':
      return {
        format: '%tc',
        convert: (seconds) => (seconds - daysTo1960 * secondsOfDay) * 1000,
        whole: false,
      };
    case 'time':
      return { format: clockFormat, convert: (seconds) => seconds * 1000, whole: false };
    default:
      return null;
  }
}

function typeOf(profile: ColumnProfile, time: DtaTimeOf | null): DtaType {
  if (profile.kind === 'text') {
    return profile.bytes > dtaLimits.shortText
      ? { kind: 'longText', width: 8 }
      : { kind: 'text', width: Math.max(1, profile.bytes) };
  }
  const convert = time?.convert ?? ((value: number) => value);
  const low = profile.present === 0 ? 0 : convert(profile.low);
  const high = profile.present === 0 ? 0 : convert(profile.high);
  const whole = profile.whole && (time?.whole ?? true);
  if (whole && low >= -127 && high <= 100) return { kind: 'byte', width: 1 };
  if (whole && low >= -32_767 && high <= 32_740) return { kind: 'int', width: 2 };
  if (whole && low >= -2_147_483_647 && high <= 2_147_483_620) return { kind: 'long', width: 4 };
  const fitsFloat =
    (time === null || time.convert === null) && profile.fitsFloat && Math.max(-low, high) < 1.7e38;
  return fitsFloat ? { kind: 'float', width: 4 } : { kind: 'double', width: 8 };
}

/** The file's own format where it says the same thing, else a usual one. */
function formatOf(variable: Variable, { kind, bytes }: ColumnProfile, time: DtaTimeOf | null): string {
  const { type, display } = variable;
  if (display?.program === 'stata' && isPossible(display.format, variable, kind)) return display.format;
  if (type === 'text' || kind === 'text') {
    return bytes > dtaLimits.shortText ? '%-9s' : `%-${Math.max(1, Math.min(bytes, 80))}s`;
  }
  return time?.format ?? '%10.0g';
}

function isPossible(format: string, { type, timeScale }: Variable, kind: ColumnProfile['kind']): boolean {
  if (type === 'text' || kind === 'text') return /^%[-~]?\d{1,4}s$/.test(format);
  const said = dtaTime(format);
  return (
    /^%[-0]*[\w.,:/+!]{1,54}$/.test(format) &&
    !format.endsWith('s') &&
    said.type === type &&
    said.timeScale?.unit === timeScale?.unit
  );
}

type Lose = (kind: Loss['kind'], count: number, becomes?: string) => void;

/** Letters that the variable does not use yet, in the order of the codes; values of a range after single codes. */
function lettersOf(
  { missing, valueLabels }: Variable,
  profile: ColumnProfile,
  lose: Lose,
): Map<number, number> {
  const letters = new Map<number, number>();
  const codes = missing.codes.filter((code) => typeof code === 'number');
  const found = [...(profile.counts?.keys() ?? []), ...valueLabels.map(({ value }) => value)];
  const inRange = found.filter(
    (value): value is number =>
      typeof value === 'number' &&
      !codes.includes(value) &&
      isMissing(value, { codes: [], range: missing.range }),
  );
  const used = new Set(
    Array.from({ length: letterCount }, (_, index) => index + 1).filter(
      (letter) =>
        profile.reasons[letter + 1] > 0 || valueLabels.some(({ value }) => value === letterName(letter)),
    ),
  );
  const free = Array.from({ length: letterCount }, (_, index) => index + 1).filter((one) => !used.has(one));
  const wanted = [...new Set([...codes, ...inRange.toSorted((one, other) => one - other)])];
  wanted.slice(0, free.length).forEach((code, index) => letters.set(code, free[index]));
  if (letters.size > 0) {
    const written = [...letters].map(([code, letter]) => `${code} → ${letterName(letter)}`).join(', ');
    lose('missingCode', letters.size, written);
  }
  const rangeLost = missing.range !== null && profile.counts === null ? 1 : 0;
  lose('missingRule', wanted.length - letters.size + rangeLost);
  return letters;
}

/** `.a` for 1. */
export function letterName(letter: number): string {
  return `.${String.fromCharCode(96 + letter)}`;
}

/** Labels of whole numbers and of `.a`–`.z`; Stata keeps no others. */
function labelsOf(
  { valueLabels }: Variable,
  profile: ColumnProfile,
  letters: ReadonlyMap<number, number>,
  lose: Lose,
): ValueLabel[] {
  const kept = valueLabels.flatMap(({ value, label }): ValueLabel[] => {
    if (profile.kind === 'text') return [];
    const stands: Value =
      typeof value === 'number' && letters.has(value) ? letterName(letters.get(value)!) : value;
    const possible =
      typeof stands === 'number'
        ? Number.isInteger(stands) && Math.abs(stands) < 2_147_483_620
        : /^\.[a-z]$/.test(stands);
    return possible ? [{ value: stands, label: first(label, dtaLimits.valueLabel) }] : [];
  });
  lose('valueLabel', valueLabels.length - kept.length);
  return kept;
}
