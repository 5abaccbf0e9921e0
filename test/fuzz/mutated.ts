import type { Random } from './seeded.ts';

type Mutation = (bytes: Uint8Array, random: Random) => Uint8Array;

const tellingBytes = [0, 1, 2, 3, 4, 7, 0x7f, 0x80, 0xfe, 0xff, 252, 253, 254, 255];
const tellingIntegers = [-1, 0, 1, 2, 7, 255, 256, 999, 65_536, 1 << 24, 0x7fffffff, -0x80000000];
const tellingText = [...'",;\t|\r\n\'=0123456789.eE+-*/ ATZ<>\ufeff', '""', '\r\n', 'NA', 'sep=;\n'];
/** Files do not grow beyond this: what is measured is the reader, not the disk. */
const mostBytes = 256 * 1024;

/** Damage that any file may take: bytes changed, lost, said twice, cut off. */
const anywhere: readonly Mutation[] = [
  (bytes, random) => changed(bytes, random(bytes.length), random(256)),
  (bytes, random) => changed(bytes, random(bytes.length), tellingBytes[random(tellingBytes.length)]),
  (bytes, random) => withInteger(bytes, random(bytes.length), random),
  (bytes, random) => bytes.subarray(0, 1 + random(bytes.length)),
  (bytes, random) => {
    const at = random(bytes.length);
    return joined(bytes.subarray(0, at), bytes.subarray(at + 1 + random(16)));
  },
  (bytes, random) => {
    const at = random(bytes.length);
    return joined(bytes.subarray(0, at), bytes.subarray(random(at + 1)));
  },
  (bytes, random) => {
    const from = random(bytes.length);
    const piece = bytes.subarray(from, from + 1 + random(64));
    const times = 1 + random(random(8) === 0 ? 2000 : 8);
    return joined(bytes.subarray(0, from), ...Array<Uint8Array>(times).fill(piece), bytes.subarray(from));
  },
];

/** Aims at the 4-byte fields of a dictionary, where counts, lengths and offsets are. */
const lying: Mutation = (bytes, random) =>
  withInteger(bytes, 4 * random(Math.max(1, Math.floor(bytes.length / 4))), random);

/** Puts in a mark that text formats give a meaning to. */
const marked: Mutation = (bytes, random) => {
  const at = random(bytes.length + 1);
  const mark = Buffer.from(tellingText[random(tellingText.length)]);
  return joined(bytes.subarray(0, at), mark, bytes.subarray(at + random(2) * mark.length));
};

/**
 * A damaged copy of `original`; `kind` says where it hurts. The first `kept` bytes, by which its format is
 * known, stay as they are.
 */
export function mutated(
  original: Uint8Array,
  random: Random,
  kind: 'binary' | 'text',
  kept: number,
): Uint8Array {
  const mutations = [...anywhere, ...(kind === 'binary' ? [lying, lying, lying] : [marked, marked, marked])];
  let bytes = Uint8Array.from(original);
  for (let round = random(4); round >= 0 && bytes.length > 0; round--) {
    bytes = Uint8Array.from(mutations[random(mutations.length)](bytes, random).subarray(0, mostBytes));
  }
  bytes.set(original.subarray(0, Math.min(kept, bytes.length)));
  return bytes;
}

function changed(bytes: Uint8Array, at: number, value: number): Uint8Array {
  bytes[at] = value;
  return bytes;
}

function withInteger(bytes: Uint8Array, at: number, random: Random): Uint8Array {
  const value = tellingIntegers[random(tellingIntegers.length)];
  const littleEndian = random(4) > 0;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const width = [2, 4, 4, 8][random(4)];
  if (at + width > bytes.length) return bytes;
  if (width === 2) view.setInt16(at, value, littleEndian);
  else if (width === 4) view.setInt32(at, value, littleEndian);
  else view.setBigInt64(at, BigInt(value), littleEndian);
  return bytes;
}

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  return Buffer.concat(parts);
}
