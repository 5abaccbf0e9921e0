import { phrase } from '#engine/survey/phrase.ts';
import { atByte } from '../atByte.ts';
import type { BlockReader } from '../blockReader.ts';
import { expectTag } from './dtaTags.ts';
import { dtaVersion, newestRelease, oldestRelease, type DtaVersion } from './dtaVersion.ts';

export interface DtaHeader {
  readonly version: DtaVersion;
  readonly variableCount: number;
  readonly rowCount: number;
  readonly label: Uint8Array;
}

const what = 'fileHeader';

/** Reads the header of either form and sets the reader's byte order. The time stamp is passed over. */
export function readDtaHeader(reader: BlockReader): DtaHeader {
  return reader.peek(0) === 0x3c ? readMarkup(reader) : readBinary(reader);
}

function readBinary(reader: BlockReader): DtaHeader {
  const version = dtaVersion(reader.uint8(what));
  reader.littleEndian = reader.uint8(what) === 2;
  reader.skip(2, what);
  const variableCount = reader.uint16(what);
  const rowCount = reader.int32(what);
  if (rowCount < 0) throw reader.damaged(atByte(6, what), phrase('rowCountOf', { count: rowCount }));
  const label = reader.take(version.dataLabel, what);
  reader.skip(version.timestamp, what);
  return { version, variableCount, rowCount, label };
}

function readMarkup(reader: BlockReader): DtaHeader {
  expectTag(reader, '<stata_dta><header><release>');
  const release = Number(String.fromCharCode(...reader.take(3, what)));
  if (!(release >= 117 && release <= newestRelease)) {
    throw reader.damaged(
      atByte(28, what),
      phrase('unknownRelease', { version: release, oldest: oldestRelease, newest: newestRelease }),
    );
  }
  const version = dtaVersion(release);
  expectTag(reader, '</release><byteorder>');
  const order = String.fromCharCode(...reader.take(3, what));
  if (order !== 'LSF' && order !== 'MSF')
    throw reader.damaged(atByte(52, what), phrase('byteOrder', { order }));
  reader.littleEndian = order === 'LSF';
  expectTag(reader, '</byteorder><K>');
  const variableCount = version.variableCount === 2 ? reader.uint16(what) : reader.uint32(what);
  expectTag(reader, '</K><N>');
  const place = atByte(reader.offset, what);
  const rowCount = version.rowCount === 4 ? reader.uint32(what) : reader.int64(what);
  if (rowCount < 0) throw reader.damaged(place, phrase('rowCountOf', { count: rowCount }));
  expectTag(reader, '</N><label>');
  const length = version.labelLength === 1 ? reader.uint8(what) : reader.uint16(what);
  const label = reader.take(length, what);
  expectTag(reader, '</label><timestamp>');
  reader.skip(reader.uint8(what), what);
  expectTag(reader, '</timestamp></header>');
  return { version, variableCount, rowCount, label };
}
