import { policyOf } from '../disclosure/disclosure.ts';
import type { Tally } from '../tally/talliedTable.ts';
import type { GroupMargin } from './concernByGroup.ts';
import { suppressedShare, type EstimateOptions } from './figures.ts';
import { totalOf, type Cells } from './ratio.ts';
import { shareEstimate, sharesOf, type Whole } from './share.ts';

/**
 * Parts of one whole, each as its share of it. What may be shown is a matter of the whole's respondents: a part
 * that few are in is a small share, not an uncertain one. With `confidentiality` a part is hidden by its own
 * number, as the policy has it.
 */
export function sharesOfAll(
  table: Tally,
  parts: readonly Cells[],
  whole: Whole,
  options: EstimateOptions,
): GroupMargin[] {
  const policy = policyOf(options);
  const shares = sharesOf(
    table,
    parts.map((part) => ({ part, whole })),
  );
  return shares.map((share, index) => {
    const shown = policy(whole.n, [share]);
    if (shown === 'suppressed') return hiddenMargin;
    const weightedN = totalOf(table, parts[index]);
    return { n: share.part, weightedN, share: shareEstimate(share, options), shown };
  });
}

export const hiddenMargin: GroupMargin = {
  n: null,
  weightedN: null,
  share: suppressedShare,
  shown: 'suppressed',
};
