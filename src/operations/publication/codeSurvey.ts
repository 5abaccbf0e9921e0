import { extname } from 'node:path';
import type { CodeDesign, CodeSurvey, CodeVariable, DataFormat } from '#code/codeSurvey.ts';
import type { TablesDefinition } from '#contract/analysisDefinition.ts';
import type { Parsed } from '#engine/expression/tree.ts';
import { parseExpression } from '#engine/expression/parseExpression.ts';
import { renameVariables } from '#engine/expression/renameVariables.ts';
import { variablesOf } from '#engine/expression/variablesOf.ts';
import { Problem } from '#engine/survey/problem.ts';
import { dtaNames } from '#formats/dta/dtaNames.ts';
import { possibleNames } from '#formats/sav/savWriterNames.ts';
import type { AnsweredAnalysis } from '#presentation/analysis/answered.ts';
import { filterOf } from '#presentation/analysis/filter.ts';
import { answerOrder } from '../data/answerOrder.ts';
import { spellRoles } from '../design/designs.ts';
import { designVariables } from '../design/designVariables.ts';
import { findVariable } from '../data/findVariable.ts';
import { valueOf } from '../design/knownTotals.ts';
import { setIn } from '../analysis/responses.ts';
import type { SurveyData } from '../data/surveyData.ts';

/** An analysis with the names in its definition as the survey spells them, and the survey as a script meets it. */
export interface ToCode {
  readonly answered: AnsweredAnalysis;
  readonly survey: CodeSurvey;
}

/**
 * What a script needs to know of a survey: how the file is read, what is missing, and how the sample was drawn.
 *
 * @param data the name of the exported file that the script reads.
 * @throws Problem export.unknownFormat where no script reads such a file
 */
export function codeSurveyOf(
  given: AnsweredAnalysis,
  survey: SurveyData,
  { data, title, study }: Pick<CodeSurvey, 'data' | 'title' | 'study'>,
): ToCode {
  const answered =
    given.room === 'tables' ? { ...given, definition: spelled(given.definition, survey) } : given;
  const where = parsedFilter(filterOf(answered.definition), survey);
  const format = formatOf(data);
  const names = survey.variables.map(({ name }) => name);
  const columns = { sav: possibleNames, dta: dtaNames, csv: (all: readonly string[]) => [...all] }[format](
    names,
  );
  const column = new Map(names.map((name, index) => [name, columns[index]]));
  const stata = new Map(dtaNames(columns).map((name, index) => [names[index], name]));
  const derived = new Set(survey.derivations.active.map(({ variable }) => variable.name));
  const describe = (name: string): CodeVariable => {
    const { label, type, valueLabels, missing } = findVariable(survey.variables, name);
    const marked = survey.marks.get(name) ?? [];
    return {
      name,
      column: column.get(name)!,
      stata: stata.get(name)!,
      label,
      type,
      valueLabels,
      missing,
      marked,
      derived: derived.has(name),
    };
  };
  const sets = setsIn(answered, survey);
  const design = designFor(survey);
  const used = new Set([
    ...designVariables({ ...spellRoles(survey, survey.roles), area: null }).map(({ variable }) => variable),
    ...variablesIn(answered),
    ...sets.flatMap(({ variables }) => variables),
    ...(where === null ? [] : variablesOf(where)),
  ]);
  return {
    answered,
    survey: {
      title,
      study,
      data,
      format,
      variables: new Map([...used].map((name) => [name, describe(name)])),
      design,
      sets,
      where,
      inOrder: (name, values) => answerOrder(values, findVariable(survey.variables, name)),
    },
  };
}

function formatOf(data: string): DataFormat {
  const ending = extname(data).toLowerCase().slice(1);
  if (ending === 'sav' || ending === 'dta' || ending === 'csv') return ending;
  if (ending === 'zsav') return 'sav';
  throw new Problem('export.unknownFormat', { file: data, formats: ['.sav', '.dta', '.csv'] });
}

function designFor(survey: SurveyData): CodeDesign {
  const { weight, strata, psu, fpc, lonelyPsu, secondStage, replicates, margins } = spellRoles(
    survey,
    survey.roles,
  );
  return {
    weight,
    strata,
    psu,
    fpc,
    lonelyPsu,
    secondStage: secondStage ?? null,
    replicates: replicates ?? null,
    margins: (margins ?? []).map(({ variable, totals, shares }) => ({
      variable,
      codes: totals.map(({ value }) => valueOf(findVariable(survey.variables, variable), value)),
      totals: totals.map(({ total }) => total),
      shares: shares === true,
    })),
  };
}

function spelled(definition: TablesDefinition, survey: SurveyData): TablesDefinition {
  return {
    ...definition,
    nets: definition.nets.map((net) =>
      net.kind === 'set' ? net : { ...net, variable: findVariable(survey.variables, net.variable).name },
    ),
  };
}

function parsedFilter(where: string, survey: SurveyData): Parsed | null {
  if (where === '') return null;
  const parsed = parseExpression(where);
  const real = new Map(variablesOf(parsed).map((name) => [name, findVariable(survey.variables, name).name]));
  return parseExpression(renameVariables(parsed, real));
}

function setsIn(answered: AnsweredAnalysis, survey: SurveyData): CodeSurvey['sets'] {
  if (answered.room !== 'tables') return [];
  return answered.result.items
    .filter(({ kind, problem }) => kind === 'set' && problem === null)
    .map(({ name }) => {
      const { label, counted, variables, ...set } = setIn(survey, name);
      return {
        name: set.name,
        label,
        counted,
        variables: variables.map((one) => findVariable(survey.variables, one).name),
      };
    });
}

/** The variables of the answers, as the survey spells them. */
function variablesIn(answered: AnsweredAnalysis): string[] {
  switch (answered.room) {
    case 'matrix': {
      const { result, pair } = answered;
      const of = [...result.fear, ...result.want, ...(pair ? [pair.fear, pair.want] : [])];
      return [...of, ...(result.by ? [result.by] : []), ...(pair?.by ? [pair.by] : [])].map(
        ({ variable }) => variable,
      );
    }
    case 'freedoms': {
      const { fear, want, by } = answered.result;
      return [...fear, ...want, ...(by ? [by] : [])].map(({ variable }) => variable);
    }
    case 'priorities':
      return [answered.result, ...(answered.concern ? [answered.concern] : [])].flatMap(({ concerns, by }) =>
        [...concerns, ...(by ? [by] : [])].map(({ variable }) => variable),
      );
    case 'tables': {
      const { items, banner, layer } = answered.result;
      return [
        ...items.filter(({ kind, problem }) => kind !== 'set' && problem === null).map(({ name }) => name),
        ...banner.flatMap(({ variables }) => variables.map(({ variable }) => variable)),
        ...(layer ? [layer.variable] : []),
      ];
    }
  }
}
