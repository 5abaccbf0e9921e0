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
  return withResolution(canvas.toBuffer('image/png'), resolution);
}

/** Puts the chunk pHYs (pixels a metre, both ways) after the header. PNG (third edition), 11.3.4.3. */
export function withResolution(png: Buffer, resolution: number): Buffer {
  const header = 8 + 12 + 13;
  const pixels = Math.round(resolution / inch);
  const body = Buffer.alloc(13);
  body.write('pHYs', 0, 'latin1');
  body.writeUInt32BE(pixels, 4);
  body.writeUInt32BE(pixels, 8);
  body.writeUInt8(1, 12);
  const chunk = Buffer.alloc(21);
  chunk.writeUInt32BE(9, 0);
  body.copy(chunk, 4);
  chunk.writeUInt32BE(crc32(body), 17);
  return Buffer.concat([png.subarray(0, header), chunk, png.subarray(header)]);
}
