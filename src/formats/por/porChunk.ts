import type { Column, ColumnChunk } from '#engine/survey/column.ts';
import { MissingReason } from '#engine/survey/column.ts';
import type { Part } from '../atByte.ts';
import { TextDictionary } from '../textDictionary.ts';
import type { TextEncoding } from '../textEncoding.ts';
import type { PorReader } from './porReader.ts';
import type { PorVariable } from './porVariables.ts';

interface NumberColumn {
  readonly values: Float64Array;
  readonly reasons: Uint8Array;
}

interface TextColumn {
  readonly codes: Uint32Array;
  readonly dictionary: TextDictionary;
}

/** The arrays that one chunk of rows is decoded into, used again for the next chunk. */
export class PorChunk {
  readonly #variables: readonly PorVariable[];
  readonly #selected: readonly PorVariable[];
  readonly #numbers = new Map<PorVariable, NumberColumn>();
  readonly #texts = new Map<PorVariable, TextColumn>();

  constructor(
    variables: readonly PorVariable[],
    selected: readonly PorVariable[],
    encoding: TextEncoding,
    maxRows: number,
  ) {
    this.#variables = variables;
    this.#selected = selected;
    for (const variable of new Set(selected)) {
      if (variable.width === 0) {
        const column = { values: new Float64Array(maxRows), reasons: new Uint8Array(maxRows) };
        this.#numbers.set(variable, column);
      } else {
        const column = { codes: new Uint32Array(maxRows), dictionary: new TextDictionary(encoding) };
        this.#texts.set(variable, column);
      }
    }
  }

  start(): void {
    for (const { reasons } of this.#numbers.values()) reasons.fill(MissingReason.present);
    for (const { dictionary } of this.#texts.values()) dictionary.clear();
  }

  /** Every value has to be read to find the next; those not asked for are dropped. */
  decodeRow(reader: PorReader, row: number, what: Part): void {
    for (const variable of this.#variables) {
      if (variable.width > 0) {
        const text = reader.text(what);
        const column = this.#texts.get(variable);
        if (column !== undefined) column.codes[row] = column.dictionary.codeOfPadded(text, 0, text.length);
        continue;
      }
      const number = reader.number(what);
      const column = this.#numbers.get(variable);
      if (column === undefined) continue;
      const isMissing = Number.isNaN(number);
      column.values[row] = isMissing ? 0 : number;
      if (isMissing) column.reasons[row] = MissingReason.system;
    }
  }

  finish(rowCount: number): ColumnChunk {
    return { rowCount, columns: this.#selected.map((variable) => this.#column(variable, rowCount)) };
  }

  #column(variable: PorVariable, rowCount: number): Column {
    const number = this.#numbers.get(variable);
    if (number !== undefined) {
      const reasons = number.reasons.subarray(0, rowCount);
      const complete = !reasons.includes(MissingReason.system);
      return {
        kind: 'numeric',
        values: number.values.subarray(0, rowCount),
        reasons: complete ? null : reasons,
      };
    }
    const { codes, dictionary } = this.#texts.get(variable)!;
    return { kind: 'text', dictionary: dictionary.strings, codes: codes.subarray(0, rowCount) };
  }
}
