import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../helpers/temporaryFolder.ts';
import { DtaBytes, dtaFile, typeCode, type DtaSpec } from '../dtaBytes.ts';
import { problemOf, readBytes } from '../readAll.ts';

/** Files laid out by hand after Stata's help texts, with what those say they hold. */
const releases = [103, 104, 105, 108, 110, 111, 113, 114, 115, 117, 118, 119];
const everyWay = releases.flatMap((release) => [
  [release, 'little', true] as const,
  [release, 'big', false] as const,
]);

const read = (spec: DtaSpec) => readBytes(temporaryFolder(), 'a.dta', dtaFile(spec));

describe('every version in both byte orders', () => {
  it.each(everyWay)('%i, %s endian', async (release, _, littleEndian) => {
    const type = (kind: Parameters<typeof typeCode>[1]) => typeCode(release, kind);
    const extended = release >= 113;
    const data = new DtaBytes(littleEndian)
      .whole(1, extended ? 100 : 126)
      .whole(2, extended ? 32740 : 32766)
      .whole(4, extended ? 2147483620 : 2147483646)
      .hex('40490fdb')
      .hex('400921fb54442d18')
      .field('Zou', 5)
      .whole(1, -127)
      .whole(2, -32767)
      .whole(4, -2147483647)
      .hex('feffffff')
      .hex('ffefffffffffffff')
      .field('abcde', 5)
      .whole(1, extended ? 101 : 127)
      .whole(2, extended ? 32741 : 32767)
      .whole(4, extended ? 2147483621 : 2147483647)
      .hex('7f000000')
      .hex('7fe0000000000000')
      .field('', 5);
    const survey = await read({
      release,
      littleEndian,
      label: 'By hand',
      variables: [
        { name: 'fear', type: type('byte'), set: 'often', label: 'Fear' },
        { name: 'a_int', type: type('int') },
        { name: 'a_long', type: type('long') },
        { name: 'a_float', type: type('float') },
        { name: 'a_double', type: type('double'), set: 'often' },
        { name: 'region', type: type(5), format: '%5s' },
      ],
      rows: 3,
      data,
      sets: [
        {
          name: 'often',
          labels: [
            [0, 'Never'],
            [100, 'Always'],
          ],
        },
      ],
      characteristics: release >= 105 ? ['a note', '</characteristics>'] : [],
    });
    expect(survey).toMatchObject({ format: 'dta', rowCount: 3, fileLabel: 'By hand' });
    expect(survey.values).toEqual([
      [extended ? 100 : 126, -127, null],
      [extended ? 32740 : 32766, -32767, null],
      [extended ? 2147483620 : 2147483646, -2147483647, null],
      [Math.fround(Math.PI), -(2 ** 127 - 2 ** 103), null],
      [Math.PI, -Number.MAX_VALUE, null],
      ['Zou', 'abcde', ''],
    ]);
    expect(survey.variables[0]).toMatchObject({
      name: 'fear',
      label: 'Fear',
      valueLabels: [
        { value: 0, label: 'Never' },
        { value: 100, label: 'Always' },
      ],
    });
    expect(survey.variables[4].valueLabels).toBe(survey.variables[0].valueLabels);
  });
});

