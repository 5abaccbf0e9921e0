import { phrase, type Said } from '#engine/survey/phrase.ts';
import type { XmlListener } from '../xml/readXml.ts';
import type { CellStyles } from './cellStyles.ts';
import { CellKind, mostColumns, mostRows, SheetRow } from './sheetRow.ts';

/** A block of cells shown as one; rows from 1, columns from 0, both ends included. */
export interface MergedCells {
  readonly firstRow: number;
  readonly lastRow: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
  readonly place: string;
}

const mostMerged = 10_000;
/** Characters of one cell: Excel itself keeps 32,767. */
export const longestText = 1024 * 1024;
export const textTooLong = phrase('cellTooLong', { count: longestText });
const msADay = 86_400_000;

/**
 * Turns the XML of one sheet (ECMA-376 part 1, 18.3) into rows. `take` hands over the rows that are whole;
 * `damaged` makes the error for a cell that cannot be.
 */
export class SheetReader {
  readonly merged: MergedCells[] = [];
  /** The extent that the sheet states, as in `A1:D20`; empty where it does not. */
  extent = '';
  readonly #strings: readonly string[];
  readonly #styles: CellStyles;
  readonly #damaged: (detail: Said) => Error;
  #rows: SheetRow[] = [];
  #row: SheetRow | null = null;
  #lastRow = 0;
  #column = -1;
  #type = '';
  #style: string | undefined;
  #formula = false;
  #value: string | null = null;
  #listening = false;
  /** Depth of phonetic readings, which are no part of a text. */
  #phonetic = 0;

  constructor(strings: readonly string[], styles: CellStyles, damaged: (detail: Said) => Error) {
    this.#strings = strings;
    this.#styles = styles;
    this.#damaged = damaged;
  }

  readonly listener: XmlListener = {
    open: (name, attributes) => {
      if (name === 'c') this.#openCell(attributes);
      else if (name === 'v' || name === 't') this.#listening = this.#row !== null && this.#phonetic === 0;
      else if (name === 'f') this.#formula = true;
      else if (name === 'row') this.#openRow(attributes['r']);
      else if (name === 'rPh') this.#phonetic++;
      else if (name === 'mergeCell') this.#merge(attributes['ref'] ?? '');
      else if (name === 'dimension') this.extent = attributes['ref'] ?? '';
    },
    text: (text) => {
      if (!this.#listening) return;
      this.#value = this.#value === null ? text : this.#value + text;
      if (this.#value.length > longestText) throw this.#damaged(textTooLong);
    },
    close: (name) => {
      if (name === 'c') this.#closeCell();
      else if (name === 'v' || name === 't') this.#listening = false;
      else if (name === 'rPh') this.#phonetic--;
      else if (name === 'row') this.#closeRow();
    },
  };

  take(): readonly SheetRow[] {
    const rows = this.#rows;
    this.#rows = [];
    return rows;
  }

  #openRow(number: string | undefined): void {
    this.#lastRow = number === undefined ? this.#lastRow + 1 : Number(number);
    if (!(this.#lastRow >= 1 && this.#lastRow <= mostRows)) {
      throw this.#damaged(phrase('noRow', { row: number ?? this.#lastRow }));
    }
    this.#row = new SheetRow(this.#lastRow);
    this.#column = -1;
  }

  #closeRow(): void {
    if (this.#row === null) return;
    this.#row.finish();
    if (this.#row.cells > 0) this.#rows.push(this.#row);
    this.#row = null;
  }

  #openCell(attributes: Readonly<Record<string, string>>): void {
    const reference = attributes['r'];
    this.#column = reference === undefined ? this.#column + 1 : columnOf(reference);
    if (!(this.#column >= 0 && this.#column < mostColumns)) {
      throw this.#damaged(
        reference === undefined
          ? phrase('noCellInColumn', { column: this.#column + 1 })
          : phrase('noCell', { cell: reference }),
      );
    }
    this.#type = attributes['t'] ?? 'n';
    this.#style = attributes['s'];
    this.#formula = false;
    this.#value = null;
  }

  #closeCell(): void {
    const row = this.#row;
    const value = this.#value;
    if (row === null) return;
    if (value === null) {
      if (this.#formula) row.set(this.#column, CellKind.notCalculated, 0);
      return;
    }
    switch (this.#type) {
      case 'n':
        return this.#number(row, Number(value), value);
      case 's': {
        const text = this.#strings[Number(value)];
        if (text === undefined) throw this.#damaged(phrase('cellText', { row: row.number, text: value }));
        return setText(row, this.#column, text);
      }
      case 'str':
      case 'inlineStr':
        return setText(row, this.#column, unescaped(value));
      case 'b':
        return row.set(this.#column, CellKind.truth, value === '1' || value === 'true' ? 1 : 0);
      case 'e':
        return row.set(this.#column, CellKind.error, 0);
      case 'd':
        return this.#number(row, Date.parse(value) / msADay + 25_569, value);
      default:
        throw this.#damaged(phrase('cellType', { row: row.number, type: this.#type }));
    }
  }

  #number(row: SheetRow, number: number, text: string): void {
    if (text.trim() === '') return;
    if (!Number.isFinite(number)) throw this.#damaged(phrase('cellNumber', { row: row.number, text }));
    const kind = this.#type === 'd' ? CellKind.datetime : this.#styles.kind(this.#style);
    row.set(this.#column, kind, number);
  }

  #merge(reference: string): void {
    const [from, to] = reference.split(':');
    if (to === undefined || this.merged.length >= mostMerged) return;
    this.merged.push({
      firstRow: rowOf(from),
      lastRow: rowOf(to),
      firstColumn: columnOf(from),
      lastColumn: columnOf(to),
      place: reference,
    });
  }
}

function setText(row: SheetRow, column: number, text: string): void {
  if (text !== '') row.set(column, CellKind.text, text);
}

/** `_x000D_` stands for the character of that number (ECMA-376 part 1, 22.9.2.19). */
export function unescaped(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}

/** `AB12` is column 27, from 0; −1 for what is no reference. */
export function columnOf(reference: string): number {
  let column = 0;
  for (let at = 0; at < reference.length && at < 4; at++) {
    const letter = reference.charCodeAt(at) & ~0x20;
    if (letter < 65 || letter > 90) break;
    column = column * 26 + letter - 64;
  }
  return column - 1;
}

/** `AB12` is row 12, from 1. */
export function rowOf(reference: string): number {
  return Number(reference.replace(/^[A-Za-z]+/, ''));
}
