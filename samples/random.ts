/**
 * Seeded random numbers: sfc32 (Chris Doty-Humphrey, PractRand), the same on every machine.
 * Each purpose gets a stream of its own through `stream`, so that a change in one leaves the others alone.
 */
export class Random {
  private a: number;
  private b: number;
  private c: number;
  private counter = 1;

  constructor(seed: number, stream = 0) {
    this.a = seed | 0;
    this.b = Math.imul(stream + 1, 0x9e3779b9);
    this.c = ~seed;
    for (let i = 0; i < 20; i++) this.uniform();
  }

  /** Uniform on [0, 1). */
  uniform(): number {
    const sum = (((this.a + this.b) | 0) + this.counter++) | 0;
    this.a = this.b ^ (this.b >>> 9);
    this.b = (this.c + (this.c << 3)) | 0;
    this.c = (((this.c << 21) | (this.c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 4294967296;
  }

  /** Standard normal (Box and Muller 1958). */
  normal(): number {
    const radius = Math.sqrt(-2 * Math.log(1 - this.uniform()));
    return radius * Math.cos(2 * Math.PI * this.uniform());
  }

  /** A whole number from `low` to `high`, both included. */
  integer(low: number, high: number): number {
    return low + Math.floor(this.uniform() * (high - low + 1));
  }

  /** An index, with probability proportional to its weight. */
  index(weights: ArrayLike<number>, start = 0, end = weights.length): number {
    let total = 0;
    for (let i = start; i < end; i++) total += weights[i];
    let rest = this.uniform() * total;
    for (let i = start; i < end - 1; i++) {
      rest -= weights[i];
      if (rest < 0) return i - start;
    }
    return end - 1 - start;
  }
}
