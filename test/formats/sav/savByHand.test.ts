import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../helpers/temporaryFolder.ts';
import { readBytes } from '../readAll.ts';
import { SavBytes, systemMissing } from '../savBytes.ts';

/** Files laid out by hand after the PSPP Developers Guide, with what its text says they hold. */
describe('byte order', () => {
  it.each([
    ['little', true],
    ['big', false],
  ])('%s endian, not compressed', async (_, littleEndian) => {
    const bytes = new SavBytes(littleEndian)
      .header({ rows: 2, weight: 2 })
      .variable('FEAR', { label: 'Fear', missingCode: 1, missing: [9] })
      .variable('W')
      .variable('NAME', { width: 5, format: 1 })
      .valueLabels([[1, 'Yes']], [1])
      .end()
      .float64(1, 0.5)
      .text('Zou', 8)
      .float64(systemMissing, 1.5)
      .text('', 8);
    const survey = await readBytes(temporaryFolder(), 'a.sav', bytes.bytes());
    expect(survey.values).toEqual([
      [1, null],
      [0.5, 1.5],
      ['Zou', ''],
    ]);
    expect(survey.weight).toBe('W');
    expect(survey.variables[0]).toMatchObject({
      label: 'Fear',
      valueLabels: [{ value: 1, label: 'Yes' }],
      missing: { codes: [9], range: null },
    });
  });

  it('big endian, compressed, with records of type 7', async () => {
    const bytes = new SavBytes(false).header({ rows: 2, compression: 1 }).variable('Q1').variable('Q2');
    bytes
      .integerInfo(65001)
      .extension(4, 8, bytes.fresh().float64(systemMissing, Number.MAX_VALUE, systemMissing))
      .extension(11, 4, bytes.fresh().int32(2, 8, 1, 3, 8, 1))
      .extension(13, 1, bytes.fresh().text('Q1=firstQuestion\tQ2=Q2'))
      .extension(16, 8, bytes.fresh().int64(1, 2))
      .end()
      .raw(105, 255, 253, 98, 252, 0, 0, 0)
      .float64(2.25);
    const survey = await readBytes(temporaryFolder(), 'a.sav', bytes.bytes());
    expect(survey.values).toEqual([
      [5, 2.25],
      [null, -2],
    ]);
    expect(survey.variables.map(({ name, measure }) => [name, measure])).toEqual([
      ['firstQuestion', 'ordinal'],
      ['Q2', 'scale'],
    ]);
  });
});

describe('compression', () => {
  const compressed = (fields: object = {}) => new SavBytes().header({ compression: 1, ...fields });

  it('takes the bias from the header', async () => {
    const bytes = compressed({ bias: 50 }).variable('Q').end().raw(55, 251, 1, 252, 0, 0, 0, 0);
    expect((await readBytes(temporaryFolder(), 'a.sav', bytes.bytes())).values).toEqual([[5, 201, -49]]);
  });

  it('passes over padding, also whole groups of it', async () => {
    const bytes = compressed().variable('Q').end();
    bytes.raw(0, 101, 0, 0, 0, 0, 0, 0).raw(0, 0, 0, 0, 0, 0, 0, 0).raw(0, 0, 0, 0, 0, 0, 0, 102);
    expect((await readBytes(temporaryFolder(), 'a.sav', bytes.bytes())).values).toEqual([[1, 2]]);
  });

  it('keeps the values of a group with the group where rows end within it', async () => {
    const bytes = compressed().variable('A').variable('B').variable('T', { width: 3 }).end();
    bytes
      .raw(253, 101, 254, 102, 253, 253, 103, 255)
      .float64(0.5, 0.25)
      .text('abc', 8)
      .raw(254, 252, 0, 0, 0, 0, 0, 0);
    expect((await readBytes(temporaryFolder(), 'a.sav', bytes.bytes())).values).toEqual([
      [0.5, 2, 3],
      [1, 0.25, null],
      ['', 'abc', ''],
    ]);
  });

  it('reads a byte that equals the bias as NULs where text stands', async () => {
    const bytes = compressed().variable('T', { width: 3 }).end().raw(100, 252, 0, 0, 0, 0, 0, 0);
    expect((await readBytes(temporaryFolder(), 'a.sav', bytes.bytes())).values).toEqual([['']]);
  });

  it('spans blocks of the file', async () => {
    const bytes = compressed().variable('A').variable('B').end();
    const expected: number[] = [];
    for (let group = 0; group < 12_000; group++) {
      bytes.raw(253, 101, 253, 102, 253, 103, 253, 104);
      bytes.float64(group + 0.5, group + 1.5, group + 2.5, group + 3.5);
      expected.push(group + 0.5, group + 1.5, group + 2.5, group + 3.5);
    }
    const survey = await readBytes(temporaryFolder(), 'a.sav', bytes.bytes(), { variables: ['A'] });
    expect(survey.values[0]).toEqual(expected);
  });
});

