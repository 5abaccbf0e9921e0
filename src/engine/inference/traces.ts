/**
 * Traces of Δ and Δ² for Δ = (CᵀS)⁻¹(SᵀVS), S = D⁻¹C: all that the second-order correction needs.
 *
 * CᵀS = LLᵀ (Cholesky); Δ is similar to L⁻¹(SᵀVS)L⁻ᵀ, which is symmetric, so that
 * tr Δ is its trace and tr Δ² the sum of its squared elements.
 *
 * @param contrasts C, one vector over the cells each. @param scores S likewise.
 * @param covariance V, cells × cells.
 * @returns `null` where CᵀS is singular (too many empty cells).
 */
export function traces(
  contrasts: readonly number[][],
  scores: readonly number[][],
  covariance: Float64Array,
): { trace: number; traceOfSquare: number } | null {
  const size = contrasts.length;
  const cells = contrasts[0].length;
  const lower = choleskyOf(products(contrasts, scores), size);
  if (lower === null) return null;

  const weighted = scores.map((score) => {
    const product = new Float64Array(cells);
    for (let i = 0; i < cells; i++) {
      if (score[i] === 0) continue;
      for (let j = 0; j < cells; j++) product[j] += score[i] * covariance[i * cells + j];
    }
    return product;
  });
  const middle = products(weighted, scores);
  solveColumns(lower, middle, size);
  transpose(middle, size);
  solveColumns(lower, middle, size);

  let trace = 0;
  let traceOfSquare = 0;
  for (let i = 0; i < size; i++) trace += middle[i * size + i];
  for (const value of middle) traceOfSquare += value * value;
  return { trace, traceOfSquare };
}

/** The matrix of inner products of two lists of vectors. */
function products(left: readonly ArrayLike<number>[], right: readonly ArrayLike<number>[]): Float64Array {
  const matrix = new Float64Array(left.length * right.length);
  left.forEach((a, i) =>
    right.forEach((b, j) => {
      let sum = 0;
      for (let k = 0; k < a.length; k++) sum += a[k] * b[k];
      matrix[i * right.length + j] = sum;
    }),
  );
  return matrix;
}

function choleskyOf(matrix: Float64Array, size: number): Float64Array | null {
  const lower = new Float64Array(size * size);
  for (let i = 0; i < size; i++)
    for (let j = 0; j <= i; j++) {
      let sum = matrix[i * size + j];
      for (let k = 0; k < j; k++) sum -= lower[i * size + k] * lower[j * size + k];
      if (i > j) lower[i * size + j] = sum / lower[j * size + j];
      else if (sum > 1e-12 * matrix[i * size + i]) lower[i * size + i] = Math.sqrt(sum);
      else return null;
    }
  return lower;
}

/** Replaces `matrix` by L⁻¹ · matrix. */
function solveColumns(lower: Float64Array, matrix: Float64Array, size: number): void {
  for (let i = 0; i < size; i++) {
    for (let k = 0; k < i; k++) {
      const factor = lower[i * size + k];
      for (let j = 0; j < size; j++) matrix[i * size + j] -= factor * matrix[k * size + j];
    }
    for (let j = 0; j < size; j++) matrix[i * size + j] /= lower[i * size + i];
  }
}

function transpose(matrix: Float64Array, size: number): void {
  for (let i = 0; i < size; i++)
    for (let j = 0; j < i; j++) {
      const value = matrix[i * size + j];
      matrix[i * size + j] = matrix[j * size + i];
      matrix[j * size + i] = value;
    }
}
