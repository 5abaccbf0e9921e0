import type { SurveyChanges } from '#contract/surveyChanges.ts';
import { useOfNumbers } from '#engine/derive/sourcesOf.ts';
import { phrase } from '#engine/survey/phrase.ts';
import { Problem } from '#engine/survey/problem.ts';
import type { Value, ValueLabel, Variable } from '#engine/survey/variable.ts';
import type { SurveyFile } from '#formats/surveyFile.ts';
import { concernsOf } from '#project/concerns.ts';
import { responseSetsOf } from '#project/responseSets.ts';
import type { StudyFile } from '#project/studyFile.ts';
import type { StoredSurvey } from '#project/surveys.ts';
import { editsOf } from '#project/variableEdits.ts';
import type { OperationContext } from '../context.ts';
import { derivationsOf } from '../data/derivations.ts';
import { designVariables } from '../design/designVariables.ts';
import { codesFor } from '../data/missing.ts';
import { problemMessage } from '../problems.ts';
import { respelled } from './respell.ts';
import { studyVariables } from '../data/studyVariables.ts';
import { countValues } from '../data/summarise.ts';
import { eachColumn, type SurveyData } from '../data/surveyData.ts';

/** More different values than this are no codes. */
const mostCodes = 200;

/** Holds a file against the survey whose place it might take. */
export async function compareSurvey(
  study: StudyFile,
  stored: StoredSurvey,
  survey: SurveyData,
  file: SurveyFile,
  context: OperationContext,
): Promise<SurveyChanges> {
  const { ofFile } = studyVariables(study, stored);
  const before = ofFile.map((one): Variable => ({ ...one, ...one.original }));
  const spelling = respelled(
    before.map(({ name }) => name),
    file.variables.map(({ name }) => name),
  );
  const called = (name: string): string => spelling.get(name) ?? name;
  const after = new Map(file.variables.map((one) => [one.name, one]));
  const pairs = before.flatMap((one) => {
    const other = after.get(called(one.name));
    return other === undefined ? [] : [{ one, other }];
  });
  const followed = new Set(pairs.map(({ other }) => other.name));

  const concerns = concernsOf(study, stored.id);
  const coded = pairs.filter(
    ({ one, other }) =>
      one.valueLabels.length + other.valueLabels.length > 0 ||
      concerns.some(({ variable }) => variable === one.name),
  );
  const wanted = coded.map(({ one }) => one.name);
  const codesBefore = await codesInStudy(survey, wanted);
  const { rows, codes: codesAfter } = await codesInFile(
    file,
    coded.map(({ other }) => other.name),
    context,
  );

  return {
    rows: { before: stored.rowCount, after: rows },
    added: file.variables.filter(({ name }) => !followed.has(name)).map(named),
    removed: before.filter(({ name }) => !after.has(called(name))).map(named),
    respelled: [...spelling].map(([was, is]) => ({ before: was, after: is })),
    types: pairs
      .filter(({ one, other }) => one.type !== other.type)
      .map(({ one, other }) => ({ variable: other.name, before: one.type, after: other.type })),
    labels: pairs
      .filter(({ one, other }) => one.label !== other.label)
      .map(({ one, other }) => ({ variable: other.name, before: one.label, after: other.label })),
    valueLabels: pairs.flatMap(({ one, other }) => {
      const codes = changedLabels(one.valueLabels, other.valueLabels);
      return codes.length === 0 ? [] : [{ variable: other.name, codes }];
    }),
    codes: coded.flatMap(({ one, other }) => {
      if ((one.type === 'text') !== (other.type === 'text')) return [];
      const was = codesBefore.get(one.name) ?? null;
      const is = codesAfter.get(other.name) ?? null;
      if (was === null || is === null) return [];
      const added = [...is].filter((value) => !was.has(value));
      const gone = [...was].filter((value) => !is.has(value));
      return added.length + gone.length === 0 ? [] : [{ variable: other.name, added, gone }];
    }),
    missing: pairs
      .filter(({ one, other }) => JSON.stringify(one.missing) !== JSON.stringify(other.missing))
      .map(({ one, other }) => ({
        variable: other.name,
        before: ruleOf(one),
        after: ruleOf(other),
      })),
    waiting: waitingAfter(study, stored, file, called, codesAfter),
  };
}

