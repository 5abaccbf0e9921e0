import { phrase, type Phrase } from '#engine/survey/phrase.ts';
import { atByte } from '../atByte.ts';
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
  const what = 'compressedHeader';
  const headerOffset = reader.int64(what);
  const trailerOffset = reader.int64(what);
  const trailerLength = reader.int64(what);
  const place = atByte(start, what);
  if (headerOffset !== start) throw reader.damaged(place, phrase('offsetToItself', { offset: headerOffset }));
  if (trailerOffset < start + headerBytes)
    throw reader.damaged(place, phrase('trailerAt', { offset: trailerOffset }));
  if (trailerLength < trailerBytes || (trailerLength - trailerBytes) % descriptorBytes !== 0) {
    throw reader.damaged(place, phrase('trailerOf', { length: trailerLength }));
  }
  if (trailerOffset + trailerLength > reader.size) {
    const found = Math.max(0, reader.size - trailerOffset);
    throw reader.truncated('compressedTrailer', trailerLength, found);
  }
  return readTrailer(openTrailer(trailerOffset), start, trailerOffset, trailerLength);
}

function readTrailer(
  trailer: BlockReader,
  start: number,
  trailerOffset: number,
  trailerLength: number,
): ZlibBlock[] {
  const what = 'compressedTrailer';
  const damaged = (detail: Phrase) => trailer.damaged(atByte(trailerOffset, what), detail);
  trailer.skip(16, what);
  trailer.int32(what);
  const count = trailer.int32(what);
  if (count !== (trailerLength - trailerBytes) / descriptorBytes) {
    throw damaged(phrase('blocksIn', { count, length: trailerLength }));
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
      throw damaged(phrase('blockAt', { number: index + 1, offset, next: end }));
    }
    if (inflatedSize < 0 || inflatedSize > largestBlock || compressedSize < 0) {
      throw damaged(
        phrase('blockInflates', { number: index + 1, compressed: compressedSize, inflated: inflatedSize }),
      );
    }
    if (inflatedSize > compressedSize * mostInflation) {
      throw damaged(
        phrase('blockInflates', { number: index + 1, compressed: compressedSize, inflated: inflatedSize }),
      );
    }
    inflatedEnd += inflatedSize;
    end += compressedSize;
    if (end > trailerOffset) throw damaged(phrase('blockBeyond', { number: index + 1, end }));
    blocks.push({ offset, compressedSize, inflatedSize });
  }
  if (end !== trailerOffset) throw damaged(phrase('blocksEnd', { end }));
  return blocks;
}
