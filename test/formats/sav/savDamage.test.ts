import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../helpers/temporaryFolder.ts';
import { problemOf, readBytes } from '../readAll.ts';
import { SavBytes } from '../savBytes.ts';

const fixtures = join(import.meta.dirname, '../fixtures');

async function problemIn(bytes: SavBytes | Uint8Array) {
  const content = bytes instanceof SavBytes ? bytes.bytes() : bytes;
  const problem = await problemOf(readBytes(temporaryFolder(), 'a.sav', content));
  expect(problem.params.file).toMatch(/a\.sav$/);
  return problem;
}

describe('a file cut off', () => {
  it.each(['pspp-compressed.sav', 'haven-none.sav'])('anywhere is said to be so: %s', async (name) => {
    const whole = readFileSync(join(fixtures, name));
    const folder = temporaryFolder();
    // The end of the compressed data is a group of which the last bytes are padding.
    const spare = name.startsWith('pspp') ? 8 : 0;
    for (let length = 4; length < whole.length - spare; length += length < 200 ? 1 : 7) {
      const problem = await problemOf(readBytes(folder, 'a.sav', whole.subarray(0, length)));
      expect(problem.code, `${length} bytes`).toBe('file.truncated');
      expect(Object.keys(problem.params)).toEqual(['file', 'expected', 'found']);
    }
  });

  it('in its rows names the row', async () => {
    const bytes = new SavBytes().header().variable('Q').variable('R').end().float64(1, 2, 3);
    expect((await problemIn(bytes)).params).toMatchObject({
      expected: 'the rest of row 2',
      found: expect.stringMatching(/^nothing after byte \d+$/),
    });
  });

  it('that claims more rows than it can hold is refused when it is opened', async () => {
    const bytes = new SavBytes().header({ rows: 2_000_000_000 }).variable('Q').end().float64(1, 2, 3);
    expect((await problemIn(bytes)).params).toMatchObject({
      expected: '2000000000 rows',
      found: 'room for 3 rows at most in 24 bytes of data',
    });
  });

  it('that has fewer compressed rows than it claims tells both numbers', async () => {
    const bytes = new SavBytes().header({ rows: 5, compression: 1 }).variable('Q').end();
    bytes.raw(101, 102, 252, 0, 0, 0, 0, 0);
    expect(await problemIn(bytes)).toMatchObject({
      code: 'file.truncated',
      params: { expected: '5 rows', found: '2 rows' },
    });
  });

  it('whose compressed data end in the middle of a row', async () => {
    const bytes = new SavBytes().header({ compression: 1 }).variable('Q').variable('R').end();
    bytes.raw(101, 102, 103, 252, 0, 0, 0, 0);
    expect((await problemIn(bytes)).params.expected).toBe('the rest of row 2');
  });
});

