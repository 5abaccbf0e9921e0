import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../helpers/temporaryFolder.ts';
import { problemOf, readAll, readBytes } from '../readAll.ts';
import { SavBytes } from '../savBytes.ts';

const fixtures = join(import.meta.dirname, '../fixtures');

describe('a .zsav', () => {
  it.each([
    ['haven.zsav', 'haven-byte.sav'],
    ['pspp.zsav', 'pspp-compressed.sav'],
  ])('%s is the same survey as its twin %s', async (zsav, sav) => {
    const [one, other] = await Promise.all([zsav, sav].map((name) => readAll(join(fixtures, name))));
    expect(one).toEqual({
      ...other,
      format: 'zsav',
      read: expect.any(Function),
      close: expect.any(Function),
    });
  });
});

/** Compressed rows of one number each, in blocks, after the PSPP Developers Guide. */
interface Lies {
  rows?: number;
  headerOffset?: number;
  trailerOffset?: number;
  trailerLength?: number;
  count?: number;
  inflatedSize?: number;
  compressedSize?: number;
  blocks?: Uint8Array[];
}

const twoBlocks = [
  Uint8Array.of(101, 102, 253, 103),
  Uint8Array.of(104, 105, 252, 0, 0, 0, 0, 0, 0, 0, 0, 0),
];
twoBlocks[1].set(new Uint8Array(new Float64Array([0.5]).buffer), 4);

function zsav(lies: Lies = {}, littleEndian = true): Uint8Array {
  const bytes = new SavBytes(littleEndian);
  bytes
    .header({ magic: '$FL3', compression: 2, rows: lies.rows ?? 6 })
    .variable('Q')
    .end();
  const start = bytes.bytes().length;
  const inflated = lies.blocks ?? twoBlocks;
  const compressed = inflated.map((block) => Uint8Array.from(deflateSync(block)));
  const trailer = start + 24 + compressed.reduce((sum, { length }) => sum + length, 0);
  bytes.int64(
    lies.headerOffset ?? start,
    lies.trailerOffset ?? trailer,
    lies.trailerLength ?? 24 + 24 * inflated.length,
  );
  for (const block of compressed) bytes.raw(...block);
  bytes.int64(-100, 0).int32(0x3ff000, lies.count ?? inflated.length);
  let inflatedOffset = start;
  let offset = start + 24;
  inflated.forEach((block, index) => {
    const sizes = [lies.inflatedSize ?? block.length, lies.compressedSize ?? compressed[index].length];
    bytes.int64(inflatedOffset, offset).int32(...sizes);
    inflatedOffset += sizes[0];
    offset += sizes[1];
  });
  return bytes.bytes();
}

describe('blocks by hand', () => {
  // The group of commands 101 102 253 103 104 105 252 0 and its value lie across the two blocks.
  it.each([true, false])('are one stream of rows (little endian: %s)', async (littleEndian) => {
    const blocks = [twoBlocks[0], twoBlocks[1].slice()];
    if (!littleEndian) blocks[1].subarray(4).reverse();
    const survey = await readBytes(temporaryFolder(), 'a.sav', zsav({ blocks }, littleEndian));
    expect(survey.format).toBe('zsav');
    expect(survey.values).toEqual([[1, 2, 0.5, 3, 4, 5]]);
  });

  it('may be none where there are no rows', async () => {
    const survey = await readBytes(temporaryFolder(), 'a.zsav', zsav({ rows: 0, blocks: [] }));
    expect(survey.values).toEqual([[]]);
  });

  const bomb = new Uint8Array(40 * 1024 * 1024);
  const cases: Record<string, [Lies, RegExp]> = {
    'a header that is elsewhere': [{ headerOffset: 17 }, /an offset of 17 to itself/],
    'a trailer before the data': [{ trailerOffset: 100 }, /a trailer at byte 100/],
    'a trailer of a strange length': [{ trailerLength: 25 }, /a trailer of 25 bytes/],
    'a wrong count of blocks': [{ count: 1_000_000 }, /1000000 blocks in 72 bytes/],
    'a block larger than any': [{ inflatedSize: 0x7fffffff }, /inflates to 2147483647/],
    'a block that says more than it can hold': [{ inflatedSize: 60_000_000 }, /inflates to 60000000/],
    'a block that says less than it holds': [
      { inflatedSize: 3 },
      /room for|more than the 3 bytes that the file/,
    ],
    'a block that says more than it holds': [{ inflatedSize: 13 }, /inflates to 4 bytes, the file states 13/],
    'blocks with a gap between them': [{ compressedSize: 8 }, /blocks end at byte/],
    'a bomb': [{ blocks: [bomb] }, /6 rows take 4194358 bytes at most, the blocks state 41943040/],
  };

  it.each(Object.entries(cases))('%s is named', async (_, [lies, detail]) => {
    const before = process.memoryUsage().arrayBuffers;
    const problem = await problemOf(readBytes(temporaryFolder(), 'a.zsav', zsav(lies)));
    expect(['file.damaged', 'file.truncated']).toContain(problem.code);
    expect(`${problem.params.detail ?? problem.params.found}`).toMatch(detail);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(16e6);
  });

  it('data that are no ZLIB are named with their block', async () => {
    const bytes = zsav();
    const at = bytes.length - 72 - 10;
    bytes[at] ^= 0xff;
    const problem = await problemOf(readBytes(temporaryFolder(), 'a.zsav', bytes));
    expect(problem.code).toBe('file.damaged');
    expect(problem.params.place).toMatch(/^byte \d+ \(compressed block 2\)$/);
  });

  it('a file cut off anywhere is said to be so', async () => {
    const whole = zsav();
    const folder = temporaryFolder();
    for (let length = 4; length < whole.length; length++) {
      const problem = await problemOf(readBytes(folder, 'a.zsav', whole.subarray(0, length)));
      expect(problem.code, `${length} bytes`).toBe('file.truncated');
    }
  });
});
