import { statSync } from 'node:fs';
import type { FileSource, Source } from '#contract/source.ts';
import type { Column } from '#engine/survey/column.ts';
import { nothingMissing, type Value, type Variable } from '#engine/survey/variable.ts';
import { openSurveyFile } from '#formats/openSurveyFile.ts';
import { readColumn } from '#project/columns.ts';
import { concernsOf, type StoredConcern } from '#project/concerns.ts';
import { namingStudy } from '#project/studyProblem.ts';
import { openStudy } from '#project/studyFile.ts';
import { surveyOf, type StoredRoles } from '#project/surveys.ts';
import { variablesOf } from '#project/variables.ts';
import { ColumnCache } from './columnCache.ts';
import { collectColumns } from './collectColumns.ts';
import { findVariable } from './findVariable.ts';
import { marksByVariable, withMissing } from './missing.ts';
import type { MissingMark } from '#contract/source.ts';

/** A survey that an analysis can ask for columns, whether it is kept in a study or read from a file. */
export interface SurveyData {
  readonly format: string;
  readonly encoding: string;
  readonly rowCount: number;
  readonly variables: readonly Variable[];
  readonly roles: StoredRoles;
  readonly concerns: readonly StoredConcern[];
  /** Codes set aside for each variable beside what the file declares. */
  readonly marks: ReadonlyMap<string, readonly Value[]>;
  /** Changes whenever the answers to the same question could: the key of caches. */
  readonly version: string;
  /** Changes only with the columns themselves. */
  readonly columnsVersion: string;
  /** Whole columns as the file holds them, by the names asked for. @throws Problem variable.unknown */
  load(names: readonly string[]): Promise<ReadonlyMap<string, Column>>;
}

const noRoles: StoredRoles = {
  weight: null,
  strata: null,
  psu: null,
  fpc: null,
  area: null,
  lonelyPsu: 'fail',
};

const cache = new ColumnCache(512 * 1024 * 1024);

/** Columns with declared and marked values set aside, by the names asked for. */
export async function loadAnswers(
  survey: SurveyData,
  names: readonly string[],
): Promise<ReadonlyMap<string, Column>> {
  const columns = await survey.load(names);
  return new Map(
    [...columns].map(([name, column]) => {
      const variable = findVariable(survey.variables, name);
      return [name, withMissing(column, variable.missing ?? nothingMissing, survey.marks.get(name) ?? [])];
    }),
  );
}

/** Every variable with its column as the file holds it, some at a time: few reads, and memory within bounds. */
export async function* eachColumn(
  survey: SurveyData,
  variables: readonly Variable[] = survey.variables,
): AsyncGenerator<{ readonly variable: Variable; readonly column: Column }> {
  const atATime = 64;
  for (let start = 0; start < variables.length; start += atATime) {
    const some = variables.slice(start, start + atATime);
    const columns = await survey.load(some.map(({ name }) => name));
    for (const variable of some) yield { variable, column: columns.get(variable.name)! };
  }
}

/** The survey behind `source`. `marks` are added to those the study keeps. */
export async function openSurveyData(
  source: Source,
  marks: readonly MissingMark[] = [],
): Promise<SurveyData> {
  return 'file' in source ? fromFile(source, marks) : fromStudy(source.study, source.survey, marks);
}

function fromStudy(path: string, survey: number | string | null, marks: readonly MissingMark[]): SurveyData {
  const study = openStudy(path);
  try {
    const stored = surveyOf(study, survey);
    const variables = variablesOf(study, stored.id);
    const given = marksByVariable(variables, marks);
    const key = `${path}\0${stored.id}\0${stored.importedAt}`;
    const all = new Map(
      variables.map(({ name, marked }) => [name, [...new Set([...marked, ...(given.get(name) ?? [])])]]),
    );
    return {
      ...stored,
      variables,
      concerns: concernsOf(study, stored.id),
      marks: all,
      columnsVersion: key,
      version: `${key}\0${JSON.stringify([...all].filter(([, codes]) => codes.length > 0))}`,
      load: async (names) => {
        const wanted = names.map((name) => findVariable(variables, name));
        return cache.columns(key, wanted, (missing) => {
          const reading = openStudy(path);
          try {
            return namingStudy(path, () =>
              missing.map(({ position }) => readColumn(reading, stored.id, position)),
            );
          } finally {
            reading.close();
          }
        });
      },
    };
  } finally {
    study.close();
  }
}

async function fromFile(
  { file: path, reading = {} }: FileSource,
  marks: readonly MissingMark[],
): Promise<SurveyData> {
  const opened = await openSurveyFile(path, reading);
  const { format, encoding, variables } = opened;
  opened.close();
  const { companion } = reading;
  const states = [path, ...(companion === undefined ? [] : [companion])].map((one) => statSync(one));
  const key = JSON.stringify([path, reading, ...states.map(({ mtimeMs, size }) => [mtimeMs, size])]);
  const marked = marksByVariable(variables, marks);
  let rowCount = opened.rowCount;
  if (rowCount === null) rowCount = (await collectColumns(path, [], reading)).rowCount;
  return {
    format,
    encoding,
    rowCount,
    variables,
    roles: noRoles,
    concerns: [],
    marks: marked,
    columnsVersion: key,
    version: `${key}\0${JSON.stringify([...marked])}`,
    load: async (names) => {
      const wanted = names.map((name) => findVariable(variables, name));
      return cache.columns(key, wanted, async (missing) => {
        const { columns } = await collectColumns(
          path,
          missing.map(({ name }) => name),
          reading,
        );
        return columns;
      });
    },
  };
}
