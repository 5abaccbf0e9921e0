import type { Reason } from '#contract/estimate.ts';

/** Why a figure, an interval or a test is not there, or is another than asked for. */
export const reasons: Record<Reason, string> = {
  noRespondents: 'No respondent stands in the denominator.',
  noVariation:
    'Everyone here gave the same kind of answer, so that nothing varies; a share of 0% or 100% has the exact binomial interval.',
  noVariance: 'The design gives no variance here, so there is no interval or test.',
  noDegreesOfFreedom: 'There are no more PSUs than strata here, so there is no interval or test.',
  tooFewPsus: 'There are too few PSUs for a test of so many categories.',
  singleCategory: 'Fewer than two categories have respondents, so there is nothing to compare.',
  emptyCells: 'Too many combinations of answers are empty for a test.',
  singular: 'The differences to be tested are not independent of each other, so there is no test.',
  notPositive: 'Nobody has both, and a figure of 0 has no interval on a logarithmic scale.',
  tooLarge: 'There are too many figures to take together: the computation would take too long.',
  beyondValues: 'An end of the interval lies beyond the answers that were given, and is left out.',
  suppressed: 'It may not be shown: there are too few respondents, or the rule of disclosure forbids it.',
};
