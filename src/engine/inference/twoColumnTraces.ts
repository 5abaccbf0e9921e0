/**
 * `interactionTraces` of a table of two columns, in as many dimensions as it has rows.
 *
 * What is orthogonal to the effects of the rows is one vector v a row: (√p₂, −√p₁)/√(p₁ + p₂) over its two cells,
 * or 1 in the only cell that is not empty, where the row's effect is what the column's makes it. The effect of the
 * columns has along it a = √(p₁p₂/(p₁ + p₂)), or √p₁, or −√p₂. With M = vᵀD^{-½}VD^{-½}v and a made a unit vector,
 * Δ has the traces of (I − aaᵀ)M(I − aaᵀ).
 *
 * @param p shares of the cells, row by row; at least one in each row and column is not 0.
 * @param covariance V of these shares, cells × cells.
 */
export function twoColumnTraces(
  p: readonly number[],
  covariance: Float64Array,
): { trace: number; traceOfSquare: number } {
  const { slopes, along } = vectorsOf(p);
  const rows = along.length;
  const size = p.length;
  const matrix = new Float64Array(rows * rows);
  const products = new Float64Array(rows);
  let [ofBoth, trace, traceOfSquare] = [0, 0, 0];
  for (let i = 0; i < rows; i++)
    for (let j = 0; j < rows; j++) {
      const at = 2 * i * size + 2 * j;
      const ofFirst = slopes[2 * j] * covariance[at] + slopes[2 * j + 1] * covariance[at + 1];
      const ofSecond = slopes[2 * j] * covariance[at + size] + slopes[2 * j + 1] * covariance[at + size + 1];
      const value = slopes[2 * i] * ofFirst + slopes[2 * i + 1] * ofSecond;
      matrix[i * rows + j] = value;
      products[i] += value * along[j];
    }
  for (let i = 0; i < rows; i++) ofBoth += along[i] * products[i];
  for (let i = 0; i < rows; i++)
    for (let j = 0; j < rows; j++) {
      const apart =
        matrix[i * rows + j] - along[i] * products[j] - along[j] * products[i] + along[i] * along[j] * ofBoth;
      if (i === j) trace += apart;
      traceOfSquare += apart * apart;
    }
  return { trace, traceOfSquare };
}

/** D^{-½}v of each row in its two cells, and a. */
function vectorsOf(p: readonly number[]): { slopes: Float64Array; along: Float64Array } {
  const slopes = new Float64Array(p.length);
  const along = new Float64Array(p.length / 2);
  let squares = 0;
  for (let row = 0; row < along.length; row++) {
    const first = p[2 * row];
    const second = p[2 * row + 1];
    const both = first + second;
    if (first > 0 && second > 0) {
      slopes[2 * row] = Math.sqrt(second / (first * both));
      slopes[2 * row + 1] = -Math.sqrt(first / (second * both));
      along[row] = Math.sqrt((first * second) / both);
    } else {
      slopes[2 * row + (first > 0 ? 0 : 1)] = 1 / Math.sqrt(both);
      along[row] = first > 0 ? Math.sqrt(both) : -Math.sqrt(both);
    }
    squares += along[row] * along[row];
  }
  for (let row = 0; row < along.length; row++) along[row] /= Math.sqrt(squares);
  return { slopes, along };
}
