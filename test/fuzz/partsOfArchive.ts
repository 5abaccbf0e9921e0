import { inflateRawSync } from 'node:zlib';
import { zipBytes } from '../formats/zipBytes.ts';
import type { FuzzOriginal } from './fuzzTargets.ts';

/** Each part of an archive, such as a workbook, on its own; the archive is put together around it, so that the damage gets past ZIP. */
export function partsOfArchive(file: Uint8Array): FuzzOriginal[] {
  const parts = partsOf(Buffer.from(file));
  return parts.map(({ name, content }) => ({
    bytes: content,
    build: (damaged) =>
      zipBytes(parts.map((part) => (part.name === name ? { name, content: damaged } : part))),
  }));
}

/** The files of a sound archive without a comment (PKWARE's APPNOTE 6.3), found through the list at its end. */
function partsOf(archive: Buffer): { name: string; content: Buffer }[] {
  const end = archive.length - 22;
  const parts: { name: string; content: Buffer }[] = [];
  let at = archive.readUInt32LE(end + 16);
  for (let left = archive.readUInt16LE(end + 10); left > 0; left--) {
    const nameLength = archive.readUInt16LE(at + 28);
    const local = archive.readUInt32LE(at + 42);
    const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
    const packed = archive.subarray(start, start + archive.readUInt32LE(at + 20));
    parts.push({
      name: archive.toString('utf8', at + 46, at + 46 + nameLength),
      content: archive.readUInt16LE(at + 10) === 0 ? packed : inflateRawSync(packed),
    });
    at += 46 + nameLength + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
  }
  return parts.filter(({ content }) => content.length > 0);
}