describe('missing kinds', () => {
  it.each([true, false])('.a to .z of all five types (little endian: %s)', async (littleEndian) => {
    const data = new DtaBytes(littleEndian);
    data.whole(1, 102).whole(2, 32742).whole(4, 2147483622).hex('7f000800').hex('7fe0010000000000');
    data.whole(1, 103).whole(2, 32743).whole(4, 2147483623).hex('7f001000').hex('7fe0020000000000');
    data.whole(1, 127).whole(2, 32767).whole(4, 2147483647).hex('7f00d000').hex('7fe01a0000000000');
    const types = ['byte', 'int', 'long', 'float', 'double'] as const;
    const survey = await read({
      release: 118,
      littleEndian,
      variables: types.map((type) => ({ name: `a_${type}`, type: typeCode(118, type), set: 'kinds' })),
      rows: 3,
      data,
      sets: [
        {
          name: 'kinds',
          labels: [
            [2147483622, "Don't know"],
            [2147483647, 'Refused'],
            [2147483620, 'Most'],
          ],
        },
      ],
    });
    for (const values of survey.values) expect(values).toEqual(['.a', '.b', '.z']);
    expect(survey.variables[3].valueLabels).toEqual([
      { value: '.a', label: "Don't know" },
      { value: '.z', label: 'Refused' },
      { value: 2147483620, label: 'Most' },
    ]);
  });

  it('numbers between the kinds, above them, infinite and not numbers are system-missing', async () => {
    const data = new DtaBytes();
    for (const [float, double] of [
      ['7f000801', '7fe0010000000001'],
      ['7f00d800', '7fe01b0000000000'],
      ['7f800000', '7ff0000000000000'],
      ['7fc00000', '7ff8000000000000'],
      ['ffc00000', 'fff8000000000000'],
    ]) {
      data.hex(float).hex(double);
    }
    const variables = (['float', 'double'] as const).map((type) => ({
      name: type,
      type: typeCode(114, type),
    }));
    const survey = await read({ release: 114, variables, rows: 5, data });
    expect(survey.values).toEqual([new Array(5).fill(null), new Array(5).fill(null)]);
  });

  it('2^333 is the missing double of version 105 and before', async () => {
    const data = () => new DtaBytes().float64(2 ** 333, 2 ** 332);
    const file = (release: number) =>
      read({ release, variables: [{ name: 'x', type: typeCode(release, 'double') }], rows: 2, data: data() });
    expect((await file(105)).values).toEqual([[null, 2 ** 332]]);
    expect((await file(108)).values).toEqual([[2 ** 333, 2 ** 332]]);
  });
});

describe('texts', () => {
  const text = (release: number, width: number, ...values: string[]) => {
    const data = new DtaBytes();
    for (const value of values) data.field(value, width);
    return read({
      release,
      variables: [{ name: 's', type: typeCode(release, width) }],
      rows: values.length,
      data,
    });
  };

  it('keep their spaces and end at the first NUL', async () => {
    expect((await text(115, 4, ' a ', 'abcd', 'a\0b')).values).toEqual([[' a ', 'abcd', 'a']]);
  });

  it.each([
    [117, 'windows-1252', 'caf\xe9'],
    [118, 'utf-8', Buffer.from('café').toString('latin1')],
  ])('are in the encoding of version %i: %s', async (release, encoding, bytes) => {
    const survey = await text(release, 9, bytes);
    expect(survey.encoding).toBe(encoding);
    expect(survey.values).toEqual([['café']]);
  });

  it('are UTF-8 before version 118 where the labels are', async () => {
    const latin = (utf8: string) => Buffer.from(utf8).toString('latin1');
    const survey = await read({
      release: 115,
      variables: [{ name: 's', type: 12, label: latin('Région') }],
      rows: 1,
      data: new DtaBytes().field(latin('Ouémé'), 12),
    });
    expect(survey.encoding).toBe('utf-8');
    expect(survey.variables[0].label).toBe('Région');
    expect(survey.values).toEqual([['Ouémé']]);
  });
});

describe('long texts', () => {
  const wide = 'x'.repeat(300_000);
  const file = (release: number, littleEndian: boolean): DtaSpec => {
    const split = { 117: 4, 118: 2, 119: 3 }[release]!;
    const data = new DtaBytes(littleEndian);
    // The variable and the row under which each text stands; 0, 0 is empty; the last two share one.
    for (const [v, o] of [
      [2, 1],
      [0, 0],
      [2, 3],
      [2, 1],
    ]) {
      data
        .whole(1, 7)
        .whole(split, v)
        .whole(8 - split, o);
    }
    return {
      release,
      littleEndian,
      variables: [
        { name: 'n', type: 65530 },
        { name: 'story', type: 32768 },
      ],
      rows: 4,
      data,
      longTexts: [
        { v: 2, o: 1, text: 'first' },
        { v: 2, o: 3, text: wide, type: 129 },
      ],
    };
  };

  it.each([117, 118, 119].flatMap((release) => [[release, true] as const, [release, false] as const]))(
    'version %i, little endian %s',
    async (release, littleEndian) => {
      const survey = await read(file(release, littleEndian));
      expect(survey.values).toEqual([
        [7, 7, 7, 7],
        ['first', '', wide, 'first'],
      ]);
    },
  );

  it('may stand in any order', async () => {
    const spec = file(118, true);
    const survey = await read({ ...spec, longTexts: [...spec.longTexts!].reverse() });
    expect(survey.values[1]).toEqual(['first', '', wide, 'first']);
  });
});

