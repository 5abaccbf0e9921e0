import type { BlockReader } from '../blockReader.ts';

/** A stretch of the file that inflates to one block of byte-compressed rows. */
export interface ZlibBlock {
  readonly offset: number;
  readonly compressedSize: number;
  readonly inflatedSize: number;
}

const headerBytes = 24;
const trailerBytes = 24;
const descriptorBytes = 24;
/** SPSS and PSPP make blocks of 4 MB. */
const largestBlock = 64 * 1024 * 1024;
/** Deflate cannot make more than 1,032 bytes of one; so more is a lie. */
const mostInflation = 1032;

/**
 * Reads the list of compressed blocks of a `.zsav` file: the header that follows the dictionary, and the
 * trailer at the end that it points to. Blocks must follow each other without a gap between the two.
 * Source: PSPP Developers Guide, "Data Record" (ZLIB compression).
 *
 * @throws Problem `file.truncated`, `file.damaged` where offsets or sizes contradict each other or the file.
 */
export function readZlibBlocks(
  reader: BlockReader,
  openTrailer: (offset: number) => BlockReader,
): ZlibBlock[] {
  const start = reader.offset;
  const what = 'the header of compressed data';
  const headerOffset = reader.int64(what);
  const trailerOffset = reader.int64(what);
  const trailerLength = reader.int64(what);
  const place = `byte ${start} (${what})`;
  if (headerOffset !== start) throw reader.damaged(place, `an offset of ${headerOffset} to itself`);
  if (trailerOffset < start + headerBytes) throw reader.damaged(place, `a trailer at byte ${trailerOffset}`);
  if (trailerLength < trailerBytes || (trailerLength - trailerBytes) % descriptorBytes !== 0) {
    throw reader.damaged(place, `a trailer of ${trailerLength} bytes`);
  }
  if (trailerOffset + trailerLength > reader.size) {
    const found = Math.max(0, reader.size - trailerOffset);
    throw reader.truncated('the trailer of compressed data', trailerLength, found);
  }
  return readTrailer(openTrailer(trailerOffset), start, trailerOffset, trailerLength);
}

function readTrailer(
  trailer: BlockReader,
  start: number,
  trailerOffset: number,
  trailerLength: number,
): ZlibBlock[] {
  const what = 'the trailer of compressed data';
  const damaged = (detail: string) => trailer.damaged(`byte ${trailerOffset} (${what})`, detail);
  trailer.skip(16, what);
  trailer.int32(what);
  const count = trailer.int32(what);
  if (count !== (trailerLength - trailerBytes) / descriptorBytes) {
    throw damaged(`${count} blocks in ${trailerLength} bytes`);
  }
  const blocks: ZlibBlock[] = [];
  let inflatedEnd = start;
  let end = start + headerBytes;
  for (let index = 0; index < count; index++) {
    const inflatedOffset = trailer.int64(what);
    const offset = trailer.int64(what);
    const inflatedSize = trailer.int32(what);
    const compressedSize = trailer.int32(what);
    if (inflatedOffset !== inflatedEnd || offset !== end) {
      throw damaged(`block ${index + 1} at byte ${offset}, where byte ${end} is next`);
    }
    if (inflatedSize < 0 || inflatedSize > largestBlock || compressedSize < 0) {
      throw damaged(`block ${index + 1} of ${compressedSize} bytes inflates to ${inflatedSize}`);
    }
    if (inflatedSize > compressedSize * mostInflation) {
      throw damaged(`block ${index + 1} of ${compressedSize} bytes inflates to ${inflatedSize}: impossible`);
    }
    inflatedEnd += inflatedSize;
    end += compressedSize;
    if (end > trailerOffset) throw damaged(`block ${index + 1} ends at byte ${end}, behind the trailer`);
    blocks.push({ offset, compressedSize, inflatedSize });
  }
  if (end !== trailerOffset) throw damaged(`blocks end at byte ${end}`);
  return blocks;
}
