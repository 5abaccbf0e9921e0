import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../helpers/temporaryFolder.ts';
import { DtaBytes, dtaFile, type DtaSpec } from '../dtaBytes.ts';
import { problemOf, readBytes } from '../readAll.ts';

const fixtures = join(import.meta.dirname, '../fixtures');

async function problemIn(bytes: Uint8Array) {
  const problem = await problemOf(readBytes(temporaryFolder(), 'a.dta', bytes));
  expect(problem.params.file).toMatch(/a\.dta$/);
  return problem;
}

const spec = (fields: Partial<DtaSpec> = {}): DtaSpec => ({
  release: 118,
  variables: [{ name: 'q', type: 65530, set: 'yesno' }],
  rows: 2,
  data: new DtaBytes().whole(1, 1, 2),
  sets: [
    {
      name: 'yesno',
      labels: [
        [0, 'No'],
        [1, 'Yes'],
      ],
    },
  ],
  ...fields,
});

describe('a file cut off', () => {
  it.each(['haven-8.dta', 'haven-13.dta', 'haven-15.dta', 'foreign-6.dta'])(
    'anywhere is said to be so: %s',
    async (name) => {
      const whole = readFileSync(join(fixtures, name));
      const folder = temporaryFolder();
      // Before version 117 a file may end behind its rows or any set of labels.
      const mayEnd = name.includes('-8') || name.includes('-6');
      let read = 0;
      for (let length = 28; length < whole.length; length += length < 400 ? 3 : 37) {
        const reading = readBytes(folder, 'a.dta', whole.subarray(0, length));
        const outcome = await reading.then(
          () => null,
          () => problemOf(reading),
        );
        if (outcome === null) read++;
        else expect(outcome.code, `${length} bytes`).toBe('file.truncated');
      }
      expect(read).toBeLessThanOrEqual(mayEnd ? 1 : 0);
    },
  );

  it('that claims more rows than it can hold is refused when it is opened', async () => {
    for (const rows of [2_000_000_000, 2 ** 52]) {
      const problem = await problemIn(dtaFile(spec({ rows })));
      expect(problem).toMatchObject({ code: 'file.truncated', params: { expected: `${rows} rows` } });
    }
  });
});

