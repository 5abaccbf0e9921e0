import { phrase } from '#engine/survey/phrase.ts';
import { atByte } from '../atByte.ts';
import type { BlockReader } from '../blockReader.ts';
import type { TextEncoding } from '../textEncoding.ts';
import type { SavExtension, SavVariableRecord } from './savRecords.ts';

/** A variable as a row stores it, its segments joined. */
export interface StoredVariable {
  readonly record: SavVariableRecord;
  readonly shortName: string;
  /** Index of its variable record, which is also the index of its first 8 bytes within a row. */
  readonly slot: number;
  readonly width: number;
  readonly segments: readonly number[];
}

/** Text over 255 bytes is kept in segments of 255 bytes, one for each 252 bytes of its width. */
const segmentWidth = 255;
const widthPerSegment = 252;

/**
 * Finds the variables among the variable records: continuations belong to the text before them, and the
 * segments of a very long text (record 7/14) to its first.
 * Source: PSPP Developers Guide, "Variable Record" and "Very Long String Record".
 *
 * @throws Problem `file.damaged` where a continuation or a segment is missing.
 */
export function joinSegments(
  reader: BlockReader,
  records: readonly SavVariableRecord[],
  longWidths: SavExtension | null,
  encoding: TextEncoding,
): StoredVariable[] {
  const pieces = withoutContinuations(reader, records, encoding);
  const widths = longWidths === null ? new Map<string, number>() : widthsByName(reader, longWidths, encoding);
  const variables: StoredVariable[] = [];
  for (let index = 0; index < pieces.length; index++) {
    const piece = pieces[index];
    const width = widths.get(piece.shortName.toUpperCase());
    if (width === undefined) {
      variables.push(piece);
      continue;
    }
    widths.delete(piece.shortName.toUpperCase());
    const count = Math.ceil(width / widthPerSegment);
    const segments = pieces.slice(index, index + count).map((each) => each.width);
    const complete =
      segments.length === count &&
      segments.every((each, at) => (at === count - 1 ? each > 0 : each === segmentWidth));
    if (!complete) {
      throw reader.damaged(
        atByte(piece.record.offset, phrase('namedVariable', { variable: piece.shortName })),
        phrase('textSegments', { width, count, each: segmentWidth, segments: segments.join(', ') }),
      );
    }
    variables.push({ ...piece, width, segments });
    index += count - 1;
  }
  return variables;
}

function withoutContinuations(
  reader: BlockReader,
  records: readonly SavVariableRecord[],
  encoding: TextEncoding,
): StoredVariable[] {
  const variables: StoredVariable[] = [];
  for (let slot = 0; slot < records.length;) {
    const record = records[slot];
    const { width, offset } = record;
    if (width < 0) throw reader.damaged(atByte(offset, 'variableRecord'), phrase('continuationOfNone'));
    const shortName = encoding.decode(record.name);
    const slots = Math.max(1, Math.ceil(width / 8));
    for (let next = slot + 1; next < slot + slots; next++) {
      if (records[next]?.width !== -1) {
        throw reader.damaged(
          atByte(offset, phrase('namedVariable', { variable: shortName })),
          phrase('continuations', { expected: slots - 1, found: next - slot - 1 }),
        );
      }
    }
    variables.push({ record, shortName, slot, width, segments: width > 0 ? [width] : [] });
    slot += slots;
  }
  return variables;
}

/** Widths of 255 or less are no segments and are left out, as in PSPP. */
function widthsByName(
  reader: BlockReader,
  extension: SavExtension,
  encoding: TextEncoding,
): Map<string, number> {
  const widths = new Map<string, number>();
  for (const pair of splitAt(extension.bytes, (byte) => byte === 0 || byte === 9)) {
    const equals = pair.indexOf(0x3d);
    const digits = encoding.decode(pair.subarray(equals + 1));
    if (equals < 1 || !/^\d{1,9}$/.test(digits)) {
      throw reader.damaged(
        atByte(extension.offset, phrase('numberedRecord', { record: '7/14' })),
        phrase('noWidth', { text: encoding.decode(pair) }),
      );
    }
    if (Number(digits) > segmentWidth)
      widths.set(encoding.decode(pair.subarray(0, equals)).toUpperCase(), Number(digits));
  }
  return widths;
}

/** The stretches between separators that are not empty. */
export function splitAt(bytes: Uint8Array, separates: (byte: number) => boolean): Uint8Array[] {
  const parts: Uint8Array[] = [];
  let start = 0;
  for (let index = 0; index <= bytes.length; index++) {
    if (index < bytes.length && !separates(bytes[index])) continue;
    if (index > start) parts.push(bytes.subarray(start, index));
    start = index + 1;
  }
  return parts;
}
