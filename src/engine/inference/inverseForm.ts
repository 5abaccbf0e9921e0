/** What is left of a diagonal of 1 below this is rounding. */
const smallestPivot = 1e-11;

/**
 * yᵀM⁻¹y by Cholesky's factors of M scaled to a diagonal of 1.
 *
 * @param matrix M, symmetric, q × q, row by row.
 * @returns `null` where M is not positive definite, or so nearly singular that rounding decides.
 */
export function inverseForm(y: Float64Array, matrix: Float64Array): number | null {
  const size = y.length;
  const factor = new Float64Array(size * size);
  const solved = new Float64Array(size);
  const scale = Float64Array.from(y, (_, index) => 1 / Math.sqrt(matrix[index * size + index]));
  let form = 0;
  for (let row = 0; row < size; row++) {
    if (!Number.isFinite(scale[row])) return null;
    for (let column = 0; column <= row; column++) {
      let value = matrix[row * size + column] * scale[row] * scale[column];
      for (let before = 0; before < column; before++)
        value -= factor[row * size + before] * factor[column * size + before];
      if (column < row) factor[row * size + column] = value / factor[column * size + column];
      else if (value < smallestPivot) return null;
      else factor[row * size + row] = Math.sqrt(value);
    }
    let rest = y[row] * scale[row];
    for (let before = 0; before < row; before++) rest -= factor[row * size + before] * solved[before];
    solved[row] = rest / factor[row * size + row];
    form += solved[row] * solved[row];
  }
  return form;
}