describe('rows', () => {
  const plain = (rows: number) => new SavBytes().header({ rows }).variable('Q');

  it('go up to the end where the header does not know', async () => {
    const survey = await readBytes(temporaryFolder(), 'a.sav', plain(-1).end().float64(1, 2, 3).bytes());
    expect(survey.rowCount).toBeNull();
    expect(survey.values).toEqual([[1, 2, 3]]);
  });

  it('are as many as the header says where more data follow, as in SPSS and PSPP', async () => {
    const survey = await readBytes(temporaryFolder(), 'a.sav', plain(2).end().float64(1, 2, 3).bytes());
    expect(survey.rowCount).toBe(2);
    expect(survey.values).toEqual([[1, 2]]);
  });

  it('are counted by record 7/16 where the header does not know', async () => {
    const bytes = plain(-1).extension(16, 8, new SavBytes().int64(1, 2)).end().float64(1, 2, 3);
    const survey = await readBytes(temporaryFolder(), 'a.sav', bytes.bytes());
    expect(survey.rowCount).toBe(2);
    expect(survey.values).toEqual([[1, 2]]);
  });

  it('none at all', async () => {
    const survey = await readBytes(temporaryFolder(), 'a.sav', plain(0).end().bytes());
    expect(survey.values).toEqual([[]]);
  });
});

describe('missing values', () => {
  it('special numbers are those of record 7/4 where it is there', async () => {
    const bytes = new SavBytes()
      .header()
      .variable('Q', { missingCode: -2, missing: [-777, 5] })
      .variable('R', { missingCode: -3, missing: [7, 888, 3] })
      .extension(4, 8, new SavBytes().float64(-999, 888, -777))
      .end()
      .float64(-999, 1, systemMissing, NaN);
    const survey = await readBytes(temporaryFolder(), 'a.sav', bytes.bytes());
    expect(survey.variables.map(({ missing }) => missing)).toEqual([
      { codes: [], range: { low: null, high: 5 } },
      { codes: [3], range: { low: 7, high: null } },
    ]);
    expect(survey.values).toEqual([
      [null, systemMissing],
      [1, null],
    ]);
  });

  it('LOWEST of SPSS before 21 is an open end', async () => {
    const oldLowest = -1.7976931348623155e308;
    const bytes = new SavBytes()
      .header()
      .variable('Q', { missingCode: -2, missing: [oldLowest, 0] })
      .extension(4, 8, new SavBytes().float64(systemMissing, Number.MAX_VALUE, oldLowest))
      .end();
    const survey = await readBytes(temporaryFolder(), 'a.sav', bytes.bytes());
    expect(survey.variables[0].missing).toEqual({ codes: [], range: { low: null, high: 0 } });
  });

  it('of texts are as wide as the text', async () => {
    const bytes = new SavBytes()
      .header()
      .variable('T', { width: 3, missingCode: 2, missing: ['XXX', 'n/a'] })
      .end();
    const survey = await readBytes(temporaryFolder(), 'a.sav', bytes.bytes());
    expect(survey.variables[0].missing).toEqual({ codes: ['XXX', 'n/a'], range: null });
  });

  it('of long texts come from record 7/22, also as old PSPP wrote it', async () => {
    const modern = new SavBytes()
      .int32(1)
      .text('T')
      .raw(2)
      .int32(8)
      .text('refused don’t kn'.replace('’', "'"), 16);
    const old = new SavBytes()
      .int32(1)
      .text('T')
      .raw(2)
      .int32(8)
      .text('refused', 8)
      .int32(8)
      .text("don't kn", 8);
    for (const content of [modern, old]) {
      const bytes = new SavBytes()
        .header()
        .variable('T', { width: 12 })
        .continuations(1)
        .extension(22, 1, content)
        .end();
      const survey = await readBytes(temporaryFolder(), 'a.sav', bytes.bytes());
      expect(survey.variables[0].missing).toEqual({ codes: ['refused', "don't kn"], range: null });
    }
  });
});

