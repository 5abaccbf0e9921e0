import { createCanvas } from '@napi-rs/canvas';
import { crc32 } from 'node:zlib';
import type { Figure } from '#presentation/figure/marks.ts';
import { drawFigure } from './drawFigure.ts';
import { registerFonts } from './figureFonts.ts';

const pixelsPerInch = 96;
const inch = 0.0254;

/** A PNG with its resolution (pixels an inch) in it, so that programs place it in its millimetres. */
export function pngFigure(figure: Figure, resolution: number): Buffer {
  registerFonts();
  const scale = resolution / pixelsPerInch;
  const canvas = createCanvas(Math.round(figure.width * scale), Math.round(figure.height * scale));
  drawFigure(canvas.getContext('2d'), figure, scale);
  return described(withResolution(canvas.toBuffer('image/png'), resolution), figure);
}

/** Puts the chunk pHYs (pixels a metre, both ways) after the header. PNG (third edition), 11.3.4.3. */
export function withResolution(png: Buffer, resolution: number): Buffer {
  const pixels = Math.round(resolution / inch);
  const data = Buffer.alloc(9);
  data.writeUInt32BE(pixels, 0);
  data.writeUInt32BE(pixels, 4);
  data.writeUInt8(1, 8);
  return afterHeader(png, chunkOf('pHYs', data));
}

/** What the picture is, for who asks the file or cannot see it: the keywords of PNG (third edition), 11.3.3. */
function described(png: Buffer, { title, description, language }: Figure): Buffer {
  const said = { Title: title, Description: description };
  const chunks = Object.entries(said).map(([keyword, text]) =>
    // Keyword, not compressed, the language, no keyword in it, and the text.
    chunkOf('iTXt', Buffer.from(`${keyword}\0\0\0${language}\0\0${text.replaceAll('\0', '')}`, 'utf8')),
  );
  return afterHeader(png, Buffer.concat(chunks));
}

const headerEnd = 8 + 12 + 13;
const afterHeader = (png: Buffer, chunk: Buffer): Buffer =>
  Buffer.concat([png.subarray(0, headerEnd), chunk, png.subarray(headerEnd)]);

/** 5.3: length, type, data, CRC of type and data. */
function chunkOf(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const around = [Buffer.alloc(4), Buffer.alloc(4)];
  around[0].writeUInt32BE(data.length);
  around[1].writeUInt32BE(crc32(body));
  return Buffer.concat([around[0], body, around[1]]);
}
