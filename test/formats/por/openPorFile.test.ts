import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../helpers/temporaryFolder.ts';
import { expectLikeHaven, fixtureExpectations } from '../likeHaven.ts';
import { problemOf, readAll, readBytes } from '../readAll.ts';
import { base30, numeric, porFile, text, type PorLayout } from './porBytes.ts';

const fixtures = join(import.meta.dirname, '../fixtures');

describe('files of PSPP', () => {
  it.each([1, 3, 4096])('are read as PSPP reads them, %i rows at a time', async (chunkRows) => {
    const survey = await readAll(join(fixtures, 'pspp-plain.por'), { chunkRows });
    expect(survey).toMatchObject({ format: 'por', encoding: 'utf-8', rowCount: null, weight: null });
    expectLikeHaven(survey, fixtureExpectations['pspp-plain.por']);
  });

  it('with accents and a weight hold what their .sav twin holds', async () => {
    const por = await readAll(join(fixtures, 'pspp.por'));
    const sav = await readAll(join(fixtures, 'pspp-compressed.sav'));
    expect(por.weight).toBe('WEIGHT');
    const twins = sav.variables.filter(({ name }) => name !== 'story');
    twins.forEach((twin, index) => {
      const { name, label, type, valueLabels, missing } = por.variables[index];
      expect(name).toBe(twin.name.slice(0, 8).toUpperCase());
      expect({ label, type }).toEqual({ label: twin.label, type: twin.type });
      expect(valueLabels).toEqual(twin.valueLabels.toSorted((a, b) => (a.value < b.value ? -1 : 1)));
      // PSPP writes the end of "1000 THRU HIGHEST" as its beginning.
      if (name !== 'WEIGHT') expect(missing).toEqual(twin.missing);
      por.values[index].forEach((value, row) => {
        const expected = sav.values[sav.variables.indexOf(twin)][row];
        if (typeof value !== 'number' || typeof expected !== 'number') expect(value).toBe(expected);
        else expect(Math.abs(value - expected)).toBeLessThanOrEqual(Math.abs(expected) * 1e-14);
      });
    });
  });

  it('give the variables asked for in the order asked for, also twice', async () => {
    const path = join(fixtures, 'pspp-plain.por');
    const some = await readAll(path, { variables: ['PLACE', 'NEEDWATE', 'PLACE'], chunkRows: 3 });
    expect(some.values[0]).toEqual(['Porto-Novo', '', 'a name of 20 letters', ' begins with a space']);
    expect(some.values[1]).toEqual([1, 0, 0, 1]);
    expect(some.values[2]).toEqual(some.values[0]);
  });
});

const read = (records: string, rows: string, layout?: PorLayout) =>
  readBytes(temporaryFolder(), 'a.por', porFile(records, rows, layout));

describe('numbers in base 30', () => {
  it.each([
    ['0/', 0],
    ['T/', 29],
    ['10/', 30],
    ['-1A/', -40],
    ['.F/', 0.5],
    ['1.F/', 1.5],
    ['  1/', 1],
    ['1+2/', 900],
    ['1-1/', 1 / 30],
    ['.3/', 0.1],
    ['I9+3/', 549 * 27000],
    ['*.', null],
  ])('%s is %d', async (written, value) => {
    expect((await read(numeric('Q'), written)).values).toEqual([[value]]);
  });

  it.each(['/', 'U/', '1.2.3/', '-/', '1', '+1/'])('%s is none', async (written) => {
    const problem = await problemOf(read(numeric('Q'), written));
    expect(problem.code).toBe('file.damaged');
    expect(problem.params.place).toMatch(/^byte \d+ \(row 1\)$/);
  });

  it('beyond a double are its largest and smallest', async () => {
    expect((await read(numeric('Q'), '1+AAAA/1-AAAA/')).values).toEqual([[Number.MAX_VALUE, 0]]);
  });
});

describe('records', () => {
  it('of missing values, labels, weight and documents', async () => {
    const records = [
      `1${text('By hand')}4${base30(3)}5${base30(11)}6${text('W')}`,
      `${numeric('Q')}8${base30(8)}8${base30(9)}C${text('How often?')}`,
      `${numeric('W')}9-1/8${base30(99)}`,
      `73/${text('S')}1/3/0/1/3/0/8${text('XX ')}`,
      `D${base30(1)}${text('Q')}${base30(2)}0/${text('Never')}1/${text('Once')}`,
      `D${base30(1)}${text('S')}${base30(1)}${text('A  ')}${text('Alpha')}`,
      `E${base30(3)}${text('A document')}${text(' ')}${text('Another')}`,
    ].join('');
    const survey = await read(records, `1/.F/${text('A  ')}8/1/${text('XX ')}`);
    expect(survey.weight).toBe('W');
    expect(survey.notes).toEqual(['A document', 'Another']);
    expect(survey.variables).toMatchObject([
      {
        label: 'How often?',
        missing: { codes: [8, 9], range: null },
        valueLabels: [{ label: 'Never' }, { value: 1 }],
      },
      { missing: { codes: [99], range: { low: null, high: -1 } } },
      { type: 'text', missing: { codes: ['XX'] }, valueLabels: [{ value: 'A', label: 'Alpha' }] },
    ]);
    expect(survey.values).toEqual([
      [1, 8],
      [0.5, 1],
      ['A', 'XX'],
    ]);
  });

  it('of formats that count seconds make dates and times', async () => {
    const survey = await read(numeric('D', 20) + numeric('T', 21) + numeric('B', 22), '1/2/3/');
    expect(survey.variables.map(({ type }) => type)).toEqual(['date', 'time', 'datetime']);
  });

  it('names that stand twice are numbered', async () => {
    const survey = await read(numeric('Q') + numeric('Q'), '1/2/');
    expect(survey.variables.map(({ name }) => name)).toEqual(['Q', 'Q_2']);
  });
});

