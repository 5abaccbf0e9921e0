import { ColumnGuess } from '../csv/columnGuess.ts';
import { CellKind, type SheetRow } from './sheetRow.ts';

/** How the cells of a column become values. */
export type CellsReading = 'text' | 'number' | 'truth' | 'date' | 'datetime' | 'time';

/** Sees all cells of a column, then says what the column holds; texts are judged as in CSV. */
export class CellGuess {
  readonly #texts = new ColumnGuess();
  #kinds = 0;

  /** Sees one cell of the column. */
  add(row: SheetRow, cell: number): void {
    const kind = row.kind(cell);
    if (kind === CellKind.text) {
      const text = row.text(cell).trim();
      if (text === '') return;
      this.#texts.add(text);
    }
    this.#kinds |= 1 << (isDay(kind) ? dayKind(row.value(cell)) : kind);
  }

  /** No cell has a value. */
  get empty(): boolean {
    return (this.#kinds & ~((1 << CellKind.notCalculated) | (1 << CellKind.error))) === 0;
  }

  get notCalculated(): boolean {
    return (this.#kinds & (1 << CellKind.notCalculated)) !== 0;
  }

  /** Dates where every cell is one, truths likewise, numbers where every cell is or reads as one; else text. */
  get reading(): CellsReading {
    const has = (kind: number): boolean => (this.#kinds & (1 << kind)) !== 0;
    if (has(CellKind.text)) return this.#texts.reading('point') === 'text' ? 'text' : 'number';
    if (has(CellKind.number)) return 'number';
    const day = has(CellKind.date) || has(CellKind.datetime);
    if (has(CellKind.truth)) return day || has(CellKind.time) ? 'number' : 'truth';
    if (has(CellKind.time)) return day ? 'datetime' : 'time';
    if (day) return has(CellKind.datetime) ? 'datetime' : 'date';
    return 'number';
  }
}

function isDay(kind: number): boolean {
  return kind === CellKind.date || kind === CellKind.datetime;
}

/** Whether there is a time of day is told by the values: programs put one format on all dates. */
function dayKind(days: number): number {
  return Number.isInteger(days) ? CellKind.date : CellKind.datetime;
}
