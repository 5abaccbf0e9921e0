/** Whole numbers from 0 to below `bound` (at most 2³²), all equally likely. */
export type RandomSource = (bound: number) => number;

/**
 * xoshiro128** (Blackman and Vigna 2018), its state filled by splitmix32 from a seed: the same numbers
 * for the same seed on every machine. Words that would favour small numbers are drawn again.
 *
 * @param seed a whole number; its lowest 32 bits count.
 */
export function randomSource(seed: number): RandomSource {
  let mixed = seed >>> 0;
  const splitmix = (): number => {
    mixed = (mixed + 0x9e3779b9) >>> 0;
    let word = mixed;
    word = Math.imul(word ^ (word >>> 16), 0x21f0aaad);
    word = Math.imul(word ^ (word >>> 15), 0x735a2d97);
    return (word ^ (word >>> 15)) >>> 0;
  };
  let [a, b, c, d] = [splitmix(), splitmix(), splitmix(), splitmix()];
  const next = (): number => {
    const word = Math.imul(rotate(Math.imul(b, 5), 7), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = rotate(d, 11);
    return word;
  };
  return (bound) => {
    const limit = 2 ** 32 - (2 ** 32 % bound);
    for (;;) {
      const word = next();
      if (word < limit) return word % bound;
    }
  };
}

function rotate(word: number, by: number): number {
  return (word << by) | (word >>> (32 - by));
}
