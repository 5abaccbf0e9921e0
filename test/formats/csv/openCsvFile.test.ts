import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../helpers/temporaryFolder.ts';
import { problemOf, readBytes } from '../readAll.ts';

const read = (content: string | Uint8Array, name = 'a.csv', chunkRows?: number) =>
  readBytes(temporaryFolder(), name, content, { chunkRows });

const types = async (content: string) => (await read(content)).variables.map(({ type }) => type);

describe('encoding', () => {
  it('is UTF-8 with or without a mark, and the mark is not part of the first name', async () => {
    for (const mark of ['', '\ufeff']) {
      const survey = await read(`${mark}région,n\nOuémé,1\n`);
      expect(survey.encoding).toBe('utf-8');
      expect(survey.variables[0].name).toBe('région');
      expect(survey.values).toEqual([['Ouémé'], [1]]);
    }
  });

  it('is windows-1252 where the bytes are not valid UTF-8', async () => {
    const survey = await read(Buffer.from('région,n\nd\u0092accord,1\n', 'latin1'));
    expect(survey.encoding).toBe('windows-1252');
    expect(survey.variables[0].name).toBe('région');
    expect(survey.values[0]).toEqual(['d’accord']);
  });

  it('is told late: a first byte that is not UTF-8 after 300 kB', async () => {
    const rows = 'abcdefghi,1\n'.repeat(25_000);
    const survey = await read(Buffer.from(`name,n\n${rows}Abomé,2\n`, 'latin1'));
    expect(survey.encoding).toBe('windows-1252');
    expect(survey.rowCount).toBe(25_001);
    expect(survey.values[0].at(-1)).toBe('Abomé');
  });

  it('is UTF-16 with a mark, as Excel writes "Unicode text"', async () => {
    const survey = await read(Buffer.from('\ufeffrégion\tn\r\nOuémé\t1\r\n', 'utf16le'), 'a.txt');
    expect(survey.encoding).toBe('utf-16le');
    expect(survey.values).toEqual([['Ouémé'], [1]]);
  });

  it('characters that stand across two blocks stay whole', async () => {
    const survey = await read(`name\n${'é'.repeat(300_000)}\n${'€'.repeat(200_001)}\n`);
    expect(survey.values).toEqual([['é'.repeat(300_000), '€'.repeat(200_001)]]);
  });
});

describe('delimiter and line ends', () => {
  it.each([',', ';', '\t', '|'])('%j', async (delimiter) => {
    const survey = await read(
      ['a', 'b', 'c'].join(delimiter) +
        '\n' +
        ['1', 'x, y; z', '3'].map((cell) => `"${cell}"`).join(delimiter),
    );
    expect(survey.variables.map(({ name }) => name)).toEqual(['a', 'b', 'c']);
    expect(survey.values).toEqual([[1], ['x, y; z'], [3]]);
  });

  it('a semicolon where decimal commas are as many as semicolons', async () => {
    const survey = await read('a;b\n1,5;2,5\n3,5;4\n');
    expect(survey.values).toEqual([
      [1.5, 3.5],
      [2.5, 4],
    ]);
  });

  it('a header alone, without a line end', async () => {
    expect((await read('a;b')).variables.map(({ name }) => name)).toEqual(['a', 'b']);
  });

  it('one column without any', async () => {
    expect((await read('a\n1\n2\n')).values).toEqual([[1, 2]]);
  });

  it('is what Excel’s first line sep= says', async () => {
    const survey = await read('sep=;\na;b\n1;2\n');
    expect(survey.variables.map(({ name }) => name)).toEqual(['a', 'b']);
    expect(survey.values).toEqual([[1], [2]]);
  });

  it.each(['\n', '\r\n', '\r'])('lines end in %j', async (end) => {
    expect((await read(['a,b', '1,x', '2,"y"', ''].join(end))).values).toEqual([
      [1, 2],
      ['x', 'y'],
    ]);
  });

  it('lines end now in CR LF, now in LF', async () => {
    expect((await read('a,b\n1,x\r\n2,"y"\r\n3,z\n')).values).toEqual([
      [1, 2, 3],
      ['x', 'y', 'z'],
    ]);
  });

  it('the last line has no end', async () => {
    expect((await read('a,b\n1,2')).values).toEqual([[1], [2]]);
  });
});

describe('quotes', () => {
  it('hold delimiters, line ends and quotes', async () => {
    const survey = await read('a,b\n"one\r\ntwo, ""three""",1\n"",2\n');
    expect(survey.values).toEqual([
      ['one\r\ntwo, "three"', ''],
      [1, 2],
    ]);
  });

  it('that are never closed are named with the row', async () => {
    expect(await problemOf(read('a,b\n1,2\n3,"open\n5,6\n'))).toMatchObject({
      code: 'file.quoteNotClosed',
      params: { row: 3 },
    });
  });

  it('that are never closed in a large file are found before it is all in memory', async () => {
    const problem = await problemOf(read(`a,b\n1,"open\n${'1,2\n'.repeat(3_000_000)}`));
    expect(problem).toMatchObject({ code: 'file.quoteNotClosed', params: { row: 2 } });
  });
});

