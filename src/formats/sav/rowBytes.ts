import type { Said } from '#engine/survey/phrase.ts';
import type { Problem } from '#engine/survey/problem.ts';

/** Where the decoders take the bytes of rows from: the file itself, or the blocks that are inflated from it. */
export interface RowBytes {
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly view: DataView;
  readonly littleEndian: boolean;
  /** Next byte to be read, as an index into `bytes`. */
  position: number;
  /** First index of `bytes` that holds nothing. */
  readonly limit: number;
  /** Offset in the file, for messages and progress. */
  readonly offset: number;
  /** Keeps what is unread and reads on, until `bytes` is full or the data end. */
  refill(): void;
  damaged(place: Said, detail: Said): Problem;
}
