/**
 * Values less a constant near them, as a layer for `tally`: the mean of the values is `centre` plus
 * the mean of the layer, and its variance is that of the layer.
 *
 * @param cells as for `tally`: values are read where this is not −1.
 * @returns the centre 0 where there are no rows.
 */
export function centredLayer(
  values: Float64Array,
  cells: Int32Array,
): { readonly layer: Float64Array; readonly centre: number } {
  let sum = 0;
  let count = 0;
  for (let row = 0; row < values.length; row++) {
    if (cells[row] < 0) continue;
    sum += values[row];
    count++;
  }
  const centre = count === 0 ? 0 : sum / count;
  return { layer: values.map((value) => value - centre), centre };
}
