import { statSync } from 'node:fs';
import type { FileSource, MissingMark, Source, SurveyReference } from '#contract/source.ts';
import { MissingReason, type Column } from '#engine/survey/column.ts';
import type { MultipleResponseSet } from '#engine/survey/multipleResponseSet.ts';
import { Problem } from '#engine/survey/problem.ts';
import { nothingMissing, type Value, type Variable } from '#engine/survey/variable.ts';
import { openSurveyFile } from '#formats/openSurveyFile.ts';
import { readColumn } from '#project/columns.ts';
import { concernsOf, type StoredConcern } from '#project/concerns.ts';
import type { DerivedVariable } from '#project/derivedVariables.ts';
import { responseSetsOf } from '#project/responseSets.ts';
import { namingStudy } from '#project/studyProblem.ts';
import { readStudy } from '#project/openStudy.ts';
import { surveyOf, type StoredRoles } from '#project/surveys.ts';
import type { StoredVariable } from '#project/variables.ts';
import { ColumnCache } from './columnCache.ts';
import { collectColumns, columnsOf } from './collectColumns.ts';
import { computeDerived } from './computeDerived.ts';
import type { Derivations, StudyVariable } from './derivations.ts';
import { findVariable } from './findVariable.ts';
import { marksByVariable, withMissing } from './missing.ts';
import { studyVariables } from './studyVariables.ts';

