import type { Source } from '#contract/source.ts';
import { MissingReason, type Column, type ColumnChunk } from '#engine/survey/column.ts';
import { nothingMissing, type Attribute, type Variable } from '#engine/survey/variable.ts';
import { openSurveyFile } from '#formats/openSurveyFile.ts';
import type { SurveyLanguage } from '#formats/surveyFile.ts';
import type { SurveyOutput } from '#formats/surveyOutput.ts';
import { readChunks } from '#project/columns.ts';
import { readStudy } from '#project/openStudy.ts';
import { namingStudy } from '#project/studyProblem.ts';
import { surveyOf } from '#project/surveys.ts';
import { variablesOf } from '#project/variables.ts';
import { findVariable } from './findVariable.ts';
import { withMissing } from './missing.ts';
import { eachColumn, openSurveyData, type SurveyData } from './surveyData.ts';

export interface OpenOutput {
  readonly output: SurveyOutput;
  close(): void;
}

export interface OutputChoice {
  /** Names of variables; `null` for all of them. */
  readonly names: readonly string[] | null;
  /** Values set aside become absent, rather than declared as missing. */
  readonly applyMissing: boolean;
  /** When the file says that it was made. */
  readonly madeAt: Date;
  /** Called with the rows of each chunk, in every pass over them; may throw to stop. */
  readonly onChunk: (rows: number) => void;
}

interface Rows {
  readonly fileLabel: string;
  readonly notes: readonly string[];
  readonly attributes: readonly Attribute[];
  readonly languages: readonly SurveyLanguage[];
  readonly declaredWeight: string | null;
  chunks(): AsyncIterable<ColumnChunk> | Iterable<ColumnChunk>;
  close(): void;
}

/** The survey behind `source` as a writer wants it, its rows a chunk at a time. @throws Problem variable.unknown */
export async function openSurveyOutput(source: Source, choice: OutputChoice): Promise<OpenOutput> {
  const survey = await openSurveyData(source);
  const wanted = wantedVariables(survey, choice.names);
  const variables = wanted.map((variable) => withWholeRule(variable, survey, choice.applyMissing));
  const rows =
    'file' in source ? await rowsOfFile(source, wanted) : await rowsOfStudy(source, survey, wanted);
  const weight = survey.roles.weight ?? rows.declaredWeight;
  const has = (name: string): boolean => wanted.some((one) => one.name === name && one.type !== 'text');
  const all = (names: readonly string[]): boolean =>
    names.every((name) => wanted.some((one) => one.name === name));
  return {
    output: {
      fileLabel: rows.fileLabel,
      documents: rows.notes,
      attributes: rows.attributes,
      languages: rows.languages,
      weight: weight !== null && has(weight) ? weight : null,
      createdAt: localTime(choice.madeAt),
      rowCount: survey.rowCount,
      variables,
      multipleResponseSets: survey.responseSets.filter((set) => all(set.variables)),
      async *chunks() {
        for await (const chunk of rows.chunks()) {
          choice.onChunk(chunk.rowCount);
          yield choice.applyMissing ? withoutMissing(chunk, wanted, survey) : chunk;
        }
      },
    },
    close: () => rows.close(),
  };
}

function wantedVariables({ variables }: SurveyData, names: readonly string[] | null): Variable[] {
  if (names === null) return [...variables];
  return [...new Set(names.map((name) => findVariable(variables, name)))];
}

/** What the file declares and what the user marked, as one rule. */
function withWholeRule(variable: Variable, survey: SurveyData, applyMissing: boolean): Variable {
  if (applyMissing) return { ...variable, missing: nothingMissing };
  const marked = survey.marks.get(variable.name) ?? [];
  const { codes, range } = variable.missing;
  return { ...variable, missing: { codes: [...new Set([...codes, ...marked])], range } };
}

function withoutMissing(chunk: ColumnChunk, wanted: readonly Variable[], survey: SurveyData): ColumnChunk {
  const columns = chunk.columns.map((column, index): Column => {
    const { name, missing } = wanted[index];
    const kept = withMissing(column, missing, survey.marks.get(name) ?? []);
    if (kept.kind === 'text' || kept === column || kept.reasons === null) return kept;
    const reasons = kept.reasons.map((reason) => (reason > lastReason ? MissingReason.system : reason));
    return { ...kept, reasons };
  });
  return { rowCount: chunk.rowCount, columns };
}

/** `.z`; what is above was set aside. */
const lastReason = MissingReason.extendedA + 25;

async function rowsOfFile(
  source: Extract<Source, { file: string }>,
  wanted: readonly Variable[],
): Promise<Rows> {
  const file = await openSurveyFile(source.file, source.reading);
  const variables = wanted.map(({ name }) => name);
  return {
    fileLabel: file.fileLabel,
    notes: file.notes ?? [],
    attributes: file.attributes ?? [],
    languages: file.languages ?? [],
    declaredWeight: file.weight,
    chunks: () => file.read({ variables }),
    close: () => file.close(),
  };
}

/** In one read transaction: what changes meanwhile is not in it. Derived variables are computed before. */
async function rowsOfStudy(
  { study: path, survey: which }: Extract<Source, { study: string }>,
  survey: SurveyData,
  wanted: readonly Variable[],
): Promise<Rows> {
  const study = readStudy(path);
  try {
    namingStudy(path, () => study.database.exec('BEGIN'));
    const stored = surveyOf(study, which);
    const positions = new Map(variablesOf(study, stored.id).map(({ name, position }) => [name, position]));
    const isKept = ({ name }: Variable): boolean => positions.has(name);
    const kept = wanted.filter(isKept);
    const computed = new Map<string, Column>();
    const derived = wanted.filter((variable) => !isKept(variable));
    for await (const { variable, column } of eachColumn(survey, derived)) computed.set(variable.name, column);
    return {
      fileLabel: stored.fileLabel,
      notes: stored.notes,
      attributes: stored.attributes,
      languages: stored.languages,
      declaredWeight: stored.declaredWeight,
      *chunks() {
        let start = 0;
        const places = kept.map(({ name }) => positions.get(name)!);
        for (const { columns, rowCount } of readChunks(study, stored.id, places, stored.rowCount)) {
          const byName = new Map(kept.map(({ name }, index) => [name, columns[index]]));
          yield {
            rowCount,
            columns: wanted.map(
              ({ name }) => byName.get(name) ?? slice(computed.get(name)!, start, start + rowCount),
            ),
          };
          start += rowCount;
        }
      },
      close: () => study.close(),
    };
  } catch (error) {
    study.close();
    throw error;
  }
}

function slice(column: Column, start: number, end: number): Column {
  if (column.kind === 'text') return { ...column, codes: column.codes.subarray(start, end) };
  const { values, reasons } = column;
  return {
    kind: 'numeric',
    values: values.subarray(start, end),
    reasons: reasons === null ? null : reasons.subarray(start, end),
  };
}

/** `2026-01-31T18:05:09`. */
function localTime(date: Date): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  const day = [date.getFullYear(), two(date.getMonth() + 1), two(date.getDate())].join('-');
  return `${day}T${[date.getHours(), date.getMinutes(), date.getSeconds()].map(two).join(':')}`;
}