describe('a dictionary that lies', () => {
  const patched = (find: string, replace: string, fields: Partial<DtaSpec> = {}): Uint8Array => {
    const bytes = Buffer.from(dtaFile(spec(fields)));
    const at = bytes.indexOf(find, 0, 'latin1');
    expect(at).toBeGreaterThan(0);
    bytes.write(replace, at, 'latin1');
    return Uint8Array.from(bytes);
  };
  const table = (replace: (view: DataView) => void): Uint8Array => {
    const bytes = dtaFile(spec());
    const at = Buffer.from(bytes).indexOf('<lbl>') + 5;
    replace(new DataView(bytes.buffer, at));
    return bytes;
  };
  /** Where a table has its count, behind its length, name and padding. */
  const count = 4 + 129 + 3;
  const longText = (v: number, o: number, text: object): Uint8Array =>
    dtaFile(
      spec({
        variables: [{ name: 's', type: 32768 }],
        rows: 1,
        data: new DtaBytes().whole(2, v).whole(6, o),
        longTexts: [{ v: 1, o: 1, text: 'abc', ...text }],
      }),
    );
  const cases: Record<string, [Uint8Array, RegExp, RegExp]> = {
    'an unknown version': [patched('118', '999'), /^byte 28 \(the file header\)/, /version 999/],
    'an unknown byte order': [patched('LSF', 'XSF'), /^byte 52/, /byte order XSF/],
    'no variables': [
      dtaFile(spec({ variables: [], rows: 0, data: new DtaBytes() })),
      /header/,
      /without var/,
    ],
    'a negative row count': [dtaFile(spec({ rows: -1 })), /file header/, /row count of -1/],
    'a negative row count before 117': [
      dtaFile(spec({ release: 114, rows: -1 })),
      /byte 6/,
      /row count of -1/,
    ],
    'an unknown type': [
      dtaFile(spec({ variables: [{ name: 'q', type: 3000 }] })),
      /variable types/,
      /type 3000 of variable number 1/,
    ],
    'an unknown letter for a type': [
      dtaFile(spec({ release: 105, variables: [{ name: 'q', type: 120 }] })),
      /variable types/,
      /type 120/,
    ],
    'a tag that is not there': [patched('<varnames>', '<novarname'), /^byte \d+$/, /no <varnames> where/],
    'labels of a negative length': [table((view) => view.setInt32(0, -9, true)), /value labels/, /-9 bytes/],
    'labels without end': [
      table((view) => view.setInt32(count, 1e9, true)),
      /value labels/,
      /1000000000 labels/,
    ],
    'a label outside its text': [
      table((view) => view.setInt32(count + 8, 99, true)),
      /value/,
      /byte 99 of 7/,
    ],
    'labels that lie over one another': [
      table((view) => view.setUint8(count + 24 + 2, 0x20)),
      /value labels/,
      /over one another/,
    ],
    'a reference to no text': [longText(1, 7, {}), /^row 1 of s$/, /variable number 1 in row 7, which/],
    'a reference to no variable': [longText(9, 1, {}), /^row 1 of s$/, /variable number 9 in row 1, which/],
    'a text of no variable': [longText(1, 1, { v: 5 }), /long texts/, /variable number 5 in row 1/],
    'a text of no row': [longText(1, 1, { o: 5 }), /long texts/, /variable number 1 in row 5/],
    'a text of no type': [longText(1, 1, { type: 7 }), /long texts/, /type 7/],
  };

  it.each(Object.entries(cases))('%s is named with its place', async (_, [bytes, place, detail]) => {
    const problem = await problemIn(bytes);
    expect(problem.code).toBe('file.damaged');
    expect(problem.params.place).toMatch(place);
    expect(problem.params.detail).toMatch(detail);
  });

  it('counts and lengths beyond the end of the file are truncations, with nothing allocated for them', async () => {
    const before = process.memoryUsage().arrayBuffers;
    for (const bytes of [
      table((view) => view.setInt32(0, 0x7fffffff, true)),
      longText(1, 1, { length: 0xffffffff }),
      patched('<ch>\x01', '<ch>\xff\xff\xff\x7f', { characteristics: ['x'] }),
    ]) {
      expect((await problemIn(bytes)).code).toBe('file.truncated');
    }
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(4e6);
  });

  it('wrong offsets in the map do not matter, since sections follow each other', async () => {
    const bytes = dtaFile(spec());
    const at = Buffer.from(bytes).indexOf('<map>') + 5;
    bytes.fill(0xff, at, at + 14 * 8);
    expect((await readBytes(temporaryFolder(), 'a.dta', bytes)).values).toEqual([[1, 2]]);
  });
});

describe('a text that is no answer', () => {
  it('of more than 16 MB is refused, and the other variables can be read', async () => {
    const bytes = dtaFile(
      spec({
        variables: [
          { name: 'q', type: 65530 },
          { name: 'picture', type: 32768 },
        ],
        rows: 1,
        data: new DtaBytes().whole(1, 5).whole(2, 2).whole(6, 1),
        longTexts: [{ v: 2, o: 1, text: 'x'.repeat(17_000_000) }],
      }),
    );
    expect(await problemIn(bytes)).toMatchObject({
      code: 'file.unsupported',
      params: { feature: expect.stringMatching(/17000000 bytes/), advice: expect.stringMatching(/drop/) },
    });
    const survey = await readBytes(temporaryFolder(), 'a.dta', bytes, { variables: ['q'] });
    expect(survey.values).toEqual([[5]]);
  });
});
