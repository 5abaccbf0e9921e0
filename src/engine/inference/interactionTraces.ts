import { twoColumnTraces } from './twoColumnTraces.ts';

/** Traces of Δ and Δ²: all that the second-order correction needs of the generalised design effects. */
export interface Traces {
  readonly trace: number;
  readonly traceOfSquare: number;
}

/** Vectors one after the other, by their elements that are not 0: those of single rows or columns are few. */
interface SparseVectors {
  count: number;
  /** First element of each, and the end. */
  readonly start: number[];
  readonly at: number[];
  readonly values: number[];
}

/**
 * Traces of Δ = (CᵀD⁻¹C)⁻¹(CᵀD⁻¹VD⁻¹C), C the interaction contrasts of an R × C table.
 *
 * With G = D^{-½}C and W = D^{-½}VD^{-½}, Δ = (GᵀG)⁻¹GᵀWG has the traces of PW, P the projection on
 * the columns of G: tr Δ = tr WP, tr Δ² = tr WPWP. What is orthogonal to G is D^{½}x with x a sum of a
 * row and a column effect that is 0 in empty cells: R + C − 1 − (empty cells) vectors instead of the
 * (R − 1)(C − 1) contrasts, most of them with few elements, so that large tables stay cheap.
 *
 * @param p shares of the cells, row by row; at least one in each row and column is not 0.
 * @param covariance V of these shares, cells × cells.
 * @returns `null` where CᵀD⁻¹C is singular: the empty cells leave too few for the contrasts.
 */
export function interactionTraces(
  p: readonly number[],
  covariance: Float64Array,
  rowCount: number,
  columnCount: number,
): Traces | null {
  const traces =
    columnCount === 2
      ? twoColumnTraces(p, covariance)
      : manyColumnTraces(p, covariance, rowCount, columnCount);
  if (traces === null) return null;
  const whole = p.reduce(
    (sum, share, cell) => (share > 0 ? sum + covariance[cell * (p.length + 1)] / share : sum),
    0,
  );
  // Where every PSU agrees with the margins only the rounding of V is left.
  return traces.trace > 1e-13 * whole ? traces : { trace: 0, traceOfSquare: 0 };
}

function manyColumnTraces(
  p: readonly number[],
  covariance: Float64Array,
  rowCount: number,
  columnCount: number,
): Traces | null {
  const effects = mainEffectsWithoutEmptyCells(p, rowCount, columnCount);
  if (effects === null) return null;
  const cells = Uint32Array.from(p.flatMap((share, cell) => (share > 0 ? [cell] : [])));
  const roots = Float64Array.from(cells, (cell) => Math.sqrt(p[cell]));
  const basis = orthonormal(effects.map((effect) => overCells(effect, cells, roots)));

  const inverse = roots.map((root) => 1 / root);
  const size = cells.length;
  const matrix = new Float64Array(size * size);
  const row = new Float64Array(size);
  for (let i = 0; i < size; i++) {
    const from = cells[i] * p.length;
    for (let j = 0; j < size; j++) row[j] = covariance[from + cells[j]] * (inverse[i] * inverse[j]);
    project(row, basis);
    matrix.set(row, i * size);
  }

  let trace = 0;
  let traceOfSquare = 0;
  for (let i = 0; i < size; i++) {
    trace += matrix[i * size + i];
    for (let j = 0; j < size; j++) traceOfSquare += matrix[i * size + j] * matrix[j * size + i];
  }
  return { trace, traceOfSquare };
}

/**
 * A basis of the row-and-column effects (r_i + c_j over the cells) that vanish in the empty cells.
 * Starts from the indicators of all rows and of columns but the last, or the other way round where there are
 * more columns; each empty cell takes one vector away.
 */
function mainEffectsWithoutEmptyCells(
  p: readonly number[],
  rowCount: number,
  columnCount: number,
): Float64Array[] | null {
  const rows = Array.from({ length: rowCount }, (_, row) =>
    new Float64Array(p.length).fill(1, row * columnCount, (row + 1) * columnCount),
  );
  const columns = Array.from({ length: columnCount }, (_, column) => {
    const effect = new Float64Array(p.length);
    for (let cell = column; cell < effect.length; cell += columnCount) effect[cell] = 1;
    return effect;
  });
  let effects =
    rowCount < columnCount ? [...columns, ...rows.slice(0, -1)] : [...rows, ...columns.slice(0, -1)];

  for (let empty = 0; empty < p.length; empty++) {
    if (p[empty] > 0) continue;
    const pivot = effects.reduce<Float64Array | null>(
      (best, effect) => (best === null || Math.abs(effect[empty]) > Math.abs(best[empty]) ? effect : best),
      null,
    );
    if (pivot === null || Math.abs(pivot[empty]) < 1e-9) return null;
    effects = effects.filter((effect) => effect !== pivot);
    for (const effect of effects) {
      const factor = effect[empty] / pivot[empty];
      if (factor === 0) continue;
      for (let cell = 0; cell < p.length; cell++) effect[cell] -= factor * pivot[cell];
      effect[empty] = 0;
    }
  }
  return effects;
}

/** D^{½}x, of the cells that are not empty, in the place of x. */
function overCells(effect: Float64Array, cells: Uint32Array, roots: Float64Array): Float64Array {
  for (let index = 0; index < cells.length; index++) effect[index] = effect[cells[index]] * roots[index];
  return effect.subarray(0, cells.length);
}

/** Gram–Schmidt, each vector twice ("twice is enough", Kahan); vectors left with nothing are dropped. */
function orthonormal(vectors: readonly Float64Array[]): SparseVectors {
  const basis: SparseVectors = { count: 0, start: [0], at: [], values: [] };
  for (const vector of vectors) {
    const before = lengthOf(vector);
    project(vector, basis);
    project(vector, basis);
    const length = lengthOf(vector);
    if (!(length > 1e-12 * before)) continue;
    for (let index = 0; index < vector.length; index++) {
      if (vector[index] === 0) continue;
      basis.at.push(index);
      basis.values.push(vector[index] / length);
    }
    basis.start.push(basis.at.length);
    basis.count++;
  }
  return basis;
}

/** Takes off the vector what lies along each vector of the basis, one after the other. */
function project(vector: Float64Array, { count, start, at, values }: SparseVectors): void {
  for (let one = 0; one < count; one++) {
    const end = start[one + 1];
    let along = 0;
    for (let index = start[one]; index < end; index++) along += vector[at[index]] * values[index];
    if (along === 0) continue;
    for (let index = start[one]; index < end; index++) vector[at[index]] -= along * values[index];
  }
}

function lengthOf(vector: Float64Array): number {
  let squares = 0;
  for (let index = 0; index < vector.length; index++) squares += vector[index] * vector[index];
  return Math.sqrt(squares);
}
