import { phrase } from '#engine/survey/phrase.ts';
import { Problem } from '#engine/survey/problem.ts';
import type { Measure, MissingRule, Value, Variable } from '#engine/survey/variable.ts';
import { derivedFile, type DerivedVariable } from '../derivedFile.ts';
import { noChoices } from '../reading.ts';
import type { SurveyFile } from '../surveyFile.ts';
import type { Codebook, CodebookVariable, Texts, ValidRange } from './codebook.ts';
import { momentOf } from './dateText.ts';
import { datesIn, datesOf } from './datesOf.ts';

/** Below this share of variables that are in the codebook, it is another survey’s. */
const leastShare = 0.5;

/**
 * A data file explained by its codebook: labels, value labels, missing codes and ranges, weight. Variables are found
 * by name, in any case where none has the very name.
 *
 * @throws Problem `file.notItsForm`; `option.invalid` for a language that the codebook lacks.
 */
export async function withCodebook(
  file: SurveyFile,
  codebook: Codebook,
  paths: { readonly file: string; readonly companion: string },
  language?: string,
): Promise<SurveyFile> {
  const { languages } = codebook;
  if (language !== undefined && !languages.includes(language)) {
    throw new Problem('option.invalid', {
      option: phrase('languageOption'),
      value: language,
      allowed: languages.join(', '),
    });
  }
  const spoken = language ?? languages[0] ?? '';
  const find = finder(codebook);
  const found = file.variables.map(({ name }) => find(name));
  const matched = found.filter((entry) => entry !== undefined).length;
  const columns = file.variables.length;
  if (matched === 0 || matched < leastShare * columns) {
    const percent = Math.round((100 * matched) / Math.max(1, columns));
    throw new Problem('file.notItsForm', { ...paths, matched, columns, percent });
  }
  const weight = file.variables.find((_, index) => found[index]?.isWeight === true)?.name;
  const { types, unknown } = await datesOf(
    file,
    file.variables.flatMap((variable, index) => {
      const entry = found[index];
      return variable.type === 'text' && entry?.isDate === true ? [{ variable, entry }] : [];
    }),
  );
  return derivedFile(
    file,
    file.variables.map((variable, index): DerivedVariable => {
      const [entry, type] = [found[index], types.get(variable.name)];
      if (entry === undefined) return { variable, from: variable.name };
      if (type === undefined) return { variable: explained(variable, entry, spoken), from: variable.name };
      return {
        variable: explained({ ...variable, type }, entry, spoken),
        from: variable.name,
        made: (column, rows) => datesIn(column, rows, entry.dateFormat),
      };
    }),
    {
      fileLabel: codebook.title || file.fileLabel,
      weight: weight ?? file.weight,
      choices: {
        ...(file.choices ?? noChoices),
        companion: { kind: 'ddi', path: paths.companion },
        language: spoken === '' ? null : spoken,
        languages: languages.filter((one) => one !== ''),
        ...(unknown.length > 0 && {
          form: { headers: 'names', answers: 'codes', unknownAnswers: unknown },
        }),
      },
    },
  );
}

function finder({ variables }: Codebook): (name: string) => CodebookVariable | undefined {
  const exact = new Map(variables.map((variable) => [variable.name, variable]));
  const loose = new Map(variables.map((variable) => [variable.name.toLowerCase(), variable]));
  return (name) => exact.get(name) ?? loose.get(name.toLowerCase());
}

function explained(variable: Variable, entry: CodebookVariable, language: string): Variable {
  const valued = entry.categories.flatMap(({ value, labels, isMissing }) => {
    const own = valueOf(variable, value, entry);
    return own === null ? [] : [{ value: own, label: textIn(labels, language), isMissing }];
  });
  return {
    ...variable,
    label: textIn(entry.labels, language) || variable.label,
    measure: measureOf(entry),
    valueLabels: valued.filter(({ label }) => label !== '').map(({ value, label }) => ({ value, label })),
    missing: missingOf(variable, entry, valued),
    ...(variable.type === 'numeric' && entry.valid.length > 0
      ? { attributes: [...(variable.attributes ?? []), { name: 'constraint', values: [rangeRule(entry)] }] }
      : {}),
  };
}

/** What the codebook says answers can be, as a form would write it. Codes with a label can be, too. */
function rangeRule({ valid, categories }: CodebookVariable): string {
  const within = ({ low, high }: ValidRange, value: number): boolean =>
    value >= (low ?? -Infinity) && value <= (high ?? Infinity);
  const codes = categories
    .map(({ value }) => Number(value))
    .filter((code) => Number.isFinite(code) && !valid.some((range) => within(range, code)));
  const ranges = valid.map(({ low, high }) => {
    if (low === high) return `. = ${low}`;
    const ends = [low === null ? '' : `. >= ${low}`, high === null ? '' : `. <= ${high}`].filter(Boolean);
    return ends.length === 2 && valid.length + codes.length > 1
      ? `(${ends.join(' and ')})`
      : ends.join(' and ');
  });
  return [...ranges, ...codes.map((code) => `. = ${code}`)].join(' or ');
}

function missingOf(
  variable: Variable,
  entry: CodebookVariable,
  valued: readonly { readonly value: Value; readonly isMissing: boolean }[],
): MissingRule {
  const { invalid, invalidRange } = entry;
  const marked = valued.filter(({ isMissing }) => isMissing).map(({ value }) => value);
  const listed = invalid.map((code) => valueOf(variable, code, entry)).filter((code) => code !== null);
  return {
    codes: [...new Set([...listed, ...marked])],
    range: variable.type === 'numeric' ? invalidRange : null,
  };
}

/** Codes of numbers are often padded (`01`). */
function valueOf({ type }: Variable, text: string, { dateFormat }: CodebookVariable): Value | null {
  if (type === 'text') return text;
  if (type !== 'numeric') return momentOf(text, dateFormat)?.seconds ?? null;
  const number = Number(text);
  return text === '' || !Number.isFinite(number) ? null : number;
}

function measureOf({ nature, isContinuous, categories }: CodebookVariable): Measure {
  if (nature === 'nominal' || nature === 'ordinal') return nature;
  if (nature !== '' && nature !== 'other') return 'scale';
  if (isContinuous) return 'scale';
  return categories.length > 0 ? 'nominal' : 'unknown';
}

function textIn(texts: Texts, language: string): string {
  const [first] = texts.values();
  return texts.get(language) ?? first ?? '';
}
