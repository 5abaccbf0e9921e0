import type { Figure } from './figuresOf.ts';

/** What a figure that R gives may differ by, relative to it; and what rounding leaves of 0. */
const precise = new Set(['estimate', 'se', 'n', 'weighted_n', 'count', 'weighted_count', 'df', 'rank']);
const agreed = { precise: 1e-8, other: 1e-6, nothing: 1e-12 };

export interface Compared {
  /** Where script and study differ, as text. */
  readonly wrong: string[];
  readonly figures: number;
  /** The largest relative difference of estimates and standard errors, and of everything else. */
  readonly largest: { readonly precise: number; readonly other: number };
}

export function disagreements(
  made: readonly Record<string, unknown>[],
  expected: readonly Figure[],
): Compared {
  const wrong: string[] = [];
  const largest = { precise: 0, other: 0 };
  let figures = 0;
  if (made.length !== expected.length) wrong.push(`${made.length} rows instead of ${expected.length}`);
  expected.forEach((figure, index) => {
    const row = made[index] ?? {};
    const place = `${index} ${['table', 'row', 'column', 'measure'].map((name) => String(row[name])).join(' | ')}`;
    for (const [name, value] of Object.entries(figure)) {
      const found = row[name] ?? null;
      if (typeof value === 'string' || typeof value === 'undefined') {
        if (value !== undefined && (found ?? '') !== value)
          wrong.push(`${place} ${name}: ${String(found)} is not ${value}`);
        continue;
      }
      if (value === null || typeof found !== 'number') {
        if (found !== value) wrong.push(`${place} ${name}: ${String(found)} is not ${String(value)}`);
        continue;
      }
      figures++;
      const kind = precise.has(name) ? 'precise' : 'other';
      const difference = Math.abs(found - value);
      if (
        difference < agreed.nothing &&
        Math.abs(value) < agreed.nothing &&
        name !== 'p' &&
        name !== 'adjusted'
      )
        continue;
      const relative = difference / Math.abs(value);
      largest[kind] = Math.max(largest[kind], relative);
      if (!(relative <= agreed[kind])) wrong.push(`${place} ${name}: ${found} is not ${value}`);
    }
  });
  return { wrong, figures, largest };
}
