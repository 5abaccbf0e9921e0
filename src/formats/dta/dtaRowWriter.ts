import {
  MissingReason,
  type Column,
  type ColumnChunk,
  type NumericColumn,
  type TextColumn,
} from '#engine/survey/column.ts';
import type { ByteSink } from '../byteSink.ts';
import type { LaidOutDtaVariable } from './dtaWriterLayout.ts';

type NumberKind = 'byte' | 'int' | 'long' | 'float' | 'double';

/** What stands for `.`, and what is added to it for each letter of `.a`–`.z`; of reals, their upper bits. */
const missing = {
  byte: 101,
  int: 32_741,
  long: 2_147_483_621,
  float: 0x7f00_0000,
  double: 0x7fe0_0000,
} as const;
const step = { byte: 1, int: 1, long: 1, float: 0x800, double: 0x100 } as const;

/** The rows of a `.dta`, one after another, without anything between them. */
export class DtaRowWriter {
  readonly #sink: ByteSink;
  readonly #variables: readonly LaidOutDtaVariable[];
  #row = 0;

  constructor(sink: ByteSink, variables: readonly LaidOutDtaVariable[]) {
    this.#sink = sink;
    this.#variables = variables;
  }

  add({ columns, rowCount }: ColumnChunk): void {
    const writers = this.#variables.map((variable, index) => this.#writer(variable, columns[index], index));
    for (let row = 0; row < rowCount; row++) {
      for (const write of writers) write(row);
    }
    this.#row += rowCount;
  }

  #writer(variable: LaidOutDtaVariable, column: Column, index: number): (row: number) => void {
    const { kind, width } = variable.type;
    if (column.kind === 'numeric') {
      if (kind === 'text' || kind === 'longText')
        throw new Error(`${variable.name} is not laid out as numbers`);
      return numberWriter(this.#sink, column, variable, kind);
    }
    return kind === 'longText' ? this.#referenceWriter(column, index) : textWriter(this.#sink, column, width);
  }

  /** Where a long text stands: the number of its variable and of its row, both from 1; zeros for an empty one. */
  #referenceWriter({ dictionary, codes }: TextColumn, index: number): (row: number) => void {
    return (row) => {
      const isEmpty = dictionary[codes[row]] === '';
      const at = isEmpty ? 0 : this.#row + row + 1;
      this.#sink.uint16(isEmpty ? 0 : index + 1);
      this.#sink.uint32(at % 2 ** 32);
      this.#sink.uint16(Math.floor(at / 2 ** 32));
    };
  }
}

function numberWriter(
  sink: ByteSink,
  { values, reasons }: NumericColumn,
  { convert, letters }: LaidOutDtaVariable,
  kind: NumberKind,
): (row: number) => void {
  const put = numberPutter(sink, kind);
  const putMissing = missingPutter(sink, kind);
  const hasLetters = letters.size > 0;
  return (row) => {
    const reason = reasons === null ? MissingReason.present : reasons[row];
    const value = values[row];
    if (reason !== MissingReason.present) return putMissing(Math.max(0, reason - 1));
    if (Number.isNaN(value)) return putMissing(0);
    const letter = hasLetters ? letters.get(value) : undefined;
    if (letter !== undefined) return putMissing(letter);
    put(convert === null ? value : convert(value));
  };
}

function numberPutter(sink: ByteSink, kind: NumberKind): (value: number) => void {
  switch (kind) {
    case 'byte':
      return (value) => sink.byte(value & 0xff);
    case 'int':
      return (value) => sink.int16(value);
    case 'long':
      return (value) => sink.int32(value);
    case 'float':
      return (value) => sink.float32(value);
    case 'double':
      return (value) => sink.float64(value);
  }
}

/** `letter` is 0 for `.`, 1 for `.a`. */
function missingPutter(sink: ByteSink, kind: NumberKind): (letter: number) => void {
  const bits = (letter: number): number => missing[kind] + letter * step[kind];
  switch (kind) {
    case 'byte':
      return (letter) => sink.byte(bits(letter));
    case 'int':
      return (letter) => sink.int16(bits(letter));
    case 'long':
    case 'float':
      return (letter) => sink.int32(bits(letter));
    case 'double':
      return (letter) => {
        sink.int32(0);
        sink.int32(bits(letter));
      };
  }
}

function textWriter(sink: ByteSink, { dictionary, codes }: TextColumn, width: number): (row: number) => void {
  const encoded: (Uint8Array | undefined)[] = [];
  return (row) => {
    const code = codes[row];
    let bytes = encoded[code];
    if (bytes === undefined) {
      bytes = Buffer.alloc(width);
      Buffer.from(dictionary[code]).copy(bytes);
      encoded[code] = bytes;
    }
    sink.bytes(bytes);
  };
}
