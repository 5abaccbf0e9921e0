import { phrase, type Said } from '#engine/survey/phrase.ts';
import { Problem } from '#engine/survey/problem.ts';
import { atByte } from '../atByte.ts';
import type { OpenFile } from '../openFile.ts';

/** One file inside an archive, as the archive's list at its end states it. */
export interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly compressedSize: number;
  /** Bytes that it says it inflates to. */
  readonly size: number;
  /** Where its local header begins. */
  readonly offset: number;
}

/** Longest end record with its comment, and the locator of ZIP64 before it. */
const endBytes = 22 + 65_535 + 20;
const mostListBytes = 16 * 1024 * 1024;
/** An entry that inflates to more than this must not be more than `mostRatio` times smaller in the archive. */
const smallEnough = 64 * 1024 * 1024;
const mostRatio = 200;
/** What all entries together may inflate to, or `mostRatio` times the archive, whichever is more. */
const allTogether = 256 * 1024 * 1024;
const encryptedFlag = 1;
const zip64 = 0xffff_ffff;

/**
 * Reads the list of files at the end of a ZIP archive (APPNOTE 6.3, ZIP64 too), after which each is looked up by name.
 * A name that stands twice means the later one, as in Excel.
 *
 * @throws Problem `file.truncated` without an end record; `file.damaged` where the list contradicts the file or an
 * entry would inflate beyond all proportion (a “zip bomb”); `file.encrypted`.
 */
export function readZipEntries(open: OpenFile): ReadonlyMap<string, ZipEntry> {
  const { start, length } = listPlace(open);
  if (length > mostListBytes || start + length > open.size) {
    throw damaged(open, atByte(start), phrase('listTakes', { length }));
  }
  const list = Buffer.from(open.bytes(start, length));
  let total = 0;
  const entries = new Map<string, ZipEntry>();
  for (let at = 0; at + 46 <= list.length && list.readUInt32LE(at) === 0x0201_4b50;) {
    const nameLength = list.readUInt16LE(at + 28);
    const extraLength = list.readUInt16LE(at + 30);
    const next = at + 46 + nameLength + extraLength + list.readUInt16LE(at + 32);
    if (next > list.length) throw damaged(open, atByte(start + at), phrase('listCutOff'));
    const name = list.toString('utf8', at + 46, at + 46 + nameLength).replaceAll('\\', '/');
    const extra = list.subarray(at + 46 + nameLength, at + 46 + nameLength + extraLength);
    const entry = { name, method: list.readUInt16LE(at + 10), ...sizes(list, at, extra) };
    if ((list.readUInt16LE(at + 8) & encryptedFlag) !== 0) {
      throw new Problem('file.encrypted', { file: open.path });
    }
    check(open, entry);
    total += entry.size;
    // Entries that lie over each other count each for itself.
    if (total > Math.max(allTogether, mostRatio * open.size)) {
      throw damaged(open, name, phrase('partsUnpackTo', { count: total }));
    }
    entries.set(name, entry);
    at = next;
  }
  return entries;
}

function check(open: OpenFile, { name, size, compressedSize, offset }: ZipEntry): void {
  if (offset + 30 + compressedSize > open.size) {
    throw damaged(open, name, phrase('beyondEnd', { offset }));
  }
  if (size > smallEnough && size > mostRatio * compressedSize) {
    throw damaged(open, name, phrase('unpacksImpossibly', { packed: compressedSize, count: size }));
  }
}

function listPlace(open: OpenFile): { readonly start: number; readonly length: number } {
  const from = Math.max(0, open.size - endBytes);
  const end = Buffer.from(open.bytes(from, endBytes));
  const at = end.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (at < 0 || at + 22 > end.length) {
    throw new Problem('file.truncated', {
      file: open.path,
      expected: phrase('partList'),
      found: phrase('bytesWithoutList', { count: open.size }),
    });
  }
  const place = { start: end.readUInt32LE(at + 16), length: end.readUInt32LE(at + 12) };
  if (place.start !== zip64 && place.length !== zip64) return place;
  if (at < 20 || end.readUInt32LE(at - 20) !== 0x0706_4b50) return place;
  const large = Buffer.from(open.bytes(Number(end.readBigUInt64LE(at - 12)), 56));
  if (large.length < 56 || large.readUInt32LE(0) !== 0x0606_4b50) return place;
  return { start: Number(large.readBigUInt64LE(48)), length: Number(large.readBigUInt64LE(40)) };
}

/** Sizes and place; those of 4 GB and more stand in a field of their own, in this order, where they are needed. */
function sizes(
  list: Buffer,
  at: number,
  extra: Buffer,
): Pick<ZipEntry, 'size' | 'compressedSize' | 'offset'> {
  const large = largeField(extra);
  let taken = 0;
  const read = (place: number): number => {
    const value = list.readUInt32LE(place);
    if (value !== zip64 || large === null || taken + 8 > large.length) return value;
    taken += 8;
    return Number(large.readBigUInt64LE(taken - 8));
  };
  const size = read(at + 24);
  const compressedSize = read(at + 20);
  return { size, compressedSize, offset: read(at + 42) };
}

function largeField(extra: Buffer): Buffer | null {
  for (let at = 0; at + 4 <= extra.length;) {
    const length = extra.readUInt16LE(at + 2);
    if (extra.readUInt16LE(at) === 1) return extra.subarray(at + 4, at + 4 + length);
    at += 4 + length;
  }
  return null;
}

function damaged(open: OpenFile, place: Said, detail: Said): Problem {
  return new Problem('file.damaged', { file: open.path, place, detail });
}
