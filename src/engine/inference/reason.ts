/**
 * Why a figure or a test is `null`, or is not what it usually is.
 *
 * - `noRespondents`: nobody stands in the denominator.
 * - `noVariation`: the share is 0 or 1. Its interval is Clopper and Pearson's with n; design effect and
 *   (at 0) coefficient of variation cannot be told.
 * - `noVariance`: the design gives no variance here (all strata lonely), or one of 0.
 * - `noDegreesOfFreedom`: no more PSUs than strata in the domain.
 * - `tooFewPsus`: a Wald test of more contrasts than there are degrees of freedom.
 * - `singleCategory`: fewer than two rows, columns or groups have respondents.
 * - `emptyCells`: too many cells are empty for the contrasts.
 * - `singular`: the covariance of the contrasts cannot be inverted.
 * - `notPositive`: a logarithm would be taken of 0 or less.
 * - `tooLarge`: beyond what is computed (the docstring names the limit).
 * - `beyondValues`: an end of the interval lies beyond the values that were given, or beyond what a number holds.
 * - `suppressed`: it may not be shown.
 */
export type Reason =
  | 'noRespondents'
  | 'noVariation'
  | 'noVariance'
  | 'noDegreesOfFreedom'
  | 'tooFewPsus'
  | 'singleCategory'
  | 'emptyCells'
  | 'singular'
  | 'notPositive'
  | 'tooLarge'
  | 'beyondValues'
  | 'suppressed';
