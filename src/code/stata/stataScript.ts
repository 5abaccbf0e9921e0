import type { AnsweredAnalysis } from '#presentation/analysis/answered.ts';
import type { CodeSurvey } from '../codeSurvey.ts';
import { stataListing, stataPrograms } from './stataLibrary.ts';
import { stataFreedoms, stataMatrix, stataPriorities, stataTables } from './stataRooms.ts';
import { stataData, stataDesign, stataDomain } from './stataSurvey.ts';
import { stataComment } from './stataText.ts';

/**
 * A do-file for Stata 16 or later that computes an analysis again from the exported survey. Written after Stata's
 * manuals; unlike the scripts for R it is not run by the project's tests, and says so.
 */
export function stataScript(answered: AnsweredAnalysis, survey: CodeSurvey): string {
  const layer = answered.room === 'tables' ? answered.result.layer : null;
  return [
    header(answered, survey),
    stataData(survey),
    stataDesign(survey),
    stataDomain(survey, layer),
    stataPrograms,
    ...roomOf(answered, survey),
    stataListing,
  ]
    .join('\n\n')
    .concat('\n');
}

function roomOf(answered: AnsweredAnalysis, survey: CodeSurvey): string[] {
  switch (answered.room) {
    case 'matrix':
      return stataMatrix(answered, survey);
    case 'freedoms':
      return stataFreedoms(answered, survey);
    case 'tables':
      return stataTables(answered, survey);
    case 'priorities':
      return stataPriorities(answered, survey);
  }
}

function header({ survey: { name, madeUp } }: AnsweredAnalysis, { title, study }: CodeSurvey): string {
  return [
    ...(title === '' ? [] : [stataComment(title)]),
    stataComment(`Survey ${name} of the study ${study}. Written by Larger Freedom.`),
    ...(madeUp ? ['* The data are made up.'] : []),
    '*',
    stataComment(
      'Computes the figures of this analysis again from the exported survey. No figure stands in this file. It is written after the manuals of Stata and has not been run by the makers of Larger Freedom; the script for R has.',
    ),
    stataComment(
      'Estimates and standard errors are those of svy. Degrees of freedom and intervals are computed beside them, as the study takes only PSUs in which somebody of the subpopulation was found. With fewer than 25 respondents a figure is missing, as in the study.',
    ),
    'version 16',
    'clear all',
    'set more off',
    'set varabbrev off',
  ].join('\n');
}
