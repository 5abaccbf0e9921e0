import { phrase } from '#engine/survey/phrase.ts';
import { Problem } from '#engine/survey/problem.ts';
import { atByte } from '../atByte.ts';
import type { BlockReader } from '../blockReader.ts';
import type { SavExtension, SavRecords } from './savRecords.ts';

/** Labels for text longer than 8 bytes (record 7/21), by variable. */
export interface LongTextLabels {
  readonly variable: Uint8Array;
  readonly labels: readonly { readonly value: Uint8Array; readonly label: Uint8Array }[];
}

/** Missing values of text longer than 8 bytes (record 7/22), by variable. */
export interface LongTextMissing {
  readonly variable: Uint8Array;
  readonly values: readonly Uint8Array[];
}

export interface SpecialNumbers {
  readonly systemMissing: number;
  readonly highest: number;
  /** SPSS before version 21 wrote a number of its own, later ones write the system-missing value. */
  readonly lowest: number;
}

/** What the extension records (type 7) say, not decoded. `null` or empty where a record is absent. */
export interface SavExtensions {
  readonly codePage: number | null;
  readonly encoding: string | null;
  readonly special: SpecialNumbers;
  /** Raw numbers of record 7/11. */
  readonly display: readonly number[];
  /** Tab-separated `SHORT=LongName` pairs. */
  readonly longNames: Uint8Array | null;
  /** `SHORT=01234` pairs: widths over 255. */
  readonly longWidths: SavExtension | null;
  readonly rowCount: number | null;
  readonly longTextLabels: readonly LongTextLabels[];
  readonly longTextMissing: readonly LongTextMissing[];
  /** Records 7/7 and 7/19. */
  readonly responseSets: readonly Uint8Array[];
  /** Records 7/17 and 7/18. */
  readonly fileAttributes: Uint8Array;
  readonly variableAttributes: Uint8Array;
}

const largest = Number.MAX_VALUE;
/** Each takes more memory than bytes of the file: so many no program wrote. */
const mostAttributeValues = 1_000_000;

/**
 * Takes the extension records apart. A record whose elements have an unexpected size is passed over,
 * as in PSPP; one whose content runs beyond its end is `file.damaged`.
 * Source: PSPP Developers Guide, sections on the records of type 7.
 */
export function readSavExtensions(reader: BlockReader, records: SavRecords): SavExtensions {
  const extension = (subtype: number, size: number): SavExtension | null => {
    const found = records.extensions.get(subtype);
    return found !== undefined && found.size === size ? found : null;
  };
  const numbers = (found: SavExtension | null): DataView | null =>
    found === null ? null : new DataView(found.bytes.buffer);
  const little = reader.littleEndian;

  const machine = numbers(extension(3, 4));
  if (machine !== null && machine.byteLength >= 32) refuseForeignFloats(reader, machine.getInt32(16, little));
  const floats = numbers(extension(4, 8));
  const display = numbers(extension(11, 4));
  const count = numbers(extension(16, 8));
  const rowCount = count !== null && count.byteLength >= 16 ? Number(count.getBigInt64(8, little)) : -1;
  const encoding = extension(20, 1);
  return {
    codePage: machine !== null && machine.byteLength >= 32 ? machine.getInt32(28, little) : null,
    encoding: encoding === null ? null : ascii(encoding.bytes),
    special:
      floats !== null && floats.byteLength >= 24
        ? {
            systemMissing: floats.getFloat64(0, little),
            highest: floats.getFloat64(8, little),
            lowest: floats.getFloat64(16, little),
          }
        : { systemMissing: -largest, highest: largest, lowest: -largest },
    display:
      display === null
        ? []
        : Array.from({ length: display.byteLength >> 2 }, (_, index) => display.getInt32(index * 4, little)),
    longNames: extension(13, 1)?.bytes ?? null,
    longWidths: extension(14, 1),
    rowCount: rowCount >= 0 && Number.isSafeInteger(rowCount) ? rowCount : null,
    longTextLabels: readLongTextLabels(reader, extension(21, 1)),
    longTextMissing: readLongTextMissing(reader, extension(22, 1)),
    responseSets: [extension(7, 1), extension(19, 1)].flatMap((found) =>
      found === null ? [] : [found.bytes],
    ),
    fileAttributes: attributeBytes(reader, extension(17, 1)),
    variableAttributes: attributeBytes(reader, extension(18, 1)),
  };
}