describe('header', () => {
  it('names that stand twice are numbered, and the first text stays as the label', async () => {
    const survey = await read('q,q,q_2,q\n1,2,3,4\n');
    expect(survey.variables.map(({ name, label }) => [name, label])).toEqual([
      ['q', ''],
      ['q_3', 'q'],
      ['q_2', ''],
      ['q_4', 'q'],
    ]);
  });

  it('an empty name becomes the position', async () => {
    const survey = await read('a,,V2\n1,2,3\n');
    expect(survey.variables.map(({ name, label }) => [name, label])).toEqual([
      ['a', ''],
      ['V2_2', ''],
      ['V2', ''],
    ]);
  });

  it('HTML is taken off', async () => {
    const survey = await read('"<span style=""color:red"">Thank you &amp; bye</span>",age < 18\n1,2\n');
    expect(survey.variables.map(({ name, label }) => [name, label])).toEqual([
      ['Thank you & bye', 'Thank you & bye'],
      ['age < 18', ''],
    ]);
  });

  it('columns at the end without a name or a value are left out', async () => {
    const survey = await read('a,b,,\n1,2,,\n3,4,,\n');
    expect(survey.variables.map(({ name }) => name)).toEqual(['a', 'b']);
  });
});

describe('rows', () => {
  it('that are blank at the end are left out, those in between are kept', async () => {
    const survey = await read('a,b\n1,x\n,\n2,y\n,\n , \n\n');
    expect(survey.rowCount).toBe(3);
    expect(survey.values).toEqual([
      [1, null, 2],
      ['x', '', 'y'],
    ]);
  });

  it('empty lines are passed over', async () => {
    expect((await read('\na,b\n\n1,2\n\n3,4\n')).values).toEqual([
      [1, 3],
      [2, 4],
    ]);
  });

  it('may have empty fields too many', async () => {
    expect((await read('a,b\n1,2,,\n3,4, \n')).values).toEqual([
      [1, 3],
      [2, 4],
    ]);
  });

  it.each([
    ['too many', 'a,b\n1,2\n3,4,5\n', 3, 3],
    ['too few', 'a,b\n1\n3,4\n', 2, 1],
  ])('with %s fields are named', async (_, content, row, found) => {
    expect(await problemOf(read(content))).toMatchObject({
      code: 'file.tooManyColumns',
      params: { row, expected: 2, found },
    });
  });

  it('none: the variables are there all the same', async () => {
    const survey = await read('a,b\n');
    expect(survey.rowCount).toBe(0);
    expect(survey.values).toEqual([[], []]);
  });

  it('nothing but blanks is an empty file', async () => {
    expect((await problemOf(read('\n \n\n'))).code).toBe('file.empty');
  });

  it('come in chunks, in order, with texts of their own', async () => {
    const rows = Array.from({ length: 50_000 }, (_, index) => `${index},t${index % 7}`);
    const survey = await read(`n,t\n${rows.join('\n')}\n`, 'a.csv', 999);
    expect(survey.values[0]).toEqual(rows.map((_, index) => index));
    expect(survey.values[1]).toEqual(rows.map((_, index) => `t${index % 7}`));
  });

  it('a NUL in the middle of the file is named with its place', async () => {
    const content = Buffer.from(`a,b\n${'1,2\n'.repeat(5000)}1,\u00002\n`);
    expect(await problemOf(read(content))).toMatchObject({
      code: 'file.damaged',
      params: { place: 'byte 20006' },
    });
  });
});

describe('types', () => {
  it('a column is numeric where every value that is not blank is a number', async () => {
    expect(await types('a,b,c,d\n1,-2.5,1e3,x\n,+.5, 7 ,1\n')).toEqual([
      'numeric',
      'numeric',
      'numeric',
      'text',
    ]);
    expect((await read('a,b,c\n1,-2.5,1e3\n,+.5, 7 \n')).values).toEqual([
      [1, null],
      [-2.5, 0.5],
      [1000, 7],
    ]);
  });

  it('codes with leading zeros and ids of 16 digits stay text, as they stand', async () => {
    const survey = await read('code,id,decimal\n007,1234567890123456,0.12345678901234567\n010,1,0.5\n');
    expect(survey.variables.map(({ type }) => type)).toEqual(['text', 'text', 'numeric']);
    expect(survey.values[0]).toEqual(['007', '010']);
    expect(survey.values[1]).toEqual(['1234567890123456', '1']);
  });

  it.each(['0x10', 'Infinity', 'NaN', '1e999', '1,5', '12-03', '1 000', '.', '-', '1e', '--1', '1.2.3'])(
    '%s is no number',
    async (cell) => {
      expect(await types(`a,b\n"${cell}",1\n2,2\n`)).toEqual(['text', 'numeric']);
    },
  );

  it('NA, as R writes it, is missing in a column of numbers and a text in a text', async () => {
    const survey = await read('n,t,none\n1,NA,NA\nNA,x,\n');
    expect(survey.values).toEqual([
      [1, null],
      ['NA', 'x'],
      [null, null],
    ]);
  });

  it('decimal commas are read where fields are not separated by commas', async () => {
    const survey = await read('a;b;c\n1,5;2.5;1,5\n2;3;2.5\n');
    expect(survey.values).toEqual([
      [1.5, 2],
      [2.5, 3],
      ['1,5', '2.5'],
    ]);
  });

  it('a value that comes late decides for the whole column', async () => {
    const survey = await read(`a,b\n${'1,2\n'.repeat(100_000)}x,2\n`);
    expect(survey.variables.map(({ type }) => type)).toEqual(['text', 'numeric']);
    expect(survey.values[0][0]).toBe('1');
  });
});
