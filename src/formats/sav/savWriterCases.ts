import {
  MissingReason,
  type Column,
  type ColumnChunk,
  type NumericColumn,
  type TextColumn,
} from '#engine/survey/column.ts';
import { encodeWithin } from '../byteSink.ts';
import { compressionBias } from './savWriterHeader.ts';
import type { LaidOutVariable, Layout } from './savWriterLayout.ts';

/** What a byte says about its 8-byte element, besides 1–251: a whole number plus the bias. */
const opcode = { padding: 0, endOfData: 252, asItStands: 253, spaces: 254, systemMissing: 255 } as const;

/** Where compressed rows go: straight into the file, or into blocks of it that are deflated. */
export interface CaseSink {
  bytes(source: Uint8Array, start?: number, end?: number): void;
}

/** The rows, byte-compressed: blocks of eight codes, each followed by the elements that have no code. */
export class CaseWriter {
  readonly #block: CompressedBlock;
  readonly #layout: Layout;
  readonly #cut: Uint32Array;

  constructor(sink: CaseSink, layout: Layout) {
    this.#block = new CompressedBlock(sink);
    this.#layout = layout;
    this.#cut = new Uint32Array(layout.variables.length);
  }

  add({ columns, rowCount }: ColumnChunk): void {
    const writers = this.#layout.variables.map((laidOut, index) =>
      this.#writer(laidOut, columns[index], index),
    );
    for (let row = 0; row < rowCount; row++) {
      for (const write of writers) write(row);
    }
  }

  finish(): void {
    this.#block.code(opcode.endOfData);
    this.#block.flush();
    this.#layout.variables.forEach(({ variable, profile }, index) => {
      const lose = (kind: 'text' | 'missingReason', count: number): void => {
        if (count > 0) this.#layout.losses.push({ variable: variable.name, kind, count });
      };
      lose('text', this.#cut[index]);
      lose(
        'missingReason',
        profile.reasons.subarray(MissingReason.extendedA).reduce((sum, one) => sum + one, 0),
      );
    });
  }

  #writer(laidOut: LaidOutVariable, column: Column, index: number): (row: number) => void {
    return column.kind === 'numeric'
      ? numberWriter(this.#block, column, laidOut.convert)
      : textWriter(this.#block, column, laidOut, () => void this.#cut[index]++);
  }
}

class CompressedBlock {
  private readonly sink: CaseSink;
  private readonly codes = new Uint8Array(8);
  private codeCount = 0;
  private readonly raw = Buffer.alloc(64);
  private rawLength = 0;

  constructor(sink: CaseSink) {
    this.sink = sink;
  }

  code(code: number): void {
    if (this.codeCount === 8) this.flush();
    this.codes[this.codeCount++] = code;
  }

  number(value: number): void {
    this.code(opcode.asItStands);
    this.rawLength = this.raw.writeDoubleLE(value, this.rawLength);
  }

  bytes(source: Uint8Array, start: number): void {
    this.code(opcode.asItStands);
    this.raw.set(source.subarray(start, start + 8), this.rawLength);
    this.rawLength += 8;
  }

  flush(): void {
    this.codes.fill(opcode.padding, this.codeCount);
    this.sink.bytes(this.codes);
    this.sink.bytes(this.raw, 0, this.rawLength);
    this.codeCount = 0;
    this.rawLength = 0;
  }
}

function numberWriter(
  block: CompressedBlock,
  { values, reasons }: NumericColumn,
  convert: LaidOutVariable['convert'],
): (row: number) => void {
  return (row) => {
    const value = convert === null ? values[row] : convert(values[row]);
    if ((reasons !== null && reasons[row] !== MissingReason.present) || Number.isNaN(value)) {
      block.code(opcode.systemMissing);
    } else if (Number.isInteger(value) && value > -compressionBias && value <= 251 - compressionBias) {
      block.code(value + compressionBias);
    } else {
      block.number(value);
    }
  };
}

function textWriter(
  block: CompressedBlock,
  column: TextColumn,
  laidOut: LaidOutVariable,
  onCut: () => void,
): (row: number) => void {
  const encoded: (Uint8Array | undefined)[] = [];
  const tooLong = column.dictionary.map(
    (text) => text.length * 3 > laidOut.width && Buffer.byteLength(text) > laidOut.width,
  );
  return (row) => {
    const code = column.codes[row];
    if (tooLong[code]) onCut();
    const bytes = (encoded[code] ??= elementsOfText(column.dictionary[code], laidOut));
    for (let start = 0; start < bytes.length; start += 8) {
      if (isSpaces(bytes, start)) block.code(opcode.spaces);
      else block.bytes(bytes, start);
    }
  };
}

/** The 8-byte elements of a text: 255 bytes in each full segment, filled up with spaces. */
function elementsOfText(text: string, { width, segments }: LaidOutVariable): Uint8Array {
  const source = encodeWithin(text, width);
  const bytes = new Uint8Array(segments.reduce((sum, { elements }) => sum + elements * 8, 0)).fill(0x20);
  let target = 0;
  segments.forEach(({ elements }, index) => {
    bytes.set(source.subarray(index * 255, (index + 1) * 255), target);
    target += elements * 8;
  });
  return bytes;
}

function isSpaces(bytes: Uint8Array, start: number): boolean {
  for (let i = start; i < start + 8; i++) if (bytes[i] !== 0x20) return false;
  return true;
}
