import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openSurveyFile } from '#formats/openSurveyFile.ts';
import { Problem } from '#engine/survey/problem.ts';
import { temporaryFolder } from '../../helpers/temporaryFolder.ts';
import { problemOf, readBytes } from '../readAll.ts';
import { sheetXml, workbookParts, zipBytes, type ZipPart } from '../zipBytes.ts';

const good = workbookParts([
  {
    name: 'data',
    xml: sheetXml([
      ['a', 'b'],
      [1, 2],
    ]),
  },
]);
const problem = (parts: readonly ZipPart[]) =>
  problemOf(readBytes(temporaryFolder(), 'a.xlsx', zipBytes(parts)));
const withSheet = (xml: string) => workbookParts([{ name: 'data', xml }]);
const replaced = (name: string, part: Partial<ZipPart>) =>
  good.map((one) => (one.name === name ? { ...one, ...part } : one));

describe('a workbook that cannot be read', () => {
  it('has a header of merged cells', async () => {
    const xml =
      sheetXml([
        ['a', 'b', 'c', 'd'],
        [1, 2, 3, 4],
      ]) + '<mergeCells><mergeCell ref="B1:C1"/></mergeCells>';
    expect(await problem(withSheet(xml))).toMatchObject({
      code: 'file.mergedHeader',
      params: { sheet: 'data', row: 1, cells: 'B1:C1' },
    });
  });

  it('has formulas that were never calculated', async () => {
    const xml = sheetXml([
      ['a', 'b'],
      [1, '<c><f>A2*2</f></c>'],
    ]);
    expect(await problem(withSheet(xml))).toMatchObject({
      code: 'file.unsupported',
      params: { feature: expect.stringContaining('“b”') },
    });
  });

  it('has a value beyond its header', async () => {
    expect(
      await problem(
        withSheet(
          sheetXml([
            ['a', 'b'],
            [1, 2],
            [1, 2, 3],
          ]),
        ),
      ),
    ).toMatchObject({
      code: 'file.tooManyColumns',
      params: { row: 3, expected: 2, found: 3 },
    });
  });

  it.each([
    ['no sheets', workbookParts([])],
    ['no cells', withSheet('<sheetData/>')],
  ])('has %s', async (_, parts) => {
    expect((await problem(parts)).code).toBe('file.empty');
  });

  it('lacks the sheet that is asked for', async () => {
    const reading = readBytes(temporaryFolder(), 'a.xlsx', zipBytes(good), {}, { sheet: 'other' });
    expect(await problemOf(reading)).toMatchObject({ code: 'option.invalid', params: { allowed: 'data' } });
  });

  it('is locked with a password: a compound file with an encrypted package', async () => {
    const bytes = Buffer.concat([
      Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
      Buffer.alloc(1016),
      Buffer.from('EncryptedPackage', 'utf16le'),
      Buffer.alloc(480),
    ]);
    expect((await problemOf(readBytes(temporaryFolder(), 'a.xlsx', bytes))).code).toBe('file.encrypted');
  });

  it('has parts locked with a password', async () => {
    expect((await problem(replaced('xl/workbook.xml', { encrypted: true }))).code).toBe('file.encrypted');
  });

  it('is another document of Office', async () => {
    const rels = String(good[0].content).replace('xl/workbook.xml', 'word/document.xml');
    expect(await problem(replaced('_rels/.rels', { content: rels }))).toMatchObject({
      code: 'file.unsupported',
    });
  });

  it('is a bomb: 300 MB of blanks that say so', async () => {
    const content = Buffer.alloc(300 * 1024 * 1024, 0x20);
    const started = performance.now();
    const bomb = zipBytes(replaced('xl/worksheets/sheet1.xml', { content }));
    const reading = problemOf(readBytes(temporaryFolder(), 'a.xlsx', bomb));
    expect(await reading).toMatchObject({
      code: 'file.damaged',
      params: { place: 'xl/worksheets/sheet1.xml' },
    });
    expect(performance.now() - started).toBeLessThan(10_000);
  });

  it.each(['xl/worksheets/sheet1.xml', 'xl/sharedStrings.xml'])(
    'is a bomb that lies about the size of %s: nothing is unpacked beyond what it says',
    async (name) => {
      const content = Buffer.alloc(32 * 1024 * 1024, 0x20);
      expect(await problem(replaced(name, { content, statedSize: 1000 }))).toMatchObject({
        code: 'file.damaged',
        params: { detail: expect.stringContaining('1000') },
      });
    },
  );

  it('declares entities that multiply (a billion laughs)', async () => {
    const content =
      '<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><worksheet><sheetData><row><c t="str"><v>&b;</v></c></row></sheetData></worksheet>';
    expect(await problem(replaced('xl/worksheets/sheet1.xml', { content }))).toMatchObject({
      code: 'file.damaged',
    });
  });

  it('nests its elements without end', async () => {
    expect((await problem(withSheet('<a>'.repeat(100_000)))).code).toBe('file.damaged');
  });

  it.each([
    '<row r="1"><c r="A1"><v>x</v></c></row>',
    '<row r="1"><c r="A1" t="s"><v>99</v></c></row>',
    '<row r="1"><c r="ZZZZ1"><v>1</v></c></row>',
    '<row r="1"><c r="1"><v>1</v></c></row>',
    '<row r="0"><c r="A0"><v>1</v></c></row>',
    '<row r="9999999"><c r="A1"><v>1</v></c></row>',
    '<row r="1"><c r="A1" t="q"><v>1</v></c></row>',
    '<row r="1"><c r="A1"><v>1</v></row>',
  ])('has what cannot be in a sheet: %s', async (xml) => {
    expect((await problem(withSheet(`<sheetData>${xml}</sheetData>`))).code).toBe('file.damaged');
  });

  it('is cut off anywhere, or has one byte changed: only ever a problem, or the same answer', async () => {
    const whole = readFileSync(join(import.meta.dirname, '../fixtures/openxlsx.xlsx'));
    const folder = temporaryFolder();
    const outcome = async (bytes: Uint8Array): Promise<string> => {
      try {
        return String((await readBytes(folder, 'a.xlsx', bytes)).rowCount);
      } catch (error) {
        if (error instanceof Problem) return error.code;
        throw error;
      }
    };
    for (let step = 0; step < 60; step++) {
      const cut = whole.subarray(0, Math.floor((whole.length * step) / 60));
      expect(await outcome(cut)).toMatch(/^file\./);
      const changed = Buffer.from(whole);
      changed[Math.floor((whole.length * step) / 60)] ^= 0x5a;
      expect(await outcome(changed)).toMatch(/^(file\.|\d)/);
    }
    expect((await openSurveyFile(join(import.meta.dirname, '../fixtures/openxlsx.xlsx'))).rowCount).toBe(4);
  });
});
