import { CellKind } from './sheetRow.ts';
import type { XmlListener } from '../xml/readXml.ts';

/** ECMA-376 part 1, 18.8.30: the number formats that need no definition and show a date or time. */
const builtIn = new Map<number, number>([
  ...[14, 15, 16, 17, 27, 28, 29, 30, 31, 34, 35, 36, 50, 51, 52, 53, 54, 57, 58].map(
    (id): [number, number] => [id, CellKind.date],
  ),
  [22, CellKind.datetime],
  ...[18, 19, 20, 21, 32, 33, 45, 46, 47].map((id): [number, number] => [id, CellKind.time]),
]);

/** Learns from `xl/styles.xml` which cell styles make a number a date or a time. */
export class CellStyles {
  readonly #formats = new Map<number, number>();
  readonly #kinds: number[] = [];
  #inCells = false;

  readonly listener: XmlListener = {
    open: (name, { numFmtId, formatCode }) => {
      if (name === 'numFmt') this.#formats.set(Number(numFmtId), kindOfFormat(formatCode ?? ''));
      else if (name === 'cellXfs') this.#inCells = true;
      else if (name === 'xf' && this.#inCells) {
        const id = Number(numFmtId ?? 0);
        this.#kinds.push(this.#formats.get(id) ?? builtIn.get(id) ?? CellKind.number);
      }
    },
    close: (name) => {
      if (name === 'cellXfs') this.#inCells = false;
    },
  };

  /** The kind of a number with this style. */
  kind(style: string | undefined): number {
    return style === undefined ? CellKind.number : (this.#kinds[Number(style)] ?? CellKind.number);
  }
}

/** What a number format shows: `dd/mm/yyyy` a date, `[h]:mm` a time, `"d"0` a number. */
export function kindOfFormat(format: string): number {
  const code = format
    .split(';')[0]
    .replace(/"[^"]*"|\\.|_.|\*./g, '')
    .replace(/\[(?!(h+|m+|s+)\])[^\]]*\]/gi, '')
    .toLowerCase();
  if (code.includes('general')) return CellKind.number;
  const day = /[dy]|(?<!h[^a-z]*)m{3,}|^[^hs]*m[^hs]*$/.test(code);
  const time = /[hs]|\[m+\]/.test(code);
  if (day) return time ? CellKind.datetime : CellKind.date;
  return time ? CellKind.time : CellKind.number;
}
