import { Readable } from 'node:stream';
import { createInflateRaw } from 'node:zlib';
import { phrase, type Said } from '#engine/survey/phrase.ts';
import { Problem } from '#engine/survey/problem.ts';
import type { OpenFile } from '../openFile.ts';
import type { ZipEntry } from './zipArchive.ts';

const pieceBytes = 128 * 1024;

/** A piece of an unpacked file, and the share of the packed one that has been read for it. */
export interface Unpacked {
  readonly bytes: Uint8Array;
  readonly fraction: number;
}

/**
 * Unpacks one file of an archive in pieces, never more than its list says.
 *
 * @throws Problem `file.damaged`, `file.unsupported` for other methods than “stored” and “deflate”.
 */
export async function* inflateEntry(open: OpenFile, entry: ZipEntry): AsyncGenerator<Unpacked> {
  const damaged = (detail: Said): Problem =>
    new Problem('file.damaged', { file: open.path, place: entry.name, detail });
  const header = Buffer.from(open.bytes(entry.offset, 30));
  if (header.length < 30 || header.readUInt32LE(0) !== 0x0403_4b50) {
    throw damaged(phrase('notAPart', { offset: entry.offset }));
  }
  const start = entry.offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
  const packed = packedPieces(open, start, entry.compressedSize);
  if (entry.method === 0) {
    let read = 0;
    for (const bytes of packed) {
      read += bytes.length;
      yield { bytes, fraction: read / entry.compressedSize };
    }
    return;
  }
  if (entry.method !== 8) {
    throw new Problem('file.unsupported', {
      file: open.path,
      feature: phrase('packedWith', { method: entry.method }),
      advice: phrase('saveAnew'),
    });
  }
  yield* inflated(packed, createInflateRaw({ chunkSize: pieceBytes }), entry, damaged);
}

async function* inflated(
  packed: Iterable<Uint8Array>,
  inflate: ReturnType<typeof createInflateRaw>,
  { size, compressedSize }: ZipEntry,
  damaged: (detail: Said) => Problem,
): AsyncGenerator<Unpacked> {
  const source = Readable.from(packed);
  source.on('error', (error) => inflate.destroy(error));
  source.pipe(inflate);
  let total = 0;
  try {
    for await (const piece of inflate) {
      const bytes = piece as Uint8Array;
      total += bytes.length;
      if (total > size) throw damaged(phrase('unpacksBeyondStated', { stated: size }));
      yield {
        bytes,
        fraction: compressedSize === 0 ? 1 : Math.min(1, inflate.bytesWritten / compressedSize),
      };
    }
  } catch (error) {
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('Z_')) {
      throw damaged(phrase('notUnpacked', { reason: error.message }));
    }
    throw error;
  } finally {
    source.destroy();
    inflate.destroy();
  }
  if (total < size) throw damaged(phrase('unpacksShort', { count: total, stated: size }));
}

function* packedPieces(open: OpenFile, start: number, length: number): Generator<Uint8Array> {
  for (let done = 0; done < length;) {
    const bytes = open.bytes(start + done, Math.min(pieceBytes, length - done));
    if (bytes.length === 0) return;
    done += bytes.length;
    yield bytes;
  }
}
