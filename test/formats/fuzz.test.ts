import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Problem } from '#engine/survey/problem.ts';
import { temporaryFolder } from '../helpers/temporaryFolder.ts';
import { readBytes } from './readAll.ts';

/**
 * Damaged files, the same ones each time: every one is either read or refused with a `Problem`, within
 * seconds and without memory out of proportion to its size.
 */
const fixtures = join(import.meta.dirname, 'fixtures');

/** mulberry32. */
function seeded(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

const telling = [0, 1, 2, 3, 4, 7, 0x7f, 0x80, 0xfe, 0xff, 252, 253, 254, 255];
const tellingIntegers = [-1, 0, 1, 255, 256, 999, 65_536, 0x7fffffff, -0x80000000];

function mutated(original: Uint8Array, random: (below: number) => number): Uint8Array {
  let bytes = Uint8Array.from(original);
  for (let round = random(4); round >= 0; round--) {
    const at = random(bytes.length);
    const view = new DataView(bytes.buffer);
    switch (random(6)) {
      case 0:
        bytes[at] = random(256);
        break;
      case 1:
        bytes[at] = telling[random(telling.length)];
        break;
      case 2:
        if (at + 4 <= bytes.length) view.setInt32(at, tellingIntegers[random(tellingIntegers.length)], true);
        break;
      case 3:
        bytes = bytes.slice(0, at + 1);
        break;
      case 4:
        bytes = Uint8Array.from([...bytes.slice(0, at), ...bytes.slice(at + 1 + random(16))]);
        break;
      default:
        bytes = Uint8Array.from([...bytes.slice(0, at), ...bytes.slice(random(at + 1))]);
    }
    if (bytes.length === 0) return bytes;
  }
  return bytes;
}

/** Aims at the 4-byte fields of the dictionary, where counts, lengths and offsets are. */
function lying(original: Uint8Array, random: (below: number) => number): Uint8Array {
  const bytes = Uint8Array.from(original);
  const view = new DataView(bytes.buffer);
  const at = 64 + 4 * random(Math.floor((bytes.length - 68) / 4));
  view.setInt32(at, tellingIntegers[random(tellingIntegers.length)], true);
  return bytes;
}

async function survives(name: string, bytes: Uint8Array, folder: string): Promise<'read' | 'refused'> {
  const before = performance.now();
  try {
    await readBytes(folder, name, bytes);
    return 'read';
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    expect(error.code).toMatch(/^file\./);
    expect(error.params.file).toBe(join(folder, name));
    return 'refused';
  } finally {
    expect(performance.now() - before).toBeLessThan(3000);
    expect(process.memoryUsage().arrayBuffers).toBeLessThan(400e6);
  }
}

describe('damaged .sav files', () => {
  const names = ['pspp-compressed.sav', 'haven-byte.sav', 'haven-none.sav'];

  it.each(names)('%s: 500 mutations are read or refused', async (name) => {
    const random = seeded(20080);
    const original = readFileSync(join(fixtures, name));
    const folder = temporaryFolder();
    const outcomes = { read: 0, refused: 0 };
    for (let run = 0; run < 500; run++) {
      const bytes = run % 2 === 0 ? mutated(original, random) : lying(original, random);
      // The first bytes decide the format; they are kept, so that it is this reader that is tried.
      bytes.set(original.subarray(0, Math.min(4, bytes.length)));
      outcomes[await survives('a.sav', bytes, folder)]++;
    }
    expect(outcomes.read).toBeGreaterThan(20);
    expect(outcomes.refused).toBeGreaterThan(100);
  });
});

describe.each([
  ['zsav', ['pspp.zsav', 'haven.zsav'], 4],
  ['dta', ['haven-8.dta', 'haven-13.dta', 'haven-15.dta', 'foreign-6.dta'], 4],
  ['por', ['pspp.por', 'pspp-plain.por'], 480],
] as const)('damaged .%s files', (ending, names, kept) => {
  it.each(names)('%s: 300 mutations are read or refused', async (name) => {
    const random = seeded(1994);
    const original = readFileSync(join(fixtures, name));
    const folder = temporaryFolder();
    const outcomes = { read: 0, refused: 0 };
    for (let run = 0; run < 300; run++) {
      const bytes = run % 2 === 0 || ending === 'por' ? mutated(original, random) : lying(original, random);
      bytes.set(original.subarray(0, Math.min(kept, bytes.length)));
      outcomes[await survives(`a.${ending}`, bytes, folder)]++;
    }
    expect(outcomes.read).toBeGreaterThan(5);
    expect(outcomes.refused).toBeGreaterThan(50);
  });
});

describe('damaged CSV files', () => {
  const text = [
    '\ufeffrégion;âge;"<b>revenu</b>";âge;',
    'Ouémé;23;1,5;1;"a ""quoted""\r\nanswer"',
    '"Zou; Abomey";;2,25;007;x',
    ';99;;;',
    'Mono;1e3;-,5;NA;',
    ';;;;',
  ].join('\r\n');

  it('500 mutations are read or refused', async () => {
    const random = seeded(1948);
    const folder = temporaryFolder();
    const original = Buffer.from(text);
    const outcomes = { read: 0, refused: 0 };
    for (let run = 0; run < 500; run++)
      outcomes[await survives('a.csv', mutated(original, random), folder)]++;
    expect(outcomes.read).toBeGreaterThan(20);
    expect(outcomes.refused).toBeGreaterThan(100);
  });
});