describe('names and labels', () => {
  it('a name that stands twice gets a number, an empty one its position', async () => {
    const bytes = new SavBytes().header().variable('Q').variable('Q').variable('').end();
    const survey = await readBytes(temporaryFolder(), 'a.sav', bytes.bytes());
    expect(survey.variables.map(({ name }) => name)).toEqual(['Q', 'Q_2', 'V3']);
  });

  it('labels of the same variable in two records are joined, the first label of a value counts', async () => {
    const bytes = new SavBytes()
      .header()
      .variable('Q')
      .variable('R')
      .valueLabels(
        [
          [1, 'one'],
          [1, 'uno'],
        ],
        [1, 2],
      )
      .valueLabels([[2, 'two']], [1])
      .end();
    const survey = await readBytes(temporaryFolder(), 'a.sav', bytes.bytes());
    expect(survey.variables.map(({ valueLabels }) => valueLabels)).toEqual([
      [
        { value: 1, label: 'one' },
        { value: 2, label: 'two' },
      ],
      [{ value: 1, label: 'one' }],
    ]);
  });

  it('records that the reader does not know are passed over', async () => {
    const bytes = new SavBytes().header().variable('Q').int32(6, 1).text('A line of a document', 80);
    bytes
      .extension(7, 1, new SavBytes().text('$set=C 3 any Q\n'))
      .extension(17, 1, new SavBytes().text("a('1'\n)"))
      .extension(18, 1, new SavBytes().text("Q:a('1'\n)"))
      .extension(18, 1, new SavBytes().text("Q:b('1'\n)"))
      .extension(99, 4, new SavBytes().int32(1, 2, 3))
      .end()
      .float64(7);
    expect((await readBytes(temporaryFolder(), 'a.sav', bytes.bytes())).values).toEqual([[7]]);
  });

  it('the nominal case size of the header is not believed', async () => {
    const bytes = new SavBytes().header({ caseSize: 3_000_000 }).variable('Q').end().float64(7);
    expect((await readBytes(temporaryFolder(), 'a.sav', bytes.bytes())).values).toEqual([[7]]);
  });

  it('formats tell dates, datetimes and times from numbers', async () => {
    const formats = [5, 20, 22, 23, 24, 28, 29, 30, 38, 39, 41, 21, 25, 40, 26, 27, 32];
    const bytes = new SavBytes().header();
    formats.forEach((format) => bytes.variable(`F${format}`, { format }));
    const survey = await readBytes(temporaryFolder(), 'a.sav', bytes.end().bytes());
    expect(survey.variables.map(({ type }) => type).join(' ')).toBe(
      'numeric date datetime date date date date date date date datetime time time time numeric numeric numeric',
    );
  });
});

describe('text longer than 255 bytes', () => {
  it('is joined from its segments: 255 bytes of each, up to its width', async () => {
    const first = 'a'.repeat(254) + 'B';
    const second = 'c'.repeat(44) + 'D' + 'xyz';
    const bytes = new SavBytes().header().variable('STORY', { width: 255, label: 'Story' }).continuations(31);
    bytes.variable('STORY_A', { width: 48 }).continuations(5).variable('AFTER');
    bytes
      .extension(14, 1, new SavBytes().text('STORY=00300').raw(0, 9))
      .extension(13, 1, new SavBytes().text('STORY=theStory\tAFTER=after'))
      .end()
      .text(first + '\u00ff')
      .text(second, 48)
      .float64(1);
    const survey = await readBytes(temporaryFolder(), 'a.sav', bytes.bytes());
    expect(survey.variables.map(({ name, label }) => [name, label])).toEqual([
      ['theStory', 'Story'],
      ['after', ''],
    ]);
    expect(survey.values).toEqual([[first + 'c'.repeat(44) + 'D'], [1]]);
  });
});
