import { crc32, deflateSync } from 'node:zlib';

/** A PNG of at most 256 colours, from pixels of four bytes each; transparency is left out. */
export function palettePng(pixels, width, height) {
  const { palette, indices } = withinPalette(pixels);
  const lines = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y++)
    Buffer.from(indices.subarray(y * width, (y + 1) * width)).copy(lines, y * (width + 1) + 1);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // Eight bits, by palette, not filtered: neighbours of a palette say nothing of each other.
  header.set([8, 3, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]),
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(palette.flat())),
    chunk('IDAT', deflateSync(lines, { level: 9, memLevel: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** The most frequent colours that are not too near to one already taken, as near as 256 of them allow; every pixel gets the nearest. */
function withinPalette(pixels) {
  const words = new Uint32Array(pixels.buffer, pixels.byteOffset, pixels.byteLength / 4);
  const counts = new Map();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  const byCount = [...counts].sort(([a, left], [b, right]) => right - left || a - b).map(([word]) => word);
  let palette = [];
  for (let apart = 2; palette.length === 0 || palette.length > 256; apart += 2) {
    palette = [];
    for (const word of byCount) {
      const colour = channels(word);
      if (palette.every((taken) => distance(taken, colour) >= apart * apart)) palette.push(colour);
      if (palette.length > 256) break;
    }
  }
  const nearest = new Map(
    byCount.map((word) => {
      const colour = channels(word);
      const distances = palette.map((taken) => distance(taken, colour));
      return [word, distances.indexOf(Math.min(...distances))];
    }),
  );
  return { palette, indices: Uint8Array.from(words, (word) => nearest.get(word)) };
}

const channels = (word) => [word & 255, (word >> 8) & 255, (word >> 16) & 255];

const distance = (left, right) =>
  left.reduce((sum, value, channel) => sum + (value - right[channel]) ** 2, 0);

function chunk(type, data) {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, check]);
}
