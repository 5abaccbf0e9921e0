import { phrase } from '#engine/survey/phrase.ts';
import { atByte } from '../atByte.ts';
import type { BlockReader } from '../blockReader.ts';
import { expectTag } from './dtaTags.ts';
import type { DtaVersion } from './dtaVersion.ts';

/**
 * What a file says of itself (`_dta`) or of one of its variables under a name, not decoded: the name of the variable
 * and that of the characteristic, each in `width` bytes, and the text, all of them ended by a NUL.
 */
export interface DtaCharacteristic {
  readonly bytes: Uint8Array;
  readonly width: number;
}

const what = 'characteristics';
/** Each takes more memory than bytes of the file: so many no program wrote. */
const mostCharacteristics = 300_000;
/** The only type of expansion field that Stata ever wrote. */
const characteristic = 1;

/** Reads notes, labels in other languages and all else that stands between the dictionary and the rows. */
export function readCharacteristics(reader: BlockReader, version: DtaVersion): DtaCharacteristic[] {
  if (version.markup) return readMarkup(reader, version);
  return version.expansionLength > 0 ? readExpansionFields(reader, version) : [];
}

function readMarkup(reader: BlockReader, version: DtaVersion): DtaCharacteristic[] {
  const found: DtaCharacteristic[] = [];
  expectTag(reader, '<characteristics>');
  for (;;) {
    const isOne = reader.peek(1) !== 0x2f;
    expectTag(reader, isOne ? '<ch>' : '</characteristics>');
    if (!isOne) return found;
    const length = reader.uint32(what);
    readOne(reader, length, version, found);
    expectTag(reader, '</ch>');
  }
}

/** The last field is of type 0 and length 0. Fields of other types are passed over, as Stata's help asks. */
function readExpansionFields(reader: BlockReader, version: DtaVersion): DtaCharacteristic[] {
  const found: DtaCharacteristic[] = [];
  for (;;) {
    const type = reader.uint8(what);
    const length = version.expansionLength === 2 ? reader.uint16(what) : reader.int32(what);
    if (type === 0 && length === 0) return found;
    if (type === characteristic) readOne(reader, length, version, found);
    else reader.skip(length, what);
  }
}

/** One that is too short for its two names says nothing. */
function readOne(
  reader: BlockReader,
  length: number,
  { name: width }: DtaVersion,
  found: DtaCharacteristic[],
): void {
  if (found.length === mostCharacteristics) {
    throw reader.damaged(
      atByte(reader.offset, what),
      phrase('tooManyCharacteristics', { count: mostCharacteristics }),
    );
  }
  const bytes = reader.take(length, what);
  if (length < 2 * width) return;
  found.push({ bytes, width });
}

export function untilNul(bytes: Uint8Array): Uint8Array {
  const end = bytes.indexOf(0);
  return end < 0 ? bytes : bytes.subarray(0, end);
}
