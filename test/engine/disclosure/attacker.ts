import type { Crosstab } from '#engine/estimate/crosstab.ts';

/**
 * Which numbers of a table with its totals somebody can work out from what a crosstab shows: all that
 * follows from rows and columns adding up, from every n, weighted n and share that is given.
 *
 * @returns for each number of the (rows + 1) × (columns + 1) table, totals last, whether it is known.
 */
export function workedOut(table: Crosstab): boolean[] {
  const [rowCount, columnCount] = [table.rows.length, table.columns.length];
  const width = columnCount + 1;
  const known = new Array<boolean>((rowCount + 1) * width).fill(false);
  table.rows.forEach(({ n, weightedN }, row) => {
    if (n !== null || weightedN !== null) known[row * width + columnCount] = true;
  });
  table.columns.forEach(({ n, weightedN }, column) => {
    if (n !== null || weightedN !== null) known[rowCount * width + column] = true;
  });
  table.cells.forEach(({ n, weightedN, ofTotal, ofRow, ofColumn }, index) => {
    const [row, column] = [Math.floor(index / columnCount), index % columnCount];
    const shares = [ofTotal, ofRow, ofColumn];
    const wholes = [known.length - 1, row * width + columnCount, rowCount * width + column];
    if (n !== null || weightedN !== null || shares.some(anyFigure)) known[row * width + column] = true;
    shares.forEach((share, which) => {
      if (anyFigure(share)) known[wholes[which]] = true;
    });
  });

  const unknown = [...known.keys()].filter((at) => !known[at]);
  const place = new Map(unknown.map((at, index) => [at, index]));
  const equation = (cells: number[]): number[] => {
    const one = unknown.map(() => 0);
    cells.forEach((at, index) => {
      const column = place.get(at);
      if (column !== undefined) one[column] = index + 1 < cells.length ? 1 : -1;
    });
    return one;
  };
  const rows = Array.from({ length: rowCount + 1 }, (_, row) =>
    equation(Array.from({ length: width }, (_, column) => row * width + column)),
  );
  const columns = Array.from({ length: width }, (_, column) =>
    equation(Array.from({ length: rowCount + 1 }, (_, row) => row * width + column)),
  );
  for (const solved of reduced([...rows, ...columns])) {
    const involved = [...solved.keys()].filter((column) => solved[column] !== 0);
    if (involved.length === 1) known[unknown[involved[0]]] = true;
  }
  return known;
}

function anyFigure(share: object): boolean {
  return Object.values(share).some((figure) => typeof figure === 'number');
}

/**
 * Reduced row echelon form. The equations are those of a network, totally unimodular: all numbers stay
 * −1, 0 and 1, and a number is determined exactly where an equation of its own is left.
 */
function reduced(equations: number[][]): number[][] {
  const rows = equations.map((one) => [...one]);
  let rank = 0;
  for (let column = 0; column < (rows[0]?.length ?? 0); column++) {
    const pivot = rows.findIndex((one, index) => index >= rank && one[column] !== 0);
    if (pivot < 0) continue;
    [rows[rank], rows[pivot]] = [rows[pivot], rows[rank]];
    const factor = rows[rank][column];
    rows[rank] = rows[rank].map((value) => value / factor);
    rows.forEach((one, index) => {
      if (index === rank || one[column] === 0) return;
      const times = one[column];
      rows[rank].forEach((value, at) => (one[at] -= times * value));
    });
    rank++;
  }
  return rows;
}
