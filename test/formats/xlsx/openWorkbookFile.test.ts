import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../helpers/temporaryFolder.ts';
import { readAll, readBytes } from '../readAll.ts';
import { sheetXml, workbookParts, zipBytes, type HandSheet } from '../zipBytes.ts';

const fixtures = join(import.meta.dirname, '../fixtures');
const expected: Record<string, Record<string, unknown[]>> = JSON.parse(
  readFileSync(join(fixtures, 'workbooks.expected.json'), 'utf8'),
);
const written = join(fixtures, 'openxlsx.xlsx');

const readParts = (sheets: readonly HandSheet[], more: Parameters<typeof workbookParts>[1] = {}) =>
  readBytes(temporaryFolder(), 'a.xlsx', zipBytes(workbookParts(sheets, more)));
const readRows = (rows: Parameters<typeof sheetXml>[0]) => readParts([{ name: 'data', xml: sheetXml(rows) }]);

describe('a workbook that R wrote is read as readxl reads it', () => {
  it('the first sheet with answers, below its title', async () => {
    const survey = await readAll(written);
    expect(survey.choices?.sheet).toBe('households');
    expect(survey.variables.map(({ name, type }) => [name, type])).toEqual([
      ['id', 'text'],
      ['size', 'numeric'],
      ['visited', 'date'],
      ['started', 'datetime'],
      ['poor', 'numeric'],
      ['place', 'text'],
    ]);
    const texts = (values: unknown[]) => values.map((value) => value ?? '');
    survey.variables.forEach(({ name, type }, index) => {
      const values = expected['households'][name];
      expect(survey.values[index], name).toEqual(type === 'text' ? texts(values) : values);
    });
    expect(survey.variables[4].valueLabels).toEqual([
      { value: 0, label: 'FALSE' },
      { value: 1, label: 'TRUE' },
    ]);
  });

  it('a sheet that is chosen; numbers written as text are numbers, NA is missing', async () => {
    const survey = await readAll(written, {}, { sheet: 'members' });
    expect(survey.values).toEqual([expected['members']['household'], expected['members']['age']]);
    expect(survey.choices?.sheets.map(({ name }) => name)).toEqual([
      'cover',
      'households',
      'members',
      'secret',
    ]);
  });

  it('some of the variables, in chunks', async () => {
    const survey = await readAll(written, { variables: ['place', 'size'], chunkRows: 1 });
    expect(survey.values).toEqual([
      ['Ouémé', 'জানি না', '', ' two words '],
      [3, null, 5.25, -1],
    ]);
  });
});

describe('an archive', () => {
  it.each([{ stored: true }, { zip64: true }])('%j is read', async (layout) => {
    const parts = workbookParts([
      {
        name: 'data',
        xml: sheetXml([
          ['a', 'b'],
          [1, 2],
        ]),
      },
    ]);
    const survey = await readBytes(temporaryFolder(), 'a.xlsx', zipBytes(parts, layout));
    expect(survey.values).toEqual([[1], [2]]);
  });
});

