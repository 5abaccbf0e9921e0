export interface Shown {
  readonly value: number;
  /** Half of the last digit that is written: what rounding can explain. */
  readonly rounding: number;
  /** Written as `< 0.001`. */
  readonly below: boolean;
}

/** The numbers in a text of the window, per cents as shares. */
export function numbersIn(text: string): Shown[] {
  return [...text.matchAll(/(<\s*)?([−+-]?)(\d[\d,]*(?:\.\d+)?)(\s*%)?/g)].map(
    ([, below, sign, digits, percent]) => {
      const decimals = digits.split('.')[1]?.length ?? 0;
      const scale = percent ? 100 : 1;
      const value = Number(digits.replaceAll(',', '')) * (sign === '−' || sign === '-' ? -1 : 1);
      return { value: value / scale, rounding: (0.5 * 10 ** -decimals) / scale, below: below !== undefined };
    },
  );
}

/** Whether a shown number is what the exact one looks like after rounding. */
export function shows({ value, rounding, below }: Shown, exact: number): boolean {
  return below ? exact < value : Math.abs(value - exact) <= rounding * (1 + 1e-9);
}
