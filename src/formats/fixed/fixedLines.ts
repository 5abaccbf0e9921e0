import { phrase } from '#engine/survey/phrase.ts';
import { Problem } from '#engine/survey/problem.ts';
import { atByte } from '../atByte.ts';
import type { OpenFile } from '../openFile.ts';

const blockBytes = 256 * 1024;
const longestLine = 8 * 1024 * 1024;

/** Whole lines in a block of bytes: line i is `bytes[starts[i], ends[i])`. */
export interface LineBlock {
  readonly bytes: Uint8Array;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  /** Bytes of the file up to here. */
  readonly end: number;
}

/** The lines of a file that are not empty, whatever ends them. @throws Problem `file.damaged` */
export function* fixedLines(open: OpenFile): Generator<LineBlock> {
  let rest = new Uint8Array();
  for (let offset = 0; offset < open.size;) {
    const block = open.bytes(offset, blockBytes);
    if (block.length === 0) break;
    offset += block.length;
    const bytes = new Uint8Array(rest.length + block.length + 1);
    bytes.set(rest);
    bytes.set(block, rest.length);
    let length = rest.length + block.length;
    if (offset >= open.size) bytes[length++] = 0x0a;
    const starts: number[] = [];
    const ends: number[] = [];
    let start = 0;
    for (let at = bytes.indexOf(0x0a); at >= 0 && at < length; at = bytes.indexOf(0x0a, start)) {
      const end = at > start && bytes[at - 1] === 0x0d ? at - 1 : at;
      if (end > start && bytes[start] !== 0x1a) {
        starts.push(start);
        ends.push(end);
      }
      start = at + 1;
    }
    rest = bytes.slice(start, length);
    if (rest.length > longestLine) {
      throw new Problem('file.damaged', {
        file: open.path,
        place: atByte(offset),
        detail: phrase('longLine'),
      });
    }
    yield { bytes, starts, ends, end: offset };
  }
}
