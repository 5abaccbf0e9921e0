/** A column (or row) counts as a combination of others where less than this share of it is left. */
const tolerance = 1e-5;

interface Rows {
  readonly count: number;
  readonly factors: Float64Array;
  readonly squares: Float64Array;
}

/**
 * The rank of the matrix of replicate weights, rows × replicates: R's
 * `qr(weights(design, "analysis"), tol = 1e-5)$rank`, whose rank − 1 are the degrees of freedom of a
 * replicate design. Taken from the Gram matrix of the smaller side, in which rows of one unit are
 * added up: columns are taken in turn, and left out where what is orthogonal to those before is less
 * than 1e-5 of them, as R's QR does. Squaring halves the digits, which the tolerance bears.
 *
 * @param units those to look at. @param enough the rank beyond which there is none: where a part of the
 * units reaches it already, the others are not looked at.
 */
export function replicateRank(rows: Rows, units: readonly number[], enough = Infinity): number {
  const most = Math.min(rows.count, enough);
  if (units.length > 3 * rows.count) {
    const step = Math.floor(units.length / (2 * rows.count));
    const some = rankOf(
      rows,
      units.filter((_, index) => index % step === 0),
    );
    if (some >= most) return some;
  }
  return rankOf(rows, units);
}

function rankOf(rows: Rows, units: readonly number[]): number {
  const { count, factors, squares } = rows;
  if (units.length < count) return rankOfGram(gramOfUnits(rows, units), units.length);
  const gram = new Float64Array(count * count);
  const row = new Float64Array(count);
  for (const unit of units) {
    const root = Math.sqrt(squares[unit]);
    for (let replicate = 0; replicate < count; replicate++)
      row[replicate] = root * (factors[unit * count + replicate] || 0);
    addSquare(gram, row);
  }
  return rankOfGram(gram, count);
}

const gramOfAll = new WeakMap<Float64Array, Float64Array>();

/** The products of the rows of units, which domain after domain takes its part of where there are few. */
function gramOfUnits({ count, factors, squares }: Rows, units: readonly number[]): Float64Array {
  const size = squares.length;
  let all = size <= count ? gramOfAll.get(factors) : undefined;
  if (!all) {
    const chosen = size <= count ? Array.from(squares, (_, unit) => unit) : units;
    all = new Float64Array(chosen.length * chosen.length);
    const column = new Float64Array(chosen.length);
    const roots = chosen.map((unit) => Math.sqrt(squares[unit]));
    for (let replicate = 0; replicate < count; replicate++) {
      chosen.forEach((unit, index) => {
        column[index] = roots[index] * (factors[unit * count + replicate] || 0);
      });
      addSquare(all, column);
    }
    if (size > count) return all;
    gramOfAll.set(factors, all);
  }
  const part = new Float64Array(units.length * units.length);
  units.forEach((unit, row) => {
    for (let column = 0; column <= row; column++)
      part[row * units.length + column] = all[unit * size + units[column]];
  });
  return part;
}

/** Adds the lower triangle of x xᵀ. */
function addSquare(matrix: Float64Array, x: Float64Array): void {
  const size = x.length;
  for (let i = 0; i < size; i++) {
    const factor = x[i];
    if (factor === 0) continue;
    for (let j = 0; j <= i; j++) matrix[i * size + j] += factor * x[j];
  }
}

/** Cholesky's elimination, column by column, that passes over dependent columns. */
function rankOfGram(gram: Float64Array, size: number): number {
  const lower = new Float64Array(size * size);
  let rank = 0;
  for (let column = 0; column < size; column++) {
    let left = gram[column * size + column];
    const whole = left;
    for (let index = 0; index < rank; index++) left -= lower[column * size + index] ** 2;
    if (!(left > tolerance * tolerance * whole)) continue;
    const root = Math.sqrt(left);
    for (let row = column; row < size; row++) {
      let value = gram[row * size + column];
      const [a, b] = [row * size, column * size];
      for (let index = 0; index < rank; index++) value -= lower[a + index] * lower[b + index];
      lower[a + rank] = value / root;
    }
    rank++;
  }
  return rank;
}