describe('a dictionary that lies', () => {
  const q = () => new SavBytes().header().variable('Q');
  const cases: Record<string, [SavBytes, string, RegExp]> = {
    'an unknown layout code': [
      new SavBytes().header({ layout: 7 }),
      'byte 64 (the file header)',
      /layout code 7/,
    ],
    'an unknown compression code': [
      new SavBytes().header({ compression: 3 }),
      'byte 72 (the file header)',
      /3/,
    ],
    'a negative row count': [new SavBytes().header({ rows: -5 }), 'byte 80 (the file header)', /-5/],
    'a bias that is no number': [new SavBytes().header({ bias: NaN }), 'byte 84 (the file header)', /NaN/],
    'a weight out of range': [
      new SavBytes().header({ weight: 9 }).variable('Q').end(),
      'byte 76 (the file header)',
      /variable number 9/,
    ],
    'a weight that is text': [
      new SavBytes().header({ weight: 1 }).variable('T', { width: 3 }).end(),
      'byte 76 (the file header)',
      /text variable T/,
    ],
    'a weight that is the continuation of a text': [
      new SavBytes().header({ weight: 2 }).variable('T', { width: 9 }).continuations(1).end(),
      'byte 76 (the file header)',
      /variable number 2/,
    ],
    'no variables': [new SavBytes().header().end(), 'byte 184', /without variables/],
    'an unknown record type': [q().int32(42), 'byte 208', /record type 42/],
    'a text too wide': [
      new SavBytes().header().variable('T', { width: 256 }),
      'byte 176 (a variable record)',
      /256/,
    ],
    'a wrong label flag': [
      new SavBytes().header().int32(2, 0, 2, 0, 0, 0).text('Q', 8),
      'byte 176 (a variable record)',
      /label flag/,
    ],
    'a missing value code out of range': [
      new SavBytes().header().variable('Q', { missingCode: 4 }),
      'byte 176 (a variable record)',
      /missing value code of 4/,
    ],
    'a missing range of a text': [
      new SavBytes().header().variable('T', { width: 3, missingCode: -2 }),
      'byte 176 (a variable record)',
      /-2/,
    ],
    'a negative label length': [
      new SavBytes().header().int32(2, 0, 1, 0, 0, 0).text('Q', 8).int32(-4),
      'byte 212',
      /length -4/,
    ],
    'a text without its continuation': [
      new SavBytes().header().variable('T', { width: 17 }).continuations(1).variable('Q').end(),
      'byte 176 (variable T)',
      /2 continuation records expected, 1 found/,
    ],
    'a continuation of nothing': [q().continuations(1).end(), 'byte 208 (a variable record)', /continuation/],
    'labels for a variable out of range': [
      q()
        .valueLabels([[1, 'a']], [2])
        .end(),
      'byte 208 (value labels)',
      /variable number 2, which is not among the 1/,
    ],
    'a negative count of labels': [q().int32(3, -1), 'byte 212 (value labels)', /-1/],
    'labels without their variables': [q().int32(3, 0, 2), 'byte 216', /record type 2/],
    'a negative count of lines': [q().int32(6, -1), 'byte 208 (documents)', /-1 lines/],
    'a negative size': [q().int32(7, 3, -4, 8), 'byte 208 (record 7/3)', /8 elements of -4 bytes/],
    'a length beyond its record': [
      q().extension(21, 1, new SavBytes().int32(1000).text('Q')).end(),
      'byte 228 (record 7/21)',
      /length of 1000 where the record has 1 bytes left/,
    ],
    'a width that is no number': [
      q().extension(14, 1, new SavBytes().text('Q=abcde').raw(0)).end(),
      'byte 208 (record 7/14)',
      /Q=abcde/,
    ],
    'segments that are not there': [
      new SavBytes()
        .header()
        .variable('T', { width: 255 })
        .continuations(31)
        .extension(14, 1, new SavBytes().text('T=32000'))
        .end(),
      'byte 176 (variable T)',
      /needs 127 segments/,
    ],
  };

  it.each(Object.entries(cases))('%s is named with its place', async (_, [bytes, place, detail]) => {
    const problem = await problemIn(bytes);
    expect(problem.code).toBe('file.damaged');
    expect(problem.params.place).toBe(place);
    expect(problem.params.detail).toMatch(detail);
  });

  it('counts and lengths beyond the end of the file are truncations, with nothing allocated for them', async () => {
    const giant = 0x7fffffff;
    for (const bytes of [
      q().int32(3, giant),
      q().int32(3, 0, 4, giant),
      q().int32(6, giant),
      q().int32(7, 3, giant, giant),
      q().int32(7, 99, giant, giant),
      new SavBytes().header().int32(2, 0, 1, 0, 0, 0).text('Q', 8).int32(giant),
    ]) {
      expect((await problemIn(bytes)).code).toBe('file.truncated');
    }
  });

  it('numbers of IBM or VAX are not supported, and it says what to do', async () => {
    const problem = await problemIn(q().integerInfo(1252, 2).end());
    expect(problem).toMatchObject({
      code: 'file.unsupported',
      params: {
        feature: 'an SPSS file with numbers in IBM 370 form',
        advice: expect.stringContaining('save'),
      },
    });
  });
});

describe('compressed data with a code where it cannot stand', () => {
  const file = (width: number, ...codes: number[]) =>
    new SavBytes()
      .header({ compression: 1 })
      .variable('V', { width })
      .end()
      .raw(...codes);

  it.each([
    [
      'spaces in a number',
      file(0, 101, 254, 0, 0, 0, 0, 0, 0),
      'row 2, byte 224',
      'compression code 254 in a number',
    ],
    [
      'a number in a text',
      file(3, 254, 105, 0, 0, 0, 0, 0, 0),
      'row 2, byte 224',
      'compression code 105 in a text',
    ],
    [
      'system-missing in a text',
      file(3, 255, 0, 0, 0, 0, 0, 0, 0),
      'row 1, byte 224',
      'compression code 255 in a text',
    ],
  ])('%s', async (_, bytes, place, detail) => {
    expect(await problemIn(bytes)).toMatchObject({ code: 'file.damaged', params: { place, detail } });
  });
});

describe('a dictionary that costs more than it holds', () => {
  it('labels for all variables in thousands of records end in a problem, not in hours', async () => {
    const bytes = new SavBytes().header();
    const variables = Array.from({ length: 2000 }, (_, index) => index + 1);
    for (const variable of variables) bytes.variable(`Q${variable}`);
    for (let record = 0; record < 200; record++) {
      bytes.valueLabels(
        Array.from({ length: 20 }, (_, index) => [record * 20 + index, 'label'] as const),
        variables,
      );
    }
    expect((await problemIn(bytes.end())).code).toBe('file.damaged');
  });
});