/** A survey that an analysis can ask for columns, whether it is kept in a study or read from a file. */
export interface SurveyData {
  readonly format: string;
  readonly encoding: string;
  readonly rowCount: number;
  /** What the file says of itself beside its label. */
  readonly notes?: readonly string[];
  /** Those of the file, with the user's edits, then derived ones. */
  readonly variables: readonly (Variable & Pick<StudyVariable, 'original' | 'derived'>)[];
  readonly derivations: Derivations;
  readonly roles: StoredRoles;
  readonly concerns: readonly StoredConcern[];
  /** Concerns whose variable the survey does not have, since a corrected file took the place of another. */
  readonly waitingConcerns: readonly StoredConcern[];
  /** Their variables are all there. */
  readonly responseSets: readonly MultipleResponseSet[];
  /** Codes set aside for each variable beside what the file declares. */
  readonly marks: ReadonlyMap<string, readonly Value[]>;
  /** Changes whenever the answers to the same question could: the key of caches. */
  readonly version: string;
  /** Changes only with the values of a variable, before any of them is set aside. */
  columnVersion(name: string): string;
  /** Whole columns as the file holds them, or as they are derived, by the names asked for. @throws Problem variable.unknown */
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
/** A workbook of up to this many values, half of what the cache has room for, is read once, and all of it. */
const valuesAtOnce = 32 * 1024 * 1024;

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

/**
 * Every variable with its column as the file holds it, some at a time: few reads, and memory within bounds.
 * A derived variable that cannot be computed comes without any value.
 */
export async function* eachColumn(
  survey: SurveyData,
  variables: SurveyData['variables'] = survey.variables,
): AsyncGenerator<{ readonly variable: SurveyData['variables'][number]; readonly column: Column }> {
  const atATime = 64;
  const derived = new Set(survey.derivations.active.map(({ variable }) => variable.name));
  const ofFile = variables.filter(({ name }) => !derived.has(name));
  for (let start = 0; start < ofFile.length; start += atATime) {
    const some = ofFile.slice(start, start + atATime);
    const columns = await survey.load(some.map(({ name }) => name));
    for (const variable of some) yield { variable, column: columns.get(variable.name)! };
  }
  for (const variable of variables) {
    if (derived.has(variable.name)) yield { variable, column: await derivedOrNothing(survey, variable.name) };
  }
}

async function derivedOrNothing(survey: SurveyData, name: string): Promise<Column> {
  try {
    return (await survey.load([name])).get(name)!;
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const { rowCount } = survey;
    return {
      kind: 'numeric',
      values: new Uint8Array(rowCount),
      reasons: new Uint8Array(rowCount).fill(MissingReason.system),
    };
  }
}

/**
 * The survey behind `source`. `marks` are added to those the study keeps; `change` tries derived variables
 * that are not saved.
 */
export async function openSurveyData(
  source: Source,
  marks: readonly MissingMark[] = [],
  change?: (derived: readonly DerivedVariable[]) => readonly DerivedVariable[],
): Promise<SurveyData> {
  return 'file' in source ? fromFile(source, marks) : fromStudy(source, marks, change);
}

function fromStudy(
  { study: path, survey: which }: SurveyReference,
  given: readonly MissingMark[],
  change?: (derived: readonly DerivedVariable[]) => readonly DerivedVariable[],
): SurveyData {
  const study = readStudy(path);
  try {
    const stored = surveyOf(study, which);
    const { all, ofFile, derivations, marks } = studyVariables(study, stored, given, change);
    const key = `${path}\0${stored.id}\0${stored.importedAt}`;
    const versions = new Map(derivations.active.map(({ variable, key: own }) => [variable.name, own]));
    const has = (name: string): boolean => all.some((one) => one.name === name);
    const concerns = concernsOf(study, stored.id);
    const read = (missing: readonly StoredVariable[]): Column[] => {
      const reading = readStudy(path);
      try {
        return namingStudy(path, () =>
          missing.map(({ position }) => readColumn(reading, stored.id, position)),
        );
      } finally {
        reading.close();
      }
    };
    const survey: SurveyData = {
      ...stored,
      variables: all,
      derivations,
      concerns: concerns.filter(({ variable }) => has(variable)),
      waitingConcerns: concerns.filter(({ variable }) => !has(variable)),
      responseSets: responseSetsOf(study, stored.id).filter(({ variables }) => variables.every(has)),
      marks,
      columnVersion: (name) => `${key}\0${versions.get(name) ?? ''}`,
      version: JSON.stringify([
        key,
        [...marks].filter(([, codes]) => codes.length > 0),
        all.flatMap(({ name, missing, original }) => (original ? [[name, missing]] : [])),
        [...versions],
      ]),
      load: async (names) => {
        const wanted = new Set(names.map((name) => findVariable(all, name).name));
        const kept = ofFile.filter(({ name }) => wanted.has(name));
        const columns = new Map(await cache.columns(key, kept, read));
        for (const derivation of derivations.active) {
          const { variable, key: own } = derivation;
          if (!wanted.has(variable.name)) continue;
          const column = await cache.columns(`${key}\0derived`, [{ name: own }], async () => [
            (await computeDerived(derivation, stored.rowCount, (sources) => loadAnswers(survey, sources)))
              .column,
          ]);
          columns.set(variable.name, column.get(own)!);
        }
        return columns;
      },
    };
    return survey;
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
  const paths = [path, reading.companion, reading.sibling].filter((one) => one !== undefined);
  const states = paths.map((one) => statSync(one));
  const key = JSON.stringify([path, reading, ...states.map(({ mtimeMs, size }) => [mtimeMs, size])]);
  try {
    // To open a workbook is to read it already, and it has no place to go to where a column begins.
    if (format === 'xlsx' && (opened.rowCount ?? Infinity) * variables.length <= valuesAtOnce) {
      await cache.columns(key, variables, async (missing) => {
        const names = missing.map(({ name }) => name);
        return (await columnsOf(opened, names)).columns;
      });
    }
  } finally {
    opened.close();
  }
  const marked = marksByVariable(variables, marks);
  let rowCount = opened.rowCount;
  if (rowCount === null) rowCount = (await collectColumns(path, [], reading)).rowCount;
  return {
    format,
    encoding,
    rowCount,
    notes: opened.notes ?? [],
    variables,
    derivations: { active: [], inactive: [] },
    roles: noRoles,
    concerns: [],
    waitingConcerns: [],
    responseSets: opened.multipleResponseSets,
    marks: marked,
    columnVersion: () => key,
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
