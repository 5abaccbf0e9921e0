import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { SaxesParser } from 'saxes';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Reader } from '#contract/language.ts';
import { localeOf } from '#contract/localeOf.ts';
import { figureOf } from '#presentation/figure/figureOf.ts';
import type { Figure } from '#presentation/figure/marks.ts';
import type { AnsweredAnalysis } from '#presentation/analysis/answered.ts';
import { createFormats } from '#presentation/text/createFormats.ts';
import { createTranslator } from '#presentation/text/translator.ts';
import { createMeasure } from '#publishing/figure/measureText.ts';
import { pdfFigure } from '#publishing/figure/pdfFigure.ts';
import { pngFigure } from '#publishing/figure/pngFigure.ts';
import { svgFigure } from '#publishing/figure/svgFigure.ts';
import { catalogues } from '#words/catalogues.ts';
import { answeredRooms, definitions } from './everyRoom.ts';

const pixels = 96 / 25.4;
let rooms: ReadonlyMap<string, AnsweredAnalysis>;
let folder: string;
beforeAll(async () => {
  rooms = await answeredRooms();
  folder = mkdtempSync(join(tmpdir(), 'larger-freedom-figure-'));
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function figure(
  room: string,
  millimetres = 170,
  title: string | null = null,
  reader: Reader = { language: 'en', digits: 'western' },
): Figure {
  const locale = localeOf(reader);
  return figureOf(
    rooms.get(room)!,
    {
      width: millimetres * pixels,
      height: null,
      part: definitions.find(([name]) => name === room)![2],
      name: null,
      text: { title, subtitle: null, source: null, note: null },
      language: reader.language,
    },
    createTranslator(locale, catalogues[reader.language] ?? catalogues.en),
    createFormats(locale),
    createMeasure(),
  );
}

interface Chunk {
  readonly name: string;
  readonly data: Buffer;
}

/** PNG (third edition), 5.3: length, type, data, CRC of type and data. */
function chunksOf(png: Buffer): readonly Chunk[] {
  const chunks: Chunk[] = [];
  for (let at = 8; at < png.length;) {
    const length = png.readUInt32BE(at);
    const typed = png.subarray(at + 4, at + 8 + length);
    expect(png.readUInt32BE(at + 8 + length)).toBe(crc32(typed));
    chunks.push({ name: typed.toString('latin1', 0, 4), data: typed.subarray(4) });
    at += 12 + length;
  }
  return chunks;
}

describe('a PNG', () => {
  it.each([
    // By hand: 170 mm are 6.693 inches; 300 pixels an inch are 11,811 a metre.
    [85, 300, 1004, 11811],
    [170, 300, 2008, 11811],
    [254, 150, 1500, 5906],
    [170, 72, 482, 2835],
  ])('of %i mm at %i pixels an inch has %i pixels and says so', (millimetres, resolution, wide, metre) => {
    const chunks = chunksOf(pngFigure(figure('split as bars', millimetres), resolution));
    const [header] = chunks;
    expect(header.name).toBe('IHDR');
    expect(header.data.readUInt32BE(0)).toBe(wide);
    const said = chunks.filter(({ name }) => name === 'pHYs');
    expect(said).toHaveLength(1);
    expect(chunks.findIndex(({ name }) => name === 'pHYs')).toBeLessThan(
      chunks.findIndex(({ name }) => name === 'IDAT'),
    );
    expect([said[0].data.readUInt32BE(0), said[0].data.readUInt32BE(4), said[0].data[8]]).toEqual([
      metre,
      metre,
      1,
    ]);
  });
});

it('a PNG says what it shows, in its language', () => {
  const bangla = figure('split as bars', 85, 'ভয় < অভাব', { language: 'bn', digits: 'bangla' });
  const said = chunksOf(pngFigure(bangla, 96))
    .filter(({ name }) => name === 'iTXt')
    .map(({ data }) => data.toString('utf8').split('\0'));
  expect(said).toEqual([
    ['Title', '', '', 'bn', '', 'ভয় < অভাব'],
    ['Description', '', '', 'bn', '', bangla.description],
  ]);
});

describe('an SVG', () => {
  it.each(definitions)('of a %s is well-formed and has its words as text', (room) => {
    const drawn = figure(room, 170, 'A < B & “C”');
    const said: string[] = [];
    const root: Record<string, string> = {};
    let within = '';
    const parser = new SaxesParser();
    parser.on('error', (error) => {
      throw error;
    });
    parser.on('opentag', ({ name, attributes }) => {
      within = name;
      if (name === 'svg') Object.assign(root, attributes);
      if (name === 'text') said.push('');
    });
    parser.on('text', (text) => {
      if (within === 'text') said[said.length - 1] += text;
    });
    parser.on('closetag', () => (within = ''));
    parser.write(svgFigure(drawn)).close();
    expect(said).toEqual(drawn.marks.flatMap((mark) => (mark.kind === 'text' ? [mark.text] : [])));
    expect(said[0]).toBe('A < B & “C”');
    expect(root.width).toBe('170mm');
    expect(root['font-family']).toContain('Inter');
  });

  it('has the Bangla font where there is Bangla, and only there', () => {
    expect(svgFigure(figure('split as bars'))).not.toContain("font-family:'Noto Sans Bengali'");
    const bangla = svgFigure(figure('split as bars', 170, null, { language: 'bn', digits: 'bangla' }));
    expect(bangla).toContain("font-family:'Noto Sans Bengali'");
  });
});

it.each(definitions)('a %s is the same bytes each time', (room) => {
  const twice = [figure(room), figure(room)];
  const [png, again] = twice.map((one) => pngFigure(one, 96));
  expect(png.equals(again)).toBe(true);
  expect(svgFigure(twice[0])).toBe(svgFigure(twice[1]));
  const [pdf, once] = twice.map(pdfFigure);
  expect(pdf.equals(once)).toBe(true);
});

const hasPoppler = spawnSync('pdftotext', ['-v']).status === 0;

describe.skipIf(!hasPoppler)('a PDF, as poppler reads it', () => {
  const read = (program: string, ...parameters: string[]): string =>
    execFileSync(program, parameters, { encoding: 'utf8' });

  it('is one page of the figure’s size, with its words as text in fonts of its own', () => {
    const path = join(folder, 'figure.pdf');
    const drawn = figure('split as bars', 170, 'Free from fear (2010)');
    writeFileSync(path, pdfFigure(drawn));
    const about = read('pdfinfo', path);
    expect(about).toMatch(/^Pages:\s+1$/m);
    expect(about).toMatch(/^Title:\s+Free from fear \(2010\)$/m);
    // 170 mm are 481.9 points.
    expect(about).toMatch(/^Page size:\s+481\.89\d* x|^Page size:\s+482 x/m);
    const text = read('pdftotext', '-layout', path, '-');
    expect(text).toContain('Free from fear (2010)');
    expect(text).toContain('Percentage of people (n = 2,000).');
    expect(text).toContain('Chittagong');
    const fonts = read('pdffonts', path).trim().split('\n').slice(2);
    expect(fonts).toHaveLength(2);
    for (const font of fonts) expect(font).toMatch(/Inter-(Regular|SemiBold)\s.*\syes yes yes\s/);
  });

  it('of Bangla has its letters in it', () => {
    const path = join(folder, 'bangla.pdf');
    writeFileSync(path, pdfFigure(figure('split as bars', 170, 'ভয়', { language: 'bn', digits: 'bangla' })));
    expect(read('pdffonts', path)).toMatch(/NotoSansBengali/);
    expect(read('pdftotext', path, '-')).toContain('ভয়');
  });
});
