import type { Value } from '#contract/source.ts';
import { variableIn, type CodeSurvey } from '../codeSurvey.ts';
import { rColumn } from './rSurvey.ts';
import { rComment, rString, rVector } from './rText.ts';

export interface Rule {
  readonly variable: string;
  readonly concernedWhen: readonly Value[];
}

/** A list of concerns: TRUE concerned, FALSE not, NA without a valid answer. */
export function rConcernList(name: string, rules: readonly Rule[], survey: CodeSurvey): string {
  const lines = rules.map((rule, index) => {
    const { label } = variableIn(survey, rule.variable);
    const comma = index < rules.length - 1 ? ',' : '';
    return [
      ...(label === '' ? [] : [indented(rComment(label))]),
      `  ${rString(rule.variable)} = ${rConcern(rule)}${comma}`,
    ].join('\n');
  });
  return `${name} <- list(\n${lines.join('\n')}\n)`;
}

export function rConcern({ variable, concernedWhen }: Rule): string {
  return `concerned(${rColumn(variable)}, ${rVector(concernedWhen, '  ')})`;
}

export const rConcerned =
  '# Concerned are those who gave one of these answers; who gave none that is valid is in no figure.\n' +
  'concerned <- function(x, codes) ifelse(is.na(x), NA, x %in% codes)';

export interface Group {
  readonly value: Value;
  readonly label: string;
}

/** A list of groups: TRUE or FALSE for each row. */
export function rGroups(name: string, variable: string, groups: readonly Group[]): string {
  return [
    rComment(`Groups by ${variable}, in the order of the study.`),
    `${name} <- lapply(${rVector(groups.map(({ value }) => value))}, function(code) domain & ${rColumn(variable)} %in% code)`,
    `${name}_labels <- ${rVector(groups.map(({ label }) => label))}`,
  ].join('\n');
}

function indented(text: string): string {
  return text.replace(/^/gm, '  ');
}
