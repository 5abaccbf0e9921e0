import type { PublicationPart, PublicationText } from '#contract/publication.ts';
import type { AnsweredAnalysis } from '../analysis/answered.ts';
import { surroundings, type Surroundings } from '../analysis/surroundings.ts';
import type { Formats } from '../text/createFormats.ts';
import type { Translate } from '../text/translator.ts';
import type { Drawing } from './figureContent.ts';
import { freedomsFigure } from './freedomsFigure.ts';
import { moved, type Figure, type Measure } from './marks.ts';
import { matrixFigure } from './matrixFigure.ts';
import { pairFigure } from './pairFigure.ts';
import { createPen, lineHeightOf, type Pen } from './pen.ts';
import { picturedTable } from './picturedTable.ts';
import { printPalette } from './printPalette.ts';
import { concernFigure, prioritiesFigure } from './prioritiesFigure.ts';
import { tableFigure } from './tableFigure.ts';

export interface FigureWishes {
  /** In pixels of 1/96 inch. */
  readonly width: number;
  /** `null`: as high as it must be; it never is lower. */
  readonly height: number | null;
  readonly part: PublicationPart;
  /** The name that the analysis was kept under. */
  readonly name: string | null;
  readonly text: PublicationText;
  readonly language: string;
}

/** A figure, and what stands around it unless the user says otherwise. */
export interface PublishedFigure extends Figure {
  readonly suggested: Surroundings;
}

/** A result as a publisher prints it: title, subtitle, picture, notes, source. Draws, computes nothing. */
export function figureOf(
  answered: AnsweredAnalysis,
  { width, height, part, name, text, language }: FigureWishes,
  t: Translate,
  formats: Formats,
  measure: Measure,
): PublishedFigure {
  const pictured = picturedTable(answered);
  const suggested = surroundings(pictured, part, t, formats, name, 'figure');
  const words: Surroundings = {
    title: text.title ?? suggested.title,
    subtitle: text.subtitle ?? suggested.subtitle,
    source: text.source ?? suggested.source,
    note: text.note ?? suggested.note,
  };
  const pen = createPen(width, printPalette, measure, formats.count);
  const { label } = pen.type;
  const edge = label * 0.7;
  const inner = width - 2 * edge;

  let y = above(pen, words, inner, edge);
  const from = pen.marks.length;
  const drawn = drawPart(pictured, part, { pen, width: inner, t, formats });
  const picture = pen.marks.splice(from);
  pen.marks.push(...moved(picture, edge, y));
  y += drawn + label * 0.9;

  const feet = pen.marks.length;
  const foot = below(pen, words, inner);
  const natural = y + foot + edge;
  const whole = Math.ceil(Math.max(natural, height ?? 0));
  pen.marks.push(...moved(pen.marks.splice(feet), edge, whole - edge - foot));
  return {
    width,
    height: whole,
    background: printPalette.canvas,
    marks: pen.marks,
    title: words.title === '' ? suggested.title : words.title,
    description: [suggested.subtitle, words.source].filter((line) => line !== '').join(' '),
    language,
    suggested,
  };
}

function above(pen: Pen, { title, subtitle }: Surroundings, width: number, edge: number): number {
  const { type, palette } = pen;
  let y = edge;
  const heading = { size: type.title, weight: 600 } as const;
  if (title.trim() !== '')
    y = pen.textFrom(edge, y, pen.lines(title, width, heading), heading) + type.label * 0.3;
  const under = { size: type.subtitle, fill: palette.inkSoft };
  if (subtitle.trim() !== '') y = pen.textFrom(edge, y, pen.lines(subtitle, width, under), under);
  return y === edge ? y : y + type.label;
}

/** Gives its height. */
function below(pen: Pen, { note, source }: Surroundings, width: number): number {
  const { type, palette } = pen;
  const look = { size: type.small, fill: palette.inkSoft };
  const notes = note.split('\n').filter((line) => line.trim() !== '');
  if (notes.length === 0 && source.trim() === '') return 0;
  pen.line(
    [
      [0, 0],
      [width, 0],
    ],
    palette.line,
    0.75,
  );
  let y = type.label * 0.6;
  for (const line of notes)
    y = pen.textFrom(0, y, pen.lines(line, width, look), look) + lineHeightOf(type.small) * 0.12;
  if (source.trim() !== '') {
    if (notes.length > 0) y += type.label * 0.25;
    const strong = { ...look, fill: palette.ink };
    y = pen.textFrom(0, y, pen.lines(source, width, strong), strong);
  }
  return y;
}

function drawPart(answered: AnsweredAnalysis, part: PublicationPart, drawing: Drawing): number {
  switch (answered.room) {
    case 'matrix':
      return part === 'detail' && answered.pair !== null
        ? pairFigure(answered.pair, drawing)
        : matrixFigure(answered, drawing);
    case 'freedoms':
      return freedomsFigure(answered, drawing);
    case 'tables':
      return tableFigure(answered, drawing);
    case 'priorities':
      return part === 'detail' && answered.concern !== null
        ? concernFigure(answered.concern, drawing)
        : prioritiesFigure(answered, drawing);
  }
}
