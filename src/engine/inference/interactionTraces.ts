/** Traces of Δ and Δ²: all that the second-order correction needs of the generalised design effects. */
export interface Traces {
  readonly trace: number;
  readonly traceOfSquare: number;
}

/**
 * Traces of Δ = (CᵀD⁻¹C)⁻¹(CᵀD⁻¹VD⁻¹C), C the interaction contrasts of an R × C table.
 *
 * With G = D^{-½}C and W = D^{-½}VD^{-½}, Δ = (GᵀG)⁻¹GᵀWG has the traces of PW, P the projection on
 * the columns of G: tr Δ = tr PWP, tr Δ² = ‖PWP‖². What is orthogonal to G is D^{½}x with x a sum of a
 * row and a column effect that is 0 in empty cells: R + C − 1 − (empty cells) vectors instead of the
 * (R − 1)(C − 1) contrasts, so that large tables stay cheap.
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
  const effects = mainEffectsWithoutEmptyCells(p, rowCount, columnCount);
  if (effects === null) return null;
  const cells = p.map((_, cell) => cell).filter((cell) => p[cell] > 0);
  const roots = cells.map((cell) => Math.sqrt(p[cell]));
  const basis = orthonormal(
    effects.map((effect) => Float64Array.from(cells, (cell, index) => effect[cell] * roots[index])),
  );

  const size = cells.length;
  const matrix = new Float64Array(size * size);
  for (let i = 0; i < size; i++)
    for (let j = 0; j < size; j++)
      matrix[i * size + j] = covariance[cells[i] * p.length + cells[j]] / (roots[i] * roots[j]);
  projectRows(matrix, basis, size);
  transpose(matrix, size);
  projectRows(matrix, basis, size);

  let trace = 0;
  let traceOfSquare = 0;
  for (let i = 0; i < size; i++) trace += matrix[i * size + i];
  for (const value of matrix) traceOfSquare += value * value;
  return { trace, traceOfSquare };
}

/**
 * A basis of the row-and-column effects (r_i + c_j over the cells) that vanish in the empty cells.
 * Starts from the indicators of rows and of columns but the last; each empty cell takes one vector away.
 */
function mainEffectsWithoutEmptyCells(
  p: readonly number[],
  rowCount: number,
  columnCount: number,
): Float64Array[] | null {
  let effects: Float64Array[] = [];
  for (let row = 0; row < rowCount; row++)
    effects.push(Float64Array.from(p, (_, cell) => Number(Math.floor(cell / columnCount) === row)));
  for (let column = 0; column + 1 < columnCount; column++)
    effects.push(Float64Array.from(p, (_, cell) => Number(cell % columnCount === column)));

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

/** Gram–Schmidt, each vector twice ("twice is enough", Kahan); vectors left with nothing are dropped. */
function orthonormal(vectors: readonly Float64Array[]): Float64Array[] {
  const basis: Float64Array[] = [];
  for (const vector of vectors) {
    const before = Math.sqrt(dot(vector, vector));
    for (let pass = 0; pass < 2; pass++) for (const one of basis) subtract(vector, one, dot(vector, one));
    const length = Math.sqrt(dot(vector, vector));
    if (length > 1e-12 * before) basis.push(vector.map((value) => value / length));
  }
  return basis;
}

/** Replaces each row of a square matrix by what is orthogonal to the basis. */
function projectRows(matrix: Float64Array, basis: readonly Float64Array[], size: number): void {
  for (let i = 0; i < size; i++) {
    const row = matrix.subarray(i * size, (i + 1) * size);
    for (const one of basis) subtract(row, one, dot(row, one));
  }
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let index = 0; index < a.length; index++) sum += a[index] * b[index];
  return sum;
}

function subtract(from: Float64Array, vector: Float64Array, factor: number): void {
  for (let index = 0; index < from.length; index++) from[index] -= factor * vector[index];
}

function transpose(matrix: Float64Array, size: number): void {
  for (let i = 0; i < size; i++)
    for (let j = 0; j < i; j++) {
      const value = matrix[i * size + j];
      matrix[i * size + j] = matrix[j * size + i];
      matrix[j * size + i] = value;
    }
}