describe('cells', () => {
  it('of formulas count by their saved result; errors are missing', async () => {
    const survey = await readRows([
      ['n', 'text', 'bad'],
      [
        '<c><f>1+1</f><v>2</v></c>',
        '<c t="str"><f>A1</f><v>two</v></c>',
        '<c t="e"><f>1/0</f><v>#DIV/0!</v></c>',
      ],
      ['<c><f>1+2</f></c>', '<c t="e"><v>#N/A</v></c>', 4],
    ]);
    expect(survey.values).toEqual([
      [2, null],
      ['two', ''],
      [null, 4],
    ]);
  });

  it('have texts in runs, with phonetic readings left out and escapes undone', async () => {
    const survey = await readParts(
      [
        {
          name: 'data',
          xml: sheetXml([
            ['<c t="s"><v>0</v></c>', '<c t="s"><v>1</v></c>'],
            ['x', 'y'],
          ]),
        },
      ],
      {
        strings: [
          '<r><t>one </t></r><r><t>two</t></r><rPh sb="0" eb="1"><t>ワン</t></rPh>',
          '<t>a_x0041_&amp;b</t>',
        ],
      },
    );
    expect(survey.variables.map(({ name }) => name)).toEqual(['one two', 'aA&b']);
  });

  it('are dates by their format: built in, own, and from 1904', async () => {
    const styles =
      '<numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/><numFmt numFmtId="165" formatCode="[h]:mm"/><numFmt numFmtId="166" formatCode="0&quot; days&quot;"/></numFmts>' +
      '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>' +
      '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/></cellXfs>';
    const sheet = {
      name: 'data',
      xml: sheetXml([
        ['general', 'builtIn', 'own', 'time', 'days', 'mixed'],
        [
          1,
          '<c s="1"><v>45351</v></c>',
          '<c s="2"><v>1</v></c>',
          '<c s="3"><v>0.75</v></c>',
          '<c s="4"><v>3</v></c>',
          '<c s="1"><v>45351</v></c>',
        ],
        [null, null, null, null, null, 'unknown'],
      ]),
    };
    // 2024-02-29 is 45,351 days from 1899-12-30 (readxl); 1582-10-14 is 115,859 days before that (PSPP’s guide, 141,428 to 1970).
    const seconds = (days: number) => (days + 115_859) * 86_400;
    const survey = await readParts([sheet], { styles });
    expect(survey.variables.map(({ type }) => type)).toEqual([
      'numeric',
      'date',
      'date',
      'time',
      'numeric',
      'text',
    ]);
    expect(survey.values.map(([first]) => first)).toEqual([
      1,
      seconds(45_351),
      seconds(1),
      64_800,
      3,
      '2024-02-29',
    ]);
    const old = await readParts([sheet], { styles, from1904: true });
    expect(old.values[1][0]).toBe(seconds(45_351 + 1462));
  });

  it('may come without references', async () => {
    const survey = await readParts([
      {
        name: 'data',
        xml: '<sheetData><row><c><v>1</v></c><c><v>2</v></c></row><row><c/><c><v>3</v></c></row></sheetData>',
      },
    ]);
    expect(survey.variables.map(({ name }) => name)).toEqual(['1', '2']);
    expect(survey.values).toEqual([[null], [3]]);
  });
});

describe('the sheet with the answers', () => {
  const data = {
    name: 'Sheet2',
    xml: sheetXml([
      ['q1', 'q2'],
      [1, 2],
    ]),
  };
  const list = sheetXml([['q1'], [1], [2]]);
  const codebook = sheetXml([
    ['Variable name', 'Label', 'Values'],
    ['q1', 'First', '1 yes'],
  ]);
  const sheetOf = async (...sheets: HandSheet[]) => (await readParts(sheets)).choices?.sheet;

  it.each(['Codebook', 'code_book', 'Data dictionary', 'Dictionnaire', 'README', 'Notes', 'Variable labels'])(
    'is not the one called %s',
    async (name) => {
      expect(await sheetOf({ name, xml: data.xml }, data)).toBe('Sheet2');
    },
  );

  it.each([
    ['variables', codebook],
    [
      'a form’s questions',
      sheetXml([
        ['type', 'name', 'label::English (en)'],
        ['note', 'a', 'A'],
      ]),
    ],
  ])('is not one that lists %s, whatever its name', async (_, xml) => {
    expect(await sheetOf({ name: 'Sheet1', xml }, data)).toBe('Sheet2');
  });

  it('may have one column where no other has more', async () => {
    expect(await sheetOf({ name: 'Values', xml: list }, { name: 'Codebook', xml: codebook })).toBe('Values');
    expect(await sheetOf({ name: 'Sheet1', xml: list }, data)).toBe('Sheet2');
  });

  it('is a codebook where there is nothing else', async () => {
    expect(await sheetOf({ name: 'Codebook', xml: codebook })).toBe('Codebook');
  });
});

describe('rows', () => {
  it('without a value are passed over, above, between and below', async () => {
    const survey = await readRows([[null], ['a', 'b'], ['', null], [1, 2], [], [3, null], ['', '']]);
    expect(survey.values).toEqual([
      [1, 3],
      [2, null],
    ]);
  });

  it('with the header: duplicate and empty names are numbered as in CSV', async () => {
    const survey = await readRows([
      ['a', 'a', null, 'b'],
      [1, 2, 3, 4],
    ]);
    expect(survey.variables.map(({ name }) => name)).toEqual(['a', 'a_2', 'V3', 'b']);
  });
});