/** Each value stands on a line. */
function attributeBytes(reader: BlockReader, extension: SavExtension | null): Uint8Array {
  if (extension === null) return new Uint8Array();
  const { bytes, offset, subtype } = extension;
  const values = bytes.reduce((count, byte) => count + Number(byte === 0x0a), 0);
  if (values <= mostAttributeValues) return bytes;
  throw reader.damaged(
    atByte(offset, phrase('numberedRecord', { record: `7/${subtype}` })),
    phrase('attributeValues', { count: values }),
  );
}

function refuseForeignFloats(reader: BlockReader, representation: number): void {
  if (representation !== 2 && representation !== 3) return;
  throw new Problem('file.unsupported', {
    file: reader.file,
    feature: phrase('foreignFloats', { form: representation === 2 ? 'IBM 370' : 'VAX' }),
    advice: phrase('saveAsSavAgain'),
  });
}

function readLongTextLabels(reader: BlockReader, extension: SavExtension | null): LongTextLabels[] {
  const all: LongTextLabels[] = [];
  if (extension === null) return all;
  const cursor = new ExtensionCursor(reader, extension);
  while (!cursor.atEnd) {
    const variable = cursor.text();
    cursor.int32();
    const labelCount = cursor.int32();
    const labels = [];
    for (let index = 0; index < labelCount; index++)
      labels.push({ value: cursor.text(), label: cursor.text() });
    all.push({ variable, labels });
  }
  return all;
}

function readLongTextMissing(reader: BlockReader, extension: SavExtension | null): LongTextMissing[] {
  const all: LongTextMissing[] = [];
  if (extension === null) return all;
  const cursor = new ExtensionCursor(reader, extension);
  while (!cursor.atEnd) {
    const variable = cursor.text();
    const valueCount = cursor.bytes(1)[0];
    const length = cursor.int32();
    const values = [];
    for (let index = 0; index < valueCount; index++) {
      // Old PSPP wrote the length before each value, not only before the first.
      if (index > 0 && cursor.nextInt32() === length) cursor.int32();
      values.push(cursor.bytes(length));
    }
    all.push({ variable, values });
  }
  return all;
}

/** Walks through the bytes of one extension record. */
class ExtensionCursor {
  readonly #reader: BlockReader;
  readonly #extension: SavExtension;
  readonly #view: DataView;
  #position = 0;

  constructor(reader: BlockReader, extension: SavExtension) {
    this.#reader = reader;
    this.#extension = extension;
    this.#view = new DataView(extension.bytes.buffer);
  }

  get atEnd(): boolean {
    return this.#position >= this.#extension.bytes.length;
  }

  nextInt32(): number | null {
    if (this.#position + 4 > this.#extension.bytes.length) return null;
    return this.#view.getInt32(this.#position, this.#reader.littleEndian);
  }

  int32(): number {
    const value = this.nextInt32();
    if (value === null) throw this.#overrun(4);
    this.#position += 4;
    return value;
  }

  bytes(length: number): Uint8Array {
    const end = this.#position + length;
    if (length < 0 || end > this.#extension.bytes.length) throw this.#overrun(length);
    const bytes = this.#extension.bytes.subarray(this.#position, end);
    this.#position = end;
    return bytes;
  }

  /** Bytes that follow their own length. */
  text(): Uint8Array {
    return this.bytes(this.int32());
  }

  #overrun(length: number): Problem {
    const { subtype, offset, bytes } = this.#extension;
    return this.#reader.damaged(
      atByte(offset + 16 + this.#position, phrase('numberedRecord', { record: `7/${subtype}` })),
      phrase('overrun', { length, left: bytes.length - this.#position }),
    );
  }
}

function ascii(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes.subarray(0, 64)).replace(/[\0 ]+$/, '');
}
