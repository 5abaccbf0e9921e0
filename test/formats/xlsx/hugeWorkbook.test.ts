import { describe, expect, it } from 'vitest';
import { problemOf, readBytes } from '../readAll.ts';
import { workbookParts, zipBytes, type ZipPart } from '../zipBytes.ts';
import { temporaryFolder } from '../../helpers/temporaryFolder.ts';

const header = '<row r="1"><c r="A1" t="str"><v>x</v></c></row>';
const sheet = (xml: string): ZipPart[] => workbookParts([{ name: 'data', xml }]);
const read = (parts: readonly ZipPart[]): ReturnType<typeof readBytes> =>
  readBytes(temporaryFolder(), 'a.xlsx', zipBytes(parts));
const withStrings = (content: string): ZipPart[] =>
  sheet(`<sheetData>${header}<row r="2"><c r="A2"><v>1</v></c></row></sheetData>`).map((part) =>
    part.name === 'xl/sharedStrings.xml' ? { ...part, content } : part,
  );

describe('a small file that says it is a huge sheet', () => {
  it('has one cell a row, in the last column there is: that is the one variable', async () => {
    const rows = Array.from(
      { length: 20_000 },
      (_, at) => `<row r="${at + 1}"><c r="XFD${at + 1}"><v>1</v></c></row>`,
    );
    const file = await read(sheet(`<sheetData>${rows.join('')}</sheetData>`));
    expect(file.rowCount).toBe(19_999);
    expect(file.variables).toHaveLength(1);
  });

  it('has 16,384 names and a cell a row: refused, with what to do', async () => {
    const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
    const columns = [
      ...letters,
      ...letters.flatMap((one) => letters.map((two) => one + two)),
      ...letters.flatMap((one) => letters.flatMap((two) => letters.map((three) => one + two + three))),
    ].slice(0, 16_384);
    expect(columns.at(-1)).toBe('XFD');
    const names = columns.map((column) => `<c r="${column}1" t="str"><v>${column}</v></c>`).join('');
    const rows = Array.from(
      { length: 30_000 },
      (_, at) => `<row r="${at + 2}"><c r="C${at + 2}"><v>1</v></c></row>`,
    );
    const reading = read(sheet(`<sheetData><row r="1">${names}</row>${rows.join('')}</sheetData>`));
    expect(await problemOf(reading)).toMatchObject({
      code: 'file.unsupported',
      params: {
        feature: expect.stringContaining('30000 rows of 16384 columns'),
        advice: expect.stringMatching(/CSV/),
      },
    });
  });

  it('states an extent and merges that are not there', async () => {
    const file = await read(
      sheet(
        `<dimension ref="A1:XFD99999999999"/><sheetData>${header}<row r="2"><c r="A2"><v>1</v></c></row></sheetData><mergeCells>${'<mergeCell ref="A3:XFD1048576"/>'.repeat(20_000)}</mergeCells>`,
      ),
    );
    expect(file.rowCount).toBe(1);
  });

  it.each([
    [
      'more attributes than any cell has',
      Array.from({ length: 5000 }, (_, at) => ` a${at}="1"`).join(''),
      '1',
    ],
    ['a text of many pieces', ' t="str"', '<![CDATA[ab]]>'.repeat(600_000)],
  ])('has a cell with %s', async (_, attributes, value) => {
    const cell = `<row r="2"><c r="A2"${attributes}><v>${value}</v></c></row>`;
    expect((await problemOf(read(sheet(`<sheetData>${header}${cell}</sheetData>`)))).code).toBe(
      'file.damaged',
    );
  });

  it('lists more texts than there are bytes to tell them apart', async () => {
    expect(
      await problemOf(read(withStrings(`<sst>${'<si><t>a</t></si>'.repeat(1_000_001)}</sst>`))),
    ).toMatchObject({
      code: 'file.unsupported',
      params: { advice: expect.stringMatching(/CSV/) },
    });
  });

  it('has one text of a million parts', async () => {
    const reading = read(withStrings(`<sst><si>${'<t>a</t>'.repeat(1_100_000)}</si></sst>`));
    expect((await problemOf(reading)).code).toBe('file.damaged');
  });

  it('names one part as a hundred sheets', async () => {
    const parts = workbookParts(
      Array.from({ length: 100 }, (_, at) => ({ name: `s${at}`, xml: '<sheetData/>' })),
    );
    const rels = parts.map((part) =>
      part.name.endsWith('workbook.xml.rels')
        ? { ...part, content: String(part.content).replace(/sheet\d+\.xml/g, 'sheet1.xml') }
        : part,
    );
    expect((await problemOf(read(rels))).code).toBe('file.damaged');
  });

  it('has many parts that are each small enough, but not all together', async () => {
    const bomb = Array.from({ length: 6 }, (_, at) => ({
      name: `xl/media/${at}`,
      content: 'x',
      statedSize: 60 * 1024 * 1024,
    }));
    expect((await problemOf(read([...sheet(`<sheetData>${header}</sheetData>`), ...bomb]))).code).toBe(
      'file.damaged',
    );
  });
});

describe('a sheet that is not as programs write it', () => {
  it('has cells in any order, and one twice: the later one counts', async () => {
    const { values } = await read(
      sheet(
        '<sheetData><row r="1"><c r="C1" t="str"><v>c</v></c><c r="A1" t="str"><v>a</v></c></row><row r="2"><c r="C2"><v>3</v></c><c r="A2"><v>9</v></c><c r="A2"><v>1</v></c></row></sheetData>',
      ),
    );
    expect(values).toEqual([[1], [3]]);
  });

  it('has an empty column between others: it is no variable', async () => {
    const file = await read(
      sheet(
        '<sheetData><row r="1"><c r="A1" t="str"><v>a</v></c><c r="C1" t="str"><v>c</v></c></row><row r="2"><c r="A2"><v>1</v></c><c r="C2"><v>3</v></c></row></sheetData>',
      ),
    );
    expect(file.variables.map(({ name }) => name)).toEqual(['a', 'c']);
  });
});
