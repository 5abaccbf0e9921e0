import type { ConcernRule } from '#contract/matrix.ts';
import type { Column } from '#engine/survey/column.ts';
import { Problem } from '#engine/survey/problem.ts';
import type { Value, Variable } from '#engine/survey/variable.ts';
import { sortedValues } from '../data/answerOrder.ts';
import { findVariable } from '../data/findVariable.ts';
import type { SurveyData } from '../data/surveyData.ts';

/** 1 concerned, 0 not, 2 no valid answer or outside the filter: one byte a row. */
export function indicatorOf(
  variable: Variable,
  answers: Column,
  concernedWhen: readonly Value[],
  domain: Uint8Array | null,
): Uint8Array {
  const rows = answers.kind === 'numeric' ? answers.values.length : answers.codes.length;
  const indicator = new Uint8Array(rows);
  if (answers.kind === 'text') {
    const ofText = answers.dictionary.map((text) => (text === '' ? 2 : concernedWhen.includes(text) ? 1 : 0));
    for (let row = 0; row < rows; row++) indicator[row] = ofText[answers.codes[row]];
  } else {
    const { values, reasons } = answers;
    const codes = concernedWhen.filter((code) => typeof code === 'number');
    for (let row = 0; row < rows; row++) {
      if (reasons !== null && reasons[row] !== 0) indicator[row] = 2;
      else if (codes.includes(values[row])) indicator[row] = 1;
    }
  }
  if (domain !== null) for (let row = 0; row < rows; row++) if (domain[row] === 0) indicator[row] = 2;
  checkCodes(variable, answers, concernedWhen);
  return indicator;
}

/**
 * @throws Problem concern.noCodes; concern.unknownCode for a code that is neither labelled nor answered,
 * with the first twelve codes that there are
 */
function checkCodes(variable: Variable, answers: Column, concernedWhen: readonly Value[]): void {
  const { name, valueLabels } = variable;
  if (concernedWhen.length === 0) throw new Problem('concern.noCodes', { variable: name });
  for (const code of concernedWhen) {
    if (valueLabels.some(({ value }) => value === code) || occurs(answers, code)) continue;
    const known = valueLabels.length > 0 ? valueLabels.map(({ value }) => value) : answeredCodes(answers);
    throw new Problem('concern.unknownCode', { variable: name, code, known: known.slice(0, 12) });
  }
}

function occurs(answers: Column, code: Value): boolean {
  if (answers.kind === 'text') return typeof code === 'string' && answers.dictionary.includes(code);
  return typeof code === 'number' && answers.values.includes(code);
}

/** The different valid answers, in order. */
export function answeredCodes(answers: Column): Value[] {
  if (answers.kind === 'text') return sortedValues(answers.dictionary.filter((text) => text !== ''));
  const { values, reasons } = answers;
  const found = new Set<number>();
  for (let row = 0; row < values.length; row++)
    if (reasons === null || reasons[row] === 0) found.add(values[row]);
  return sortedValues([...found]);
}

/**
 * Two names may find the same variable (in another letter case).
 *
 * @throws Problem variable.unknown, concern.duplicate, concern.bothFreedoms
 */
export function checkRules(
  { variables }: Pick<SurveyData, 'variables'>,
  fear: readonly ConcernRule[],
  want: readonly ConcernRule[],
): void {
  const nameOf = ({ variable }: ConcernRule): string => findVariable(variables, variable).name;
  for (const rules of [fear, want]) {
    const seen = new Set<string>();
    for (const rule of rules) {
      const name = nameOf(rule);
      if (seen.has(name)) throw new Problem('concern.duplicate', { variable: name });
      seen.add(name);
    }
  }
  const wanted = new Set(want.map(nameOf));
  const both = fear.map(nameOf).find((name) => wanted.has(name));
  if (both !== undefined) throw new Problem('concern.bothFreedoms', { variable: both });
}
