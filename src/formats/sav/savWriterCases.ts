import { MissingReason, type NumericColumn, type TextColumn } from '#engine/survey/column.ts';
import { encodeWithin, type ByteSink } from '../byteSink.ts';
import { compressionBias } from './savWriterHeader.ts';
import type { LaidOutVariable, Layout } from './savWriterLayout.ts';

/** What a byte says about its 8-byte element, besides 1–251: a whole number plus the bias. */
const opcode = { padding: 0, endOfData: 252, asItStands: 253, spaces: 254, systemMissing: 255 } as const;

/** The rows, byte-compressed: blocks of eight codes, each followed by the elements that have no code. */
export function writeCases(sink: ByteSink, rowCount: number, layout: Layout): void {
  const block = new CompressedBlock(sink);
  const writers = layout.variables.map((laidOut) => elementWriter(block, laidOut));
  for (let row = 0; row < rowCount; row++) {
    for (const write of writers) write(row);
  }
  block.code(opcode.endOfData);
  block.flush();
  for (const { variable, column } of layout.variables) {
    const count = column.kind === 'numeric' ? extendedMissingCount(column) : 0;
    if (count > 0) layout.losses.push({ variable: variable.name, kind: 'missingReason', count });
  }
}

class CompressedBlock {
  private readonly sink: ByteSink;
  private readonly codes = new Uint8Array(8);
  private codeCount = 0;
  private readonly raw = Buffer.alloc(64);
  private rawLength = 0;

  constructor(sink: ByteSink) {
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

function elementWriter(block: CompressedBlock, laidOut: LaidOutVariable): (row: number) => void {
  return laidOut.column.kind === 'numeric'
    ? numberWriter(block, laidOut.column)
    : textWriter(block, laidOut.column, laidOut);
}

function numberWriter(block: CompressedBlock, { values, reasons }: NumericColumn): (row: number) => void {
  return (row) => {
    const value = values[row];
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
): (row: number) => void {
  const encoded = column.dictionary.map((text) => elementsOfText(text, laidOut));
  return (row) => {
    const bytes = encoded[column.codes[row]];
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

function extendedMissingCount({ reasons }: NumericColumn): number {
  return reasons === null
    ? 0
    : reasons.reduce((sum, reason) => sum + Number(reason >= MissingReason.extendedA), 0);
}