describe('lines', () => {
  const records = numeric('Q') + `7${base30(90)}${text('S')}1/30/0/1/30/0/`;
  const rows = `1/${base30(90)}${'a'.padEnd(90)}2/${base30(90)}${'b c'.padEnd(90)}`;
  const values = [
    [1, 2],
    ['a', 'b c'],
  ];

  it.each<[string, PorLayout]>([
    ['CR LF', {}],
    ['LF', { lineEnd: '\n' }],
    ['CR', { lineEnd: '\r' }],
    ['CR LF, blanks at the end cut off', { cut: true }],
    ['LF, blanks at the end cut off', { lineEnd: '\n', cut: true }],
    ['CR, blanks at the end cut off', { lineEnd: '\r', cut: true }],
    ['none at all', { lineEnd: '' }],
    ['lines of 256', { lineLength: 256 }],
  ])('ended by %s', async (_, layout) => {
    expect((await read(records, rows, layout)).values).toEqual(values);
  });

  it('of Windows turned into those of Unix and back are the same survey', async () => {
    const original = readFileSync(join(fixtures, 'pspp-plain.por'), 'latin1');
    const expected = await readAll(join(fixtures, 'pspp-plain.por'));
    const folder = temporaryFolder();
    for (const end of ['\n', '\r', ' \n']) {
      const changed = Buffer.from(original.replaceAll('\r\n', end).replaceAll(/ +(?=[\r\n])/g, ''), 'latin1');
      expect((await readBytes(folder, 'a.por', changed)).values).toEqual(expected.values);
    }
  });
});

describe('characters', () => {
  it('of another set are told by the table of the file', async () => {
    // Each letter is moved by 100 and stands in the table so, as EBCDIC stands in its own places.
    const encode = (character: string) => (character.charCodeAt(0) + 100) & 255;
    const records = `${numeric('Q')}C${text('How often, #2?')}73/${text('S')}1/3/0/1/3/0/`;
    const survey = await read(records, `1A/${text('Zou')}*.${text('b  ')}`, { encode });
    expect(survey.variables[0]).toMatchObject({ name: 'Q', label: 'How often, ?2?' });
    expect(survey.values).toEqual([
      [40, null],
      ['Zou', 'b'],
    ]);
  });

  it('beyond ASCII are windows-1252 where they are not UTF-8', async () => {
    const survey = await read(`${numeric('Q')}C${text('\xe9t\xe9')}`, '1/');
    expect(survey.encoding).toBe('windows-1252');
    expect(survey.variables[0].label).toBe('été');
  });
});

describe('a file that is damaged', () => {
  const cases: Record<string, [string, string, RegExp, RegExp]> = {
    'an unknown record': ['X', '', /the dictionary/, /record “X”/],
    'no variables': ['4/', '', /dictionary|number of/, /no variables|belongs|none/],
    'a wrong count': [`4${base30(2)}${numeric('Q')}`, '1/', /dictionary/, /1 variables where 2 are stated/],
    'missing values before any variable': ['81/', '', /dictionary/, /record 8 before any variable/],
    'four missing values': [`${numeric('Q')}81/82/83/84/`, '', /missing values/, /more than three/],
    'labels for no variable': [`${numeric('Q')}D0/0/`, '', /value labels/, /labels for no variable/],
    'labels for a variable that is not there': [
      `${numeric('Q')}D1/${text('R')}0/`,
      '',
      /value labels/,
      /not in the file/,
    ],
    'a text without end': [`1${base30(40000)}`, '', /the product/, /40000 where a number from 0 to 32767/],
    'a negative length': ['1-5/', '', /the product/, /-5 where/],
    'labels without end': [
      `${numeric('Q')}D1/${text('Q')}${base30(1e9)}`,
      '',
      /value labels/,
      /1000000000 where/,
    ],
  };

  it.each(Object.entries(cases))('%s is named with its place', async (_, [records, rows, place, detail]) => {
    const problem = await problemOf(read(records, rows));
    expect(problem.code).toBe('file.damaged');
    expect(problem.params.place).toMatch(place);
    expect(problem.params.detail).toMatch(detail);
  });

  it('cut off anywhere it is said to be so', async () => {
    const whole = porFile(numeric('Q') + numeric('R'), '1/2/3/4/');
    const folder = temporaryFolder();
    const end = Buffer.from(whole).indexOf('F1/2/3/4/Z') + 9;
    for (let length = 200; length < end; length += length < 460 ? 7 : 1) {
      const problem = await problemOf(readBytes(folder, 'a.por', whole.subarray(0, length)));
      expect(problem.code, `${length} bytes`).toBe('file.truncated');
    }
  });

  it('of nothing but line ends is not read for ever', async () => {
    const whole = Buffer.from(porFile(numeric('Q'), '1/'));
    const start = whole.subarray(0, whole.indexOf('F1/Z') + 1);
    const problem = await problemOf(
      readBytes(temporaryFolder(), 'a.por', Buffer.concat([start, Buffer.alloc(2_000_000, '\n')])),
    );
    expect(problem.code).toMatch(/^file\.(damaged|truncated)$/);
  });
});

it('is in the encoding that the user says', async () => {
  const file = porFile(`73/${text('Q')}1/3/0/1/3/0/C${text('é')}`, text('\xe9t\xe9'));
  const [one, other] = await Promise.all(
    ['windows-1252', 'windows-1251'].map((encoding) =>
      readBytes(temporaryFolder(), 'a.por', file, {}, { encoding }),
    ),
  );
  expect([one.variables[0].label, one.values]).toEqual(['é', [['été']]]);
  expect([other.variables[0].label, other.values]).toEqual(['й', [['йtй']]]);
});
