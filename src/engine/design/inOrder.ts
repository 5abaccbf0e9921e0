/** Values of rows of the file in another order, `order` naming the row at each position. */
export function inOrder(values: Float64Array, order: Uint32Array): Float64Array {
  const sorted = new Float64Array(order.length);
  for (let position = 0; position < order.length; position++) sorted[position] = values[order[position]];
  return sorted;
}
