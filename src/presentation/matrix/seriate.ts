/** Places of rows and columns, first to last. */
export interface Seriation {
  readonly rows: readonly number[];
  readonly columns: readonly number[];
}

const mostRounds = 500;
const settled = 1e-12;

/**
 * An order of rows and columns in which blocks of a table show: by the first pair of singular vectors of
 * the table with its row and column means taken off (the first axis of Friendly's (2002) and of correspondence
 * analysis). It orders what is shown and is itself never shown. The same table gives the same order.
 *
 * @param table `null` where there is no figure: it leans to neither side.
 * @param lead by row; the end of the axis on which rows lead is put first.
 */
export function seriate(table: readonly (readonly (number | null)[])[], lead: readonly number[]): Seriation {
  const centred = centre(table);
  const width = table[0]?.length ?? 0;
  // Rows apart from each other, whatever their number, so that the start is not across the axis.
  let rows = centred.map((_, row) => 1 + row / (table.length + 1));
  let columns = new Array<number>(width).fill(0);
  for (let round = 0; round < mostRounds; round++) {
    columns = unit(columns.map((_, column) => sum(centred.map((line, row) => line[column] * rows[row]))));
    const next = unit(centred.map((line) => sum(line.map((value, column) => value * columns[column]))));
    const moved = Math.max(...next.map((value, row) => Math.abs(value - rows[row])));
    rows = next;
    if (moved < settled) break;
  }
  const mean = sum(lead) / lead.length;
  const leads = sum(rows.map((value, row) => value * (lead[row] - mean)));
  const turn = leads < 0 ? -1 : 1;
  return { rows: descending(rows, turn), columns: descending(columns, turn) };
}

function centre(table: readonly (readonly (number | null)[])[]): number[][] {
  const meanOf = (values: readonly (number | null)[]): number => {
    const present = values.filter((value) => value !== null);
    return present.length === 0 ? 0 : sum(present) / present.length;
  };
  const ofRows = table.map(meanOf);
  const ofColumns = (table[0] ?? []).map((_, column) => meanOf(table.map((line) => line[column])));
  const all = meanOf(table.flat());
  return table.map((line, row) =>
    line.map((value, column) => (value === null ? 0 : value - ofRows[row] - ofColumns[column] + all)),
  );
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

function unit(values: readonly number[]): number[] {
  const length = Math.hypot(...values);
  return values.map((value) => (length > 0 ? value / length : 0));
}

/** Values that rounding tells apart keep the order they came in. */
function descending(values: readonly number[], turn: number): number[] {
  const at = values.map((value) => Math.round(turn * value * 1e9));
  return values.map((_, index) => index).toSorted((a, b) => at[b] - at[a] || a - b);
}
