import type { Margin } from '#contract/design.ts';
import type { Value } from '#contract/source.ts';
import { Problem } from '#engine/survey/problem.ts';
import { csvDialect } from '#formats/csv/csvDialect.ts';
import { sampleRecords } from '#formats/csv/csvRecords.ts';
import type { Handler } from '../context.ts';

const columns = ['variable', 'value', 'total'] as const;
const sumOfShares = 1e-6;

/** Reads a table of known totals. @throws Problem calibration.notATable, calibration.notANumber */
export const readTotals: Handler<'survey.readTotals'> = ({ text }) => {
  const clean = text.replace(/^\uFEFF/, '');
  const [header = [], ...records] = sampleRecords(clean, csvDialect(clean, true), true).map((cells) =>
    cells.map((cell) => cell.trim()),
  );
  const places = columns.map((name) => header.findIndex((cell) => cell.toLowerCase() === name));
  if (places.includes(-1)) throw new Problem('calibration.notATable', { found: header.slice(0, 10) });
  const found = new Map<string, { value: Value; total: number; percent: boolean }[]>();
  let last = '';
  records.forEach((cells, index) => {
    if (cells.every((cell) => cell === '')) return;
    const [variable = '', value = '', words = ''] = places.map((place) => cells[place]);
    // A spreadsheet names the variable once, beside the first of its answers.
    last = variable === '' ? last : variable;
    const total = numberOf(words);
    if (total === null || last === '' || value === '')
      throw new Problem('calibration.notANumber', { line: index + 2, text: cells.join(', ') });
    found.set(last, [
      ...(found.get(last) ?? []),
      { value: codeOf(value), total, percent: words.endsWith('%') },
    ]);
  });
  return { margins: [...found].map(([variable, totals]) => marginOf(variable, totals)) };
};

/** Totals with a per cent sign, or that add up to 1, are shares. @throws Problem calibration.partlyShares */
export function marginOf(
  variable: string,
  given: readonly { readonly value: Value; readonly total: number; readonly percent: boolean }[],
): Margin {
  const percent = given.filter((one) => one.percent).length;
  if (percent > 0 && percent < given.length) throw new Problem('calibration.partlyShares', { variable });
  const sum = given.reduce((all, { total }) => all + total, 0);
  const ofOne = percent === 0 && Math.abs(sum - 1) <= sumOfShares;
  const totals = given.map(({ value, total }) => ({ value, total: ofOne ? 100 * total : total }));
  return { variable, totals, ...(ofOne || percent > 0 ? { shares: true } : {}) };
}

function codeOf(text: string): Value {
  return text !== '' && String(Number(text)) === text ? Number(text) : text;
}

/** `1234.5`, `1,234,567`, `1 234 567`, `48,5`, `48.5%`; `null` for anything else. */
function numberOf(words: string): number | null {
  const text = words.replace(/\s*%$/, '').replace(/(?<=\d)[\s'’](?=\d{3}(\D|$))/g, '');
  if (/^\d+([.]\d+)?([eE][+-]?\d+)?$/.test(text)) return Number(text);
  if (/^\d{1,3}(,\d{3}){2,}([.]\d+)?$|^[1-9]\d{0,2},\d{3}[.]\d+$/.test(text))
    return Number(text.replaceAll(',', ''));
  if (!words.endsWith('%') && /^[1-9]\d{0,2},\d{3}$/.test(text)) return Number(text.replace(',', ''));
  return /^\d+,\d+$/.test(text) ? Number(text.replace(',', '.')) : null;
}
