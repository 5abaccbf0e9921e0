import { TextDecoder } from 'node:util';
import { phrase } from '#engine/survey/phrase.ts';
import { Problem } from '#engine/survey/problem.ts';
import { atByte } from '../atByte.ts';
import type { OpenFile } from '../openFile.ts';

const blockBytes = 256 * 1024;

/** As WHATWG names it. */
export type CsvEncoding = string;

/** A stretch of the file as text, and how far into the file it reaches. */
export interface TextBlock {
  readonly text: string;
  readonly end: number;
}

/** The file is not in the encoding that was tried. */
export class WrongEncoding extends Error {}

/** What the byte order mark says; `null` without one. */
export function encodingOfMark(start: Uint8Array): CsvEncoding | null {
  if (start[0] === 0xef && start[1] === 0xbb && start[2] === 0xbf) return 'utf-8';
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le';
  if (start[0] === 0xfe && start[1] === 0xff) return 'utf-16be';
  return null;
}

/**
 * The text of the file in blocks, without a byte order mark.
 *
 * @throws WrongEncoding where the bytes are not valid; Problem `file.damaged` at a NUL, which no text has.
 */
export function* textBlocks(open: OpenFile, encoding: CsvEncoding): Generator<TextBlock> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  const wide = encoding.startsWith('utf-16');
  for (let offset = 0; offset < open.size;) {
    const bytes = open.bytes(offset, blockBytes);
    const nul = wide ? -1 : bytes.indexOf(0);
    if (nul >= 0) {
      throw new Problem('file.damaged', {
        file: open.path,
        place: atByte(offset + nul),
        detail: phrase('nul'),
      });
    }
    if (bytes.length === 0) break;
    offset += bytes.length;
    yield { text: decoded(decoder, bytes, true), end: offset };
  }
  const rest = decoded(decoder, new Uint8Array(), false);
  if (rest !== '') yield { text: rest, end: open.size };
}

function decoded(decoder: InstanceType<typeof TextDecoder>, bytes: Uint8Array, stream: boolean): string {
  try {
    return decoder.decode(bytes, { stream });
  } catch (error) {
    if (error instanceof TypeError) throw new WrongEncoding('not valid in this encoding');
    throw error;
  }
}
