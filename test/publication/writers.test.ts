import { expect, test } from 'vitest';
import type { TableDocument } from '#presentation/tableDocument.ts';
import { docxTable } from '#publishing/table/docxTable.ts';
import { htmlTable } from '#publishing/table/htmlTable.ts';
import { xlsxTable } from '#publishing/table/xlsxTable.ts';
import { answeredTable, documentOf, smallSurvey } from './smallTables.ts';
import { unzip } from './unzip.ts';

// By hand: region 1 has 30 and 70 of 100 people, region 2 has 12 and 8 of 20.
const small = async (): Promise<TableDocument> =>
  documentOf(
    await answeredTable(
      smallSurvey([
        [30, 12],
        [70, 8],
      ]),
      'dhs',
    ),
  );

test('a workbook holds numbers with formats, frozen panes and notes; what is hidden is a sign', async () => {
  const parts = unzip(await xlsxTable(await small()));
  const sheet = parts.get('xl/worksheets/sheet1.xml') ?? '';
  const styles = parts.get('xl/styles.xml') ?? '';
  expect(sheet).toContain('<v>0.3</v>');
  expect(sheet).toMatch(/<pane xSplit="1" ySplit="6"[^>]*state="frozen"/);
  expect(styles).toContain('formatCode="0.0%"');
  expect(parts.get('xl/sharedStrings.xml')).toContain('(*)');
  expect(parts.get('xl/workbook.xml')).toContain('<sheet name="Notes"');
  expect(sheet).not.toContain('<v>0.6</v>');
});

test('a Word document has a numbered caption and header rows that repeat', async () => {
  const body = unzip(await docxTable(await small())).get('word/document.xml') ?? '';
  expect(body).toMatch(/<w:fldSimple w:instr=" SEQ Table \\\* ARABIC "[^>]*>/);
  expect(body.match(/<w:tblHeader/g)).toHaveLength(2);
  expect(body).toContain('<w:tbl>');
  expect(body).toContain('30.0%');
  expect(body).not.toContain('60.0%');
});

test('the same table gives the same bytes', async () => {
  const document = await small();
  for (const write of [xlsxTable, docxTable]) expect(await write(document)).toEqual(await write(document));
});

test('a pasted label that begins like a formula is text, and parentheses are no minus', async () => {
  const hostile = documentOf(
    await answeredTable(
      smallSurvey([
        [30, 12],
        [70, 30],
      ]),
      'dhs',
    ),
  );
  const [table] = hostile.tables;
  const html = htmlTable({ ...hostile, tables: [{ ...table, labelHeads: ['=1+1'] }] });
  const cellWith = (text: string): string =>
    html.split('<t').find((cell) => cell.includes(`>${text}<`)) ?? '';
  expect(cellWith('=1+1')).toContain('x:str');
  expect(cellWith('(28.6%)')).toContain('sdnum="1033;0;@"');
  expect(cellWith('70.0%')).toContain('sdval="0.7"');
});

/** A first column of labels, and as many columns of shares as are named. */
function wide(document: TableDocument, names: readonly string[]): TableDocument {
  const [table] = document.tables;
  const [section] = table.sections;
  const rows = section.rows.slice(0, 1).map((row) => ({ ...row, cells: names.map(() => row.cells[0]) }));
  return {
    ...document,
    tables: [
      {
        ...table,
        columnCount: names.length,
        heads: [
          [{ text: 'Everywhere', letter: '', columns: names.length, rows: 1 }],
          names.map((text) => ({ text, letter: '', columns: 1, rows: 1 })),
        ],
        sections: [{ ...section, rows }],
      },
    ],
  };
}

test('a table that no page has room for goes on beneath itself, whole, under the same number', async () => {
  const names = Array.from({ length: 77 }, (_, index) => `Commune-${index + 1}.`);
  const body = unzip(await docxTable(wide(await small(), names))).get('word/document.xml') ?? '';
  const parts = body.split('<w:tbl>').slice(1);
  expect(parts.length).toBeGreaterThan(3);
  for (const name of names) expect(body.split(`>${name}<`)).toHaveLength(2);
  // Every part has its labels, its heads and no more than the width of a page across (A4 less its margins).
  for (const part of parts) {
    expect(part).toContain('>Everywhere<');
    const widths = [...part.matchAll(/<w:gridCol w:w="(\d+)"/g)].map(([, width]) => Number(width));
    expect(widths.reduce((sum, width) => sum + width, 0)).toBeLessThanOrEqual(16838 - 2 * 1304);
    expect(Math.min(...widths.slice(1))).toBeGreaterThan(500);
  }
  expect(body.match(/ SEQ Table \\\* ARABIC /g)).toHaveLength(1);
  expect(body.match(/ SEQ Table \\c \\\* ARABIC /g)).toHaveLength(parts.length - 1);
  expect(body.match(/\(continued\)/g)).toHaveLength(parts.length - 1);
});

test('a column of short labels keeps the room of its longest word beside one of long labels', async () => {
  const document = await small();
  const [table] = document.tables;
  const [section] = table.sections;
  const long = 'what a household would say of it if it were asked in words as long as those of ministries';
  const rows = section.rows.map((row, index) => ({
    ...row,
    labels: [
      { text: String(10 + index), value: null },
      { text: long, value: null },
    ],
  }));
  const ranked = { ...table, labelHeads: ['N°', 'Concern'], sections: [{ ...section, rows }] };
  const body = unzip(await docxTable({ ...document, tables: [ranked] })).get('word/document.xml') ?? '';
  const [rank] = [...body.matchAll(/<w:gridCol w:w="(\d+)"/g)].map(([, width]) => Number(width));
  // Two digits at 9 points are some 190 twentieths of a point; the margins of a cell are 120.
  expect(rank).toBeGreaterThan(330);
});
