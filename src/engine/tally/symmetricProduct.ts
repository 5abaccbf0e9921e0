/** Rows multiplied at a time: enough to keep the product out of the inner loop, few enough for the cache. */
const blockRows = 128;
/** Columns that stand together in a panel: nine sums of a tile and what they are made of stay in registers. */
const width = 3;

/**
 * Σ u uᵀ of rows u of one length, summed in blocks of rows and tiles of 3 × 3: a billion products or two
 * a second, for covariances of hundreds of statistics over thousands of PSUs.
 */
export class SymmetricProduct {
  readonly #size: number;
  /** `size`, filled up to whole panels with columns of 0. */
  readonly #stride: number;
  /** The rows panel by panel, in each row by row, so that a tile reads memory in its order. */
  readonly #panels: Float64Array;
  readonly #product: Float64Array;
  #filled = 0;

  constructor(size: number) {
    this.#size = size;
    this.#stride = Math.ceil(size / width) * width;
    this.#panels = new Float64Array(blockRows * this.#stride);
    this.#product = new Float64Array(this.#stride * this.#stride);
  }

  addRow(row: Float64Array): void {
    this.#makeRoom(1);
    for (let column = 0; column < this.#size; column++) this.#panels[this.#placeOf(column)] = row[column];
    this.#filled++;
  }

  /**
   * Adds rows that stand column by column.
   *
   * @param rows at most `blockRows`. @param length of a column, of which the first `rows` are taken.
   */
  addColumns(columns: Float64Array, rows: number, length: number): void {
    this.#makeRoom(rows);
    for (let column = 0; column < this.#size; column++) {
      const from = column * length;
      for (let row = 0, to = this.#placeOf(column); row < rows; row++, to += width)
        this.#panels[to] = columns[from + row];
    }
    this.#filled += rows;
  }

  /** The sum over all rows so far, size × size, row by row. */
  result(): Float64Array {
    this.#multiply();
    const full = new Float64Array(this.#size * this.#size);
    for (let row = 0; row < this.#size; row++)
      for (let column = row; column < this.#size; column++) {
        const value = this.#product[row * this.#stride + column];
        full[row * this.#size + column] = value;
        full[column * this.#size + row] = value;
      }
    return full;
  }

  /** Where the next row has its value of a column. */
  #placeOf(column: number): number {
    const inPanel = column % width;
    return (column - inPanel) * blockRows + this.#filled * width + inPanel;
  }

  #makeRoom(rows: number): void {
    if (this.#filled + rows > blockRows) this.#multiply();
  }

  #multiply(): void {
    for (let i = 0; i < this.#stride; i += width)
      for (let j = i; j < this.#stride; j += width)
        addTile(
          this.#panels,
          i * blockRows,
          j * blockRows,
          this.#filled,
          this.#product,
          i * this.#stride + j,
          this.#stride,
        );
    this.#filled = 0;
  }
}

/** Adds the products of two panels at a place of the product. */
function addTile(
  panels: Float64Array,
  left: number,
  right: number,
  rows: number,
  product: Float64Array,
  first: number,
  stride: number,
): void {
  let [a0, a1, a2, b0, b1, b2, c0, c1, c2] = [0, 0, 0, 0, 0, 0, 0, 0, 0];
  for (let at = 0; at < rows * width; at += width) {
    const a = panels[left + at];
    const b = panels[left + at + 1];
    const c = panels[left + at + 2];
    const d = panels[right + at];
    const e = panels[right + at + 1];
    const f = panels[right + at + 2];
    a0 += a * d;
    a1 += a * e;
    a2 += a * f;
    b0 += b * d;
    b1 += b * e;
    b2 += b * f;
    c0 += c * d;
    c1 += c * e;
    c2 += c * f;
  }
  product[first] += a0;
  product[first + 1] += a1;
  product[first + 2] += a2;
  product[first + stride] += b0;
  product[first + stride + 1] += b1;
  product[first + stride + 2] += b2;
  product[first + 2 * stride] += c0;
  product[first + 2 * stride + 1] += c1;
  product[first + 2 * stride + 2] += c2;
}
