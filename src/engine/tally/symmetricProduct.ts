/** Rows multiplied at a time: enough to keep the product out of the inner loop, few enough for the cache. */
const blockRows = 64;
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
  readonly #block: Float64Array;
  /** The block panel by panel, each row by row, so that a tile reads memory in its order. */
  readonly #panels: Float64Array;
  readonly #product: Float64Array;
  #filled = 0;

  constructor(size: number) {
    this.#size = size;
    this.#stride = Math.ceil(size / width) * width;
    this.#block = new Float64Array(blockRows * this.#stride);
    this.#panels = new Float64Array(blockRows * this.#stride);
    this.#product = new Float64Array(this.#stride * this.#stride);
  }

  /** Room for the next row, all 0: write `size` numbers into it before asking for another. */
  nextRow(): Float64Array {
    if (this.#filled === blockRows) this.#flush();
    const start = this.#filled++ * this.#stride;
    return this.#block.subarray(start, start + this.#size);
  }

  /** The sum over all rows so far, size × size, row by row. */
  result(): Float64Array {
    this.#flush();
    const full = new Float64Array(this.#size * this.#size);
    for (let row = 0; row < this.#size; row++)
      for (let column = row; column < this.#size; column++) {
        const value = this.#product[row * this.#stride + column];
        full[row * this.#size + column] = value;
        full[column * this.#size + row] = value;
      }
    return full;
  }

  #flush(): void {
    const [rows, stride, panels] = [this.#filled, this.#stride, this.#panels];
    packPanels(this.#block, rows, stride, panels);
    for (let i = 0; i < stride; i += width)
      for (let j = i; j < stride; j += width)
        addTile(panels, i * rows, j * rows, rows, this.#product, i * stride + j, stride);
    this.#block.fill(0, 0, rows * stride);
    this.#filled = 0;
  }
}

function packPanels(block: Float64Array, rows: number, stride: number, panels: Float64Array): void {
  let to = 0;
  for (let column = 0; column < stride; column += width)
    for (let row = 0, from = column; row < rows; row++, from += stride) {
      panels[to++] = block[from];
      panels[to++] = block[from + 1];
      panels[to++] = block[from + 2];
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
