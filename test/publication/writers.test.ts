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
