import type { Dimension } from '#contract/concern.ts';
import type { MatrixMargin } from '#contract/matrix.ts';
import { dimensions } from '../concerns/dimensions.ts';

export const orders = ['share', 'dimension', 'tagged'] as const;
export type Order = (typeof orders)[number];

/** `dimensionsOf` gives the dimensions that a variable was tagged with; untagged concerns come last. */
export function orderConcerns(
  margins: readonly MatrixMargin[],
  order: Order,
  dimensionsOf: (variable: string) => readonly Dimension[],
): readonly MatrixMargin[] {
  if (order === 'tagged') return margins;
  const byShare = margins.toSorted((a, b) => (b.share.estimate ?? -1) - (a.share.estimate ?? -1));
  if (order === 'share') return byShare;
  const place = ({ variable }: MatrixMargin): number => {
    const first = dimensions.findIndex((dimension) => dimensionsOf(variable).includes(dimension));
    return first < 0 ? dimensions.length : first;
  };
  return byShare.toSorted((a, b) => place(a) - place(b));
}
