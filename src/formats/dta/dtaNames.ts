/** Words that Stata keeps for itself. */
const reserved = new Set(
  '_all _b byte _coef _cons double float if in int long _n _N _pi _pred _rc _skip strL using with'.split(' '),
);

/**
 * Names as Stata accepts them: letters, digits and `_`, no digit first, at most 32 characters. Other characters
 * become `_`, and no name stands twice.
 */
export function dtaNames(names: readonly string[]): string[] {
  const own = new Set(names.filter(isPossible));
  const given = new Set<string>();
  return names.map((name) => {
    let candidate = name;
    if (!isPossible(name) || given.has(name)) {
      const cleaned = name.replace(/[^\p{L}\p{N}_]/gu, '_');
      const stem = /^[\p{L}_]/u.test(cleaned) && !isReserved(cleaned) ? cleaned : `v${cleaned}`;
      candidate = first(stem, 32);
      for (let number = 2; own.has(candidate) || given.has(candidate); number++) {
        candidate = first(stem, 31 - String(number).length) + `_${number}`;
      }
    }
    given.add(candidate);
    return candidate;
  });
}

/** The first `count` characters, none of them halved. */
export function first(text: string, count: number): string {
  return text.length <= count ? text : [...text].slice(0, count).join('');
}

function isPossible(name: string): boolean {
  return /^[\p{L}_][\p{L}\p{N}_]*$/u.test(name) && [...name].length <= 32 && !isReserved(name);
}

function isReserved(name: string): boolean {
  return reserved.has(name) || /^str\d+$/.test(name);
}
