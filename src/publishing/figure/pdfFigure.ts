import { PDFDocument } from '@napi-rs/canvas';
import type { Figure } from '#presentation/figure/marks.ts';
import { drawFigure } from './drawFigure.ts';
import { registerFonts } from './figureFonts.ts';

/** Points a pixel of 1/96 inch. */
const points = 72 / 96;

/** A page of the figure's own size, in which text stays text. */
export function pdfFigure(figure: Figure): Buffer {
  registerFonts();
  const document = new PDFDocument({ title: figure.title, subject: figure.description });
  const context = document.beginPage(figure.width * points, figure.height * points);
  drawFigure(context, figure, points);
  document.endPage();
  return document.close();
}
