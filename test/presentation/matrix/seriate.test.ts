import { describe, expect, it } from 'vitest';
import { orderMatrix } from '#presentation/matrix/order.ts';
import { seriate } from '#presentation/matrix/seriate.ts';
import { plausibleMatrix } from '../../renderer/plausibleMatrix.ts';

/** Two blocks, shuffled: rows 0, 2, 4 go with columns 1, 3, the others with columns 0, 2. */
const blocks = Array.from({ length: 5 }, (_, row) =>
  Array.from({ length: 4 }, (_, column) => (row % 2 !== column % 2 ? 0.4 : 0.02) + 0.001 * row),
);

describe('an order in blocks', () => {
  it('puts rows and columns that go together beside each other', () => {
    const { rows, columns } = seriate(blocks, [0.9, 0.1, 0.8, 0.1, 0.7]);
    expect(new Set(rows.slice(0, 3))).toEqual(new Set([0, 2, 4]));
    expect(new Set(columns.slice(0, 2))).toEqual(new Set([1, 3]));
  });

  it('begins with the rows that lead', () => {
    expect(new Set(seriate(blocks, [0, 1, 0, 1, 0]).rows.slice(0, 2))).toEqual(new Set([1, 3]));
  });

  it('is that of the first singular vectors, as R has them', () => {
    // m <- matrix(c(.31,.05,.22,.40, .02,.35,.11,.09, .27,.12,.30,.33), 3, byrow = TRUE)
    // s <- svd(sweep(sweep(m, 1, rowMeans(m)), 2, colMeans(m)) + mean(m))
    // order(-s$u[, 1]); order(-s$v[, 1]): rows 1 3 2, columns 4 1 3 2, counted from 1, or both reversed
    const table = [
      [0.31, 0.05, 0.22, 0.4],
      [0.02, 0.35, 0.11, 0.09],
      [0.27, 0.12, 0.3, 0.33],
    ];
    expect(seriate(table, [3, 1, 2])).toEqual({ rows: [0, 2, 1], columns: [3, 0, 2, 1] });
    expect(seriate(table, [1, 3, 2])).toEqual({ rows: [1, 2, 0], columns: [1, 2, 0, 3] });
  });

  it('is the same for the same table, leaves out what is not there, and takes a single row', () => {
    const holed = blocks.map((line, row) => line.map((value, column) => (row === column ? null : value)));
    expect(seriate(holed, [1, 2, 3, 4, 5])).toEqual(seriate(holed, [1, 2, 3, 4, 5]));
    expect(seriate([[0.1, 0.3, 0.2]], [1])).toEqual({ rows: [0], columns: [0, 1, 2] });
    expect(seriate([[null, null]], [0])).toEqual({ rows: [0], columns: [0, 1] });
  });

  it('keeps every concern of a matrix, each once', () => {
    const result = plausibleMatrix(6, 5);
    const { fear, want } = orderMatrix(result, 'blocks', () => []);
    expect(new Set(fear)).toEqual(new Set(result.fear));
    expect(new Set(want)).toEqual(new Set(result.want));
  });
});
