/** Where values stand in a plot, and which of them are written. */
export interface Ruler {
  readonly low: number;
  readonly high: number;
  readonly step: number;
  write(value: number): string;
}

export function stopsOf({ low, high, step }: Ruler): number[] {
  return Array.from({ length: Math.round((high - low) / step) + 1 }, (_, index) => low + index * step);
}

/** Shares from 0 to the next ten per cent above all of them. */
export function shareRuler(highest: readonly (number | null)[], write: Ruler['write'], low = 0): Ruler {
  const most = Math.max(...highest.map((value) => value ?? 0), low + 0.1);
  const high = Math.min(Math.ceil(most * 10 - 1e-9) / 10, 1);
  const tens = Math.round((high - low) * 10);
  const step = tens > 5 ? (tens % 2 === 0 ? 0.2 : tens % 3 === 0 ? 0.3 : 0.1) : 0.1;
  return { low, high, step, write };
}
