/**
 * How the weights of a design were calibrated to known totals, as variances need it: respondents by
 * the combination of the margins' levels that they belong to, and the regression on the margins.
 */
export interface Calibration {
  /** The combination of each position. */
  readonly combinations: Uint32Array;
  readonly combinationCount: number;
  /** g of each combination: calibrated weight / weight of the design. */
  readonly factors: Float64Array;
  /** D_c = Σ of the design's weights over each combination. */
  readonly designTotals: Float64Array;
  /** A basis of the sums of the margins' effects over the combinations, orthonormal in D. */
  readonly basis: readonly Float64Array[];
}

/**
 * The fit of a variable on the margins, of which the mean in each combination is given (both weighted
 * by the design's weights): least squares, one number a combination.
 */
export function fitOnMargins({ basis, designTotals }: Calibration, means: Float64Array): Float64Array {
  const fit = new Float64Array(means.length);
  for (const one of basis) {
    let product = 0;
    for (let index = 0; index < means.length; index++)
      product += designTotals[index] * one[index] * means[index];
    for (let index = 0; index < means.length; index++) fit[index] += product * one[index];
  }
  return fit;
}

/**
 * An orthonormal basis, in the product Σ_c D_c x_c y_c, of what is a sum of one effect for each margin.
 * Gram–Schmidt, each vector twice ("twice is enough", Kahan); what earlier margins hold already is dropped.
 *
 * @param levels for each margin the level of each combination. @param designTotals D.
 */
export function marginBasis(levels: readonly Uint32Array[], designTotals: Float64Array): Float64Array[] {
  const basis: Float64Array[] = [];
  const product = (a: Float64Array, b: Float64Array): number => {
    let sum = 0;
    for (let index = 0; index < a.length; index++) sum += designTotals[index] * a[index] * b[index];
    return sum;
  };
  for (const ofMargin of levels) {
    const levelCount = ofMargin.reduce((most, level) => Math.max(most, level + 1), 0);
    for (let level = 0; level < levelCount; level++) {
      const vector = Float64Array.from(ofMargin, (one) => Number(one === level));
      const before = Math.sqrt(product(vector, vector));
      for (let pass = 0; pass < 2; pass++)
        for (const one of basis) {
          const along = product(vector, one);
          for (let index = 0; index < vector.length; index++) vector[index] -= along * one[index];
        }
      const length = Math.sqrt(product(vector, vector));
      if (length > 1e-10 * before) basis.push(vector.map((value) => value / length));
    }
  }
  return basis;
}
