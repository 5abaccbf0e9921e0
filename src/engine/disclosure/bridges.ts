/**
 * Edges of a bipartite graph that lie on no cycle (Tarjan 1974).
 *
 * @param edges rows × columns, row by row: 1 where row and column are joined.
 * @param width columns.
 */
export function bridgesOf(edges: Uint8Array, width: number): number[] {
  const height = edges.length / width;
  const found = new Int32Array(height + width).fill(-1);
  const lowest = new Int32Array(height + width);
  const bridges: number[] = [];
  let time = 0;

  const visit = (node: number, by: number): void => {
    found[node] = lowest[node] = time++;
    const isRow = node < height;
    for (let other = 0; other < (isRow ? width : height); other++) {
      const edge = isRow ? node * width + other : other * width + (node - height);
      if (edges[edge] === 0 || edge === by) continue;
      const next = isRow ? height + other : other;
      if (found[next] >= 0) {
        lowest[node] = Math.min(lowest[node], found[next]);
        continue;
      }
      visit(next, edge);
      lowest[node] = Math.min(lowest[node], lowest[next]);
      if (lowest[next] > found[node]) bridges.push(edge);
    }
  };
  for (let node = 0; node < height; node++) if (found[node] < 0) visit(node, -1);
  return bridges;
}
