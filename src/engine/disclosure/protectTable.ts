import { bridgesOf } from './bridges.ts';

/** Which figures of a two-way table with its totals may be shown. */
export interface ProtectedTable {
  cellHidden(row: number, column: number): boolean;
  /** The row's total, and with it every share of the row. */
  rowHidden(row: number): boolean;
  columnHidden(column: number): boolean;
  readonly totalHidden: boolean;
  readonly anyHidden: boolean;
}

/** A total is worth this many cells: it is hidden only where cells will not do. */
const worthOfTotal = 1000;

/**
 * Confidentiality: no number of respondents from 1 to minimum − 1 is shown, nor can be computed from what
 * is shown (cell suppression; Cox 1980, Hundepool et al. 2012, chapter 4).
 *
 * Primary: cells and totals with 0 < n < minimum. Complementary: in the table with its totals each
 * number stands in one equation of its row and one of its column, so it is an edge of a bipartite graph
 * between rows and columns; what is hidden can be computed if, and only if, it is a bridge of the graph
 * of hidden edges (it lies on no cycle of them). Each bridge gets the cheapest cycle through hidden and
 * further numbers, the fewest and smallest first, totals last; at the end what is not needed is shown
 * again, the dearest first. Only numbers above 0 are hidden, so that along each cycle one respondent may
 * be moved either way: knowing that counts are whole and not negative does not help.
 *
 * Weighted numbers and shares stand in the same equations: whoever hides a number must hide its weighted
 * number and its shares, and with a total the shares of which it is the denominator.
 *
 * Known limits: what two tables with different filters or categories tell together is not looked at, nor
 * how narrow the range of a hidden number is (no sliding protection, p% or dominance rule).
 *
 * @param counts unweighted, row by row.
 */
export function protectTable(
  counts: ArrayLike<number>,
  rowCount: number,
  columnCount: number,
  minimum: number,
): ProtectedTable {
  const table = withTotals(counts, rowCount, columnCount);
  const width = columnCount + 1;
  const primary = Uint8Array.from(table, (n) => Number(n > 0 && n < minimum));
  const hidden = primary.slice();
  const largest = table[table.length - 1];
  const cost = Float64Array.from(table, (n, at) => {
    const isTotal = at >= rowCount * width || at % width === columnCount;
    return n === 0 ? Infinity : (1 + n / largest) * (isTotal ? worthOfTotal : 1);
  });
  for (let bridge = firstBridge(hidden, width); bridge >= 0; bridge = firstBridge(hidden, width))
    for (const edge of cheapestCycle(bridge, hidden, cost, width)) hidden[edge] = 1;

  const complementary = [...hidden.keys()].filter((edge) => hidden[edge] === 1 && primary[edge] === 0);
  for (const edge of complementary.sort((a, b) => cost[b] - cost[a])) {
    hidden[edge] = 0;
    if (firstBridge(hidden, width) >= 0) hidden[edge] = 1;
  }
  return {
    cellHidden: (row, column) => hidden[row * width + column] === 1,
    rowHidden: (row) => hidden[row * width + columnCount] === 1,
    columnHidden: (column) => hidden[rowCount * width + column] === 1,
    totalHidden: hidden[hidden.length - 1] === 1,
    anyHidden: hidden.includes(1),
  };
}

function withTotals(counts: ArrayLike<number>, rowCount: number, columnCount: number): Float64Array {
  const width = columnCount + 1;
  const table = new Float64Array((rowCount + 1) * width);
  for (let row = 0; row < rowCount; row++)
    for (let column = 0; column < columnCount; column++) {
      const n = counts[row * columnCount + column];
      for (const at of [row * width + column, row * width + columnCount, rowCount * width + column])
        table[at] += n;
      table[table.length - 1] += n;
    }
  return table;
}

function firstBridge(hidden: Uint8Array, width: number): number {
  return bridgesOf(hidden, width)[0] ?? -1;
}

/** The edges of the cheapest way from the row of an edge to its column without it (Dijkstra 1959). */
function cheapestCycle(edge: number, hidden: Uint8Array, cost: Float64Array, width: number): number[] {
  const height = hidden.length / width;
  const nodes = height + width;
  const distance = new Float64Array(nodes).fill(Infinity);
  const arrivedBy = new Int32Array(nodes).fill(-1);
  const done = new Uint8Array(nodes);
  const start = Math.floor(edge / width);
  const end = height + (edge % width);
  distance[start] = 0;
  for (;;) {
    let nearest = -1;
    for (let node = 0; node < nodes; node++)
      if (done[node] === 0 && distance[node] < (nearest < 0 ? Infinity : distance[nearest])) nearest = node;
    if (nearest < 0 || nearest === end) break;
    done[nearest] = 1;
    const isRow = nearest < height;
    for (let other = 0; other < (isRow ? width : height); other++) {
      const next = isRow ? nearest * width + other : other * width + (nearest - height);
      const node = isRow ? height + other : other;
      const there = distance[nearest] + (hidden[next] === 1 ? 0 : cost[next]);
      if (next === edge || there >= distance[node]) continue;
      distance[node] = there;
      arrivedBy[node] = next;
    }
  }
  const cycle: number[] = [];
  for (let node = end; node !== start;) {
    const by = arrivedBy[node];
    cycle.push(by);
    node = node < height ? height + (by % width) : Math.floor(by / width);
  }
  return cycle;
}
