import type { AnsweredAnalysis } from '#presentation/analysis/answered.ts';
import type { CodeSurvey } from '../codeSurvey.ts';
import { rFreedoms } from './rFreedoms.ts';
import { rMatrix } from './rMatrix.ts';
import { rPrinting } from './rLibrary.ts';
import { rPriorities } from './rPriorities.ts';
import { rData, rDesign, rDomain } from './rSurvey.ts';
import { rTables } from './rTables.ts';
import { rComment } from './rText.ts';

/**
 * A script for R that computes an analysis again from the exported survey, with the packages survey and haven. It
 * holds the definition, not the figures; at its end `result` is a data frame with a row for each of them.
 */
export function rScript(answered: AnsweredAnalysis, survey: CodeSurvey): string {
  const layer = answered.room === 'tables' ? answered.result.layer : null;
  return [
    header(answered, survey),
    rData(survey),
    rDesign(survey),
    rDomain(survey, layer),
    '# ---- How figures are computed ----',
    ...roomOf(answered, survey),
    rPrinting,
  ]
    .join('\n\n')
    .concat('\n');
}

function roomOf(answered: AnsweredAnalysis, survey: CodeSurvey): string[] {
  switch (answered.room) {
    case 'matrix':
      return rMatrix(answered, survey);
    case 'freedoms':
      return rFreedoms(answered, survey);
    case 'tables':
      return rTables(answered, survey);
    case 'priorities':
      return rPriorities(answered, survey);
  }
}

function header({ survey: { name, madeUp } }: AnsweredAnalysis, { title, study }: CodeSurvey): string {
  return [
    ...(title === '' ? [] : [rComment(title)]),
    rComment(`Survey "${name}" of the study ${study}. Written by Larger Freedom.`),
    ...(madeUp ? ['# The data are made up.'] : []),
    '#',
    rComment(
      'Computes the figures of this analysis again from the exported survey. No figure stands in this script. What too few respondents stand behind is computed and then left out, as in the study; "shown" says so.',
    ),
    rComment('Needs R with the packages survey (4.1 or later) and haven.'),
    'suppressMessages({ library(survey); library(haven) })',
  ].join('\n');
}
