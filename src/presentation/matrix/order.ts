import type { MatrixDefinition } from '#contract/analysisDefinition.ts';
import type { Dimension } from '#contract/concern.ts';
import type { MatrixMargin, MatrixResult } from '#contract/matrix.ts';
import { dimensions } from '../concerns/dimensions.ts';
import { seriate } from './seriate.ts';

export type Order = MatrixDefinition['order'];
export const orders = ['share', 'dimension', 'blocks', 'tagged'] as const satisfies readonly Order[];

export interface OrderedConcerns {
  readonly fear: readonly MatrixMargin[];
  readonly want: readonly MatrixMargin[];
}

/** `dimensionsOf` gives the dimensions that a variable was tagged with; untagged concerns come last. */
export function orderMatrix(
  { fear, want, pairs }: Pick<MatrixResult, 'fear' | 'want' | 'pairs'>,
  order: Order,
  dimensionsOf: (variable: string) => readonly Dimension[],
): OrderedConcerns {
  const [fears, wants] = [fear, want].map((margins) => orderConcerns(margins, order, dimensionsOf));
  if (order !== 'blocks') return { fear: fears, want: wants };
  const phi = new Map(pairs.map((pair) => [`${pair.fear}\n${pair.want}`, pair.phi.estimate]));
  const table = fears.map((row) =>
    wants.map((column) => phi.get(`${row.variable}\n${column.variable}`) ?? null),
  );
  const { rows, columns } = seriate(
    table,
    fears.map(({ share }) => share.estimate ?? 0),
  );
  return { fear: rows.map((index) => fears[index]), want: columns.map((index) => wants[index]) };
}

/** One side by itself; for blocks, which take both, by share. */
export function orderConcerns(
  margins: readonly MatrixMargin[],
  order: Order,
  dimensionsOf: (variable: string) => readonly Dimension[],
): readonly MatrixMargin[] {
  if (order === 'tagged') return margins;
  const byShare = margins.toSorted((a, b) => (b.share.estimate ?? -1) - (a.share.estimate ?? -1));
  if (order !== 'dimension') return byShare;
  const place = ({ variable }: MatrixMargin): number => {
    const first = dimensions.findIndex((dimension) => dimensionsOf(variable).includes(dimension));
    return first < 0 ? dimensions.length : first;
  };
  return byShare.toSorted((a, b) => place(a) - place(b));
}