/** What the file cannot carry on. */
function waitingAfter(
  study: StudyFile,
  { id, roles }: StoredSurvey,
  file: SurveyFile,
  called: (name: string) => string,
  codes: ReadonlyMap<string, ReadonlySet<Value> | null>,
): SurveyChanges['waiting'] {
  const edits = editsOf(study, id);
  const { derived } = studyVariables(study, { id, roles });
  const variables = file.variables.map((one) => {
    const edit = edits.get(one.name);
    return { ...one, missing: edit?.missing ?? one.missing, marked: edit?.marked ?? [] };
  });
  const weight = roles.weight === null ? null : called(roles.weight);
  const derivations = derivationsOf(variables, derived, edits, new Map(), weight);
  const there = new Map<string, Variable>(
    [...variables, ...derivations.active.map(({ variable }) => variable)].map((one) => [one.name, one]),
  );
  const gone = (name: string): boolean => !there.has(called(name));
  return {
    roles: designVariables(roles).filter(({ variable }) => gone(variable)),
    marks: [...edits].filter(([name, { marked }]) => marked.length > 0 && gone(name)).map(([name]) => name),
    edits: [...edits].filter(([name, { changes }]) => changes && gone(name)).map(([name]) => name),
    concerns: concernsOf(study, id).flatMap(({ variable, concernedWhen }) => {
      const one = there.get(called(variable));
      if (one === undefined) return [{ variable, codes: [] }];
      const occurring = codes.get(one.name);
      if (occurring === undefined || occurring === null) return [];
      const lost = codesFor(one, concernedWhen).filter(
        (code) => !occurring.has(code) && !one.valueLabels.some(({ value }) => value === code),
      );
      return lost.length === 0 ? [] : [{ variable: one.name, codes: lost }];
    }),
    derived: [
      ...derivations.inactive.map(({ derived: one, problem }) => ({
        variable: one.name,
        problem: problemMessage(problem),
      })),
      ...derivations.active.flatMap(({ variable, definition, sources }) => {
        const use = useOfNumbers(definition);
        const text = [...sources.values()].find((name) => there.get(name)?.type === 'text');
        if (use === null || text === undefined) return [];
        const problem = new Problem('variable.notNumeric', { variable: text, use: phrase(use) });
        return [{ variable: variable.name, problem: problemMessage(problem) }];
      }),
    ],
    responseSets: responseSetsOf(study, id)
      .filter(({ origin }) => origin === 'hand')
      .map((set) => ({ set: set.name, variables: set.variables.filter(gone) }))
      .filter(({ variables: lost }) => lost.length > 0),
  };
}

async function codesInStudy(
  survey: SurveyData,
  names: readonly string[],
): Promise<Map<string, ReadonlySet<Value> | null>> {
  const codes = new Map<string, ReadonlySet<Value> | null>();
  const wanted = new Set(names);
  const variables = survey.variables.filter(({ name }) => wanted.has(name));
  for await (const { variable, column } of eachColumn(survey, variables)) {
    const counts = countValues(column, null);
    codes.set(variable.name, counts && new Set(counts.keys()));
  }
  return codes;
}

/** One pass over the file; `null` for a variable with too many different values to be codes. */
async function codesInFile(
  file: SurveyFile,
  names: readonly string[],
  context: OperationContext,
): Promise<{ readonly rows: number; readonly codes: Map<string, ReadonlySet<Value> | null> }> {
  const found: (Set<Value> | null)[] = names.map(() => new Set());
  let rows = 0;
  let fraction = 0;
  const onProgress = (share: number): void => void (fraction = share);
  for await (const { columns, rowCount } of file.read({ variables: names, onProgress })) {
    context.throwIfCancelled();
    rows += rowCount;
    columns.forEach((column, index) => {
      const known = found[index];
      if (known === null) return;
      const part =
        column.kind === 'text'
          ? { ...column, codes: column.codes.subarray(0, rowCount) }
          : { ...column, values: column.values.subarray(0, rowCount) };
      const counts = countValues(part, null);
      for (const value of counts?.keys() ?? []) known.add(value);
      if (counts === null || known.size > mostCodes) found[index] = null;
    });
    context.report({ stage: 'reading', fraction, rows, rowCount: file.rowCount });
  }
  return { rows, codes: new Map(names.map((name, index) => [name, found[index]])) };
}

function changedLabels(
  before: readonly ValueLabel[],
  after: readonly ValueLabel[],
): SurveyChanges['valueLabels'][number]['codes'] {
  const was = new Map(before.map(({ value, label }) => [value, label]));
  const is = new Map(after.map(({ value, label }) => [value, label]));
  return [...new Set([...was.keys(), ...is.keys()])]
    .filter((value) => was.get(value) !== is.get(value))
    .map((value) => ({ value, before: was.get(value) ?? null, after: is.get(value) ?? null }));
}

function named({ name, label }: Variable): { name: string; label: string } {
  return { name, label };
}

function ruleOf({ missing: { codes, range } }: Variable): SurveyChanges['missing'][number]['before'] {
  return { codes: [...codes], range };
}