describe('display formats', () => {
  it.each([
    ['%td', 'date', 'day'],
    ['%d', 'date', 'day'],
    ['%-tdD_m_Y', 'date', 'day'],
    ['%tc', 'datetime', 'millisecond'],
    ['%tCDDmonCCYY_HH:MM', 'datetime', 'millisecond'],
    ['%tcHH:MM:SS', 'time', 'millisecond'],
    ['%tchh:MM_am', 'time', 'millisecond'],
    ['%tCHH:MM:SS.sss', 'time', 'millisecond'],
    ['%tw', 'date', 'week'],
    ['%tm', 'date', 'month'],
    ['%tq', 'date', 'quarter'],
    ['%th', 'date', 'halfYear'],
    ['%ty', 'numeric', undefined],
    ['%tbnyse', 'numeric', undefined],
    ['%9.0g', 'numeric', undefined],
  ])('%s is a %s counted in units of a %s', async (format, type, unit) => {
    const variables = [{ name: 'when', type: 252, format }];
    const survey = await read({ release: 115, variables, rows: 1, data: new DtaBytes().whole(2, 1) });
    expect(survey.variables[0].type).toBe(type);
    expect(survey.variables[0].timeScale?.unit).toBe(unit);
    expect(survey.values).toEqual([[1]]);
  });
});

describe('rows', () => {
  it('wider than a block of the file', async () => {
    const texts = 150;
    const variables = Array.from({ length: texts }, (_, index) => ({ name: `s${index}`, type: 2045 }));
    const data = new DtaBytes();
    for (let row = 0; row < 3; row++)
      for (let each = 0; each < texts; each++) data.field(`${row}:${each}`, 2045);
    const survey = await read({ release: 118, variables, rows: 3, data });
    expect(survey.values[149]).toEqual(['0:149', '1:149', '2:149']);
  });

  it('across many blocks', async () => {
    const rows = 100_000;
    const view = new DataView(new ArrayBuffer(rows * 8));
    for (let row = 0; row < rows; row++) view.setFloat64(row * 8, row + 0.5, true);
    const data = new DtaBytes().text(Buffer.from(view.buffer).toString('latin1'));
    const survey = await read({ release: 113, variables: [{ name: 'x', type: 255 }], rows, data });
    expect(survey.values[0].every((value, row) => value === row + 0.5)).toBe(true);
    expect(survey.values[0]).toHaveLength(rows);
  });
});

describe('an encoding that the user says', () => {
  const file = (release: number) =>
    dtaFile({
      release,
      variables: [{ name: 'place', type: typeCode(release, 6), label: '\xe3\xd1' }],
      rows: 1,
      data: new DtaBytes().field('\xe3\xd1 ', 6),
    });
  const read = (release: number, encoding: string) =>
    readBytes(temporaryFolder(), 'a.dta', file(release), {}, { encoding });

  it.each([105, 114, 117])('is that of version %i, spaces at the end of texts kept', async (release) => {
    const { encoding, variables, values } = await read(release, 'windows-1256');
    expect([encoding, variables[0].label, values]).toEqual(['windows-1256', 'مر', [['مر ']]]);
  });

  it('is refused where all files are in UTF-8', async () => {
    const { code, params } = await problemOf(read(118, 'windows-1256'));
    expect([code, params.option]).toEqual(['option.invalid', 'encoding']);
    expect((await read(118, 'UTF-8')).encoding).toBe('utf-8');
  });
});
