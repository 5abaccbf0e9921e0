import type { Margin } from '#contract/design.ts';
import type { Value } from '#contract/source.ts';
import type { VariableSummary } from '#contract/variable.ts';
import type { Distribution } from '../../stores/variables.ts';

/** Known totals as they are typed, by variable and answer. */
export interface TypedTotal {
  readonly value: Value;
  readonly label: string;
  readonly total: string;
}

export interface VariableTotals {
  readonly variable: string;
  readonly answers: readonly TypedTotal[];
}

export function draftOfTotals(
  margins: readonly Margin[],
  byName: ReadonlyMap<string, Pick<VariableSummary, 'valueLabels'>>,
): VariableTotals[] {
  return margins.map(({ variable, totals, shares }) => ({
    variable,
    answers: totals.map(({ value, total }) => ({
      value,
      label: byName.get(variable)?.valueLabels.find((one) => one.value === value)?.label ?? '',
      total: shares ? `${Number(total.toPrecision(12))}%` : String(total),
    })),
  }));
}

/** The answers of a variable, without totals yet; `null` where there are too many to give each one. */
export function answersOf({ categories, truncated }: Distribution): TypedTotal[] | null {
  const valid = categories.filter(({ missing }) => missing === 'no');
  if (truncated || valid.some(({ value }) => value === null)) return null;
  return valid.map(({ value, label }) => ({ value: value!, label, total: '' }));
}

/** The table that is read as any other of known totals; answers without a total are left out. */
export function tableOf(draft: readonly VariableTotals[]): string {
  const cell = (text: string): string => `"${text.replaceAll('"', '""')}"`;
  const rows = draft.flatMap(({ variable, answers }) =>
    answers
      .filter(({ total }) => total.trim() !== '')
      .map(({ value, total }) => [variable, String(value), total].map(cell).join(',')),
  );
  return ['variable,value,total', ...rows].join('\n');
}

/** Whether pasted text is a whole table, with its column names. */
export function isWholeTable(text: string): boolean {
  const [first = ''] = text.split(/\r?\n/, 1);
  const cells = first
    .toLowerCase()
    .split(/[\t,;]/)
    .map((cell) => cell.trim());
  return ['variable', 'value', 'total'].every((name) => cells.includes(name));
}

/**
 * Totals pasted from a spreadsheet: rows whose first cell is an answer, by code or label, go to that answer;
 * rows of a single cell fill the answers from the one at `from` on.
 */
export function withPasted(answers: readonly TypedTotal[], text: string, from: number): TypedTotal[] {
  const filled = [...answers];
  const same = (left: string, right: string): boolean =>
    left.trim().toLowerCase() === right.trim().toLowerCase();
  let next = from;
  for (const line of text.split(/\r?\n/)) {
    const cells = line.split('\t').map((cell) => cell.trim());
    if (cells.every((cell) => cell === '')) continue;
    const total = cells[cells.length - 1];
    const named =
      cells.length > 1
        ? filled.findIndex(({ value, label }) =>
            cells
              .slice(0, -1)
              .some((cell) => same(String(value), cell) || (label !== '' && same(label, cell))),
          )
        : -1;
    const place = named >= 0 ? named : cells.length > 1 ? -1 : next++;
    if (place >= 0 && place < filled.length) filled[place] = { ...filled[place], total };
  }
  return filled;
}
