/** Rows multiplied at a time: enough to keep the product out of the inner loop, few enough for the cache. */
const blockRows = 64;

/**
 * Σ u uᵀ of rows u of one length, summed in blocks of rows and tiles of 4 × 4: a few hundred million
 * products a second, for covariances of hundreds of statistics over thousands of PSUs.
 */
export class SymmetricProduct {
  readonly #size: number;
  /** `size`, filled up to whole tiles with columns of 0. */
  readonly #stride: number;
  readonly #block: Float64Array;
  readonly #product: Float64Array;
  #filled = 0;

  constructor(size: number) {
    this.#size = size;
    this.#stride = Math.ceil(size / 4) * 4;
    this.#block = new Float64Array(blockRows * this.#stride);
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
    addBlock(this.#block, this.#filled, this.#stride, this.#product);
    this.#block.fill(0, 0, this.#filled * this.#stride);
    this.#filled = 0;
  }
}

/** Adds the upper triangle, tile by tile. */
function addBlock(block: Float64Array, rows: number, stride: number, product: Float64Array): void {
  for (let i = 0; i < stride; i += 4)
    for (let j = i; j < stride; j += 4) {
      addTile(block, rows, stride, product, i, j);
      addTile(block, rows, stride, product, i + 2, j);
    }
}

/** Two rows by four columns: as many sums as stay in registers. */
function addTile(
  block: Float64Array,
  rows: number,
  stride: number,
  product: Float64Array,
  i: number,
  j: number,
): void {
  let [a0, a1, a2, a3, b0, b1, b2, b3] = [0, 0, 0, 0, 0, 0, 0, 0];
  for (let row = 0, at = 0; row < rows; row++, at += stride) {
    const a = block[at + i];
    const b = block[at + i + 1];
    const c = block[at + j];
    const d = block[at + j + 1];
    const e = block[at + j + 2];
    const f = block[at + j + 3];
    a0 += a * c;
    a1 += a * d;
    a2 += a * e;
    a3 += a * f;
    b0 += b * c;
    b1 += b * d;
    b2 += b * e;
    b3 += b * f;
  }
  const first = i * stride + j;
  product[first] += a0;
  product[first + 1] += a1;
  product[first + 2] += a2;
  product[first + 3] += a3;
  const second = first + stride;
  product[second] += b0;
  product[second + 1] += b1;
  product[second + 2] += b2;
  product[second + 3] += b3;
}
