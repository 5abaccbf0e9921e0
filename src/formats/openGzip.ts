import { gunzipSync } from 'node:zlib';
import { phrase, type Said } from '#engine/survey/phrase.ts';
import { Problem } from '#engine/survey/problem.ts';
import type { OpenFile } from './openFile.ts';

/** What is unpacked is in memory at once. */
const mostBytes = 1024 * 1024 * 1024;
const smallEnough = 64 * 1024 * 1024;
const mostRatio = 200;

export function isGzip(start: Uint8Array): boolean {
  return start[0] === 0x1f && start[1] === 0x8b && start[2] === 8;
}

/**
 * The file that a gzip file holds, in memory; `open` is closed with it.
 *
 * @throws Problem `file.damaged`, also where it would unpack to more than 1 GB, or beyond all proportion.
 */
export function openGzip(open: OpenFile): OpenFile {
  const limit = Math.min(mostBytes, Math.max(smallEnough, mostRatio * open.size));
  const content = unpacked(open, limit);
  const readInto: OpenFile['readInto'] = (target, at, length, offset) => {
    const bytes = content.subarray(offset, offset + length);
    target.set(bytes, at);
    return bytes.length;
  };
  return {
    path: open.path,
    size: content.length,
    bytes: (offset, length) => new Uint8Array(content.subarray(offset, offset + Math.max(0, length))),
    readInto,
    close: () => open.close(),
  };
}

function unpacked(open: OpenFile, limit: number): Uint8Array {
  const damaged = (detail: Said): Problem =>
    new Problem('file.damaged', { file: open.path, place: phrase('gzip'), detail });
  if (open.size > mostBytes) throw damaged(phrase('tooLargePacked', { count: open.size }));
  try {
    return gunzipSync(open.bytes(0, open.size), { maxOutputLength: limit });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    if (error.code === 'ERR_BUFFER_TOO_LARGE') throw damaged(phrase('unpacksBeyond', { count: limit }));
    if (String(error.code).startsWith('Z_')) throw damaged(error.message);
    throw error;
  }
}
