import type { SKRSContext2D } from '@napi-rs/canvas';
import type { Figure, Mark, TextMark } from '#presentation/figure/marks.ts';
import { figureFamily, plainLetters } from './figureFonts.ts';

type Shape = Exclude<Mark, TextMark>;

/** What a canvas and a page of a PDF have in common. */
export type DrawingContext = Pick<
  SKRSContext2D,
  | 'scale'
  | 'translate'
  | 'rotate'
  | 'save'
  | 'restore'
  | 'fillStyle'
  | 'strokeStyle'
  | 'lineWidth'
  | 'lineJoin'
  | 'font'
  | 'lang'
  | 'textRendering'
  | 'fontKerning'
  | 'textAlign'
  | 'textBaseline'
  | 'beginPath'
  | 'closePath'
  | 'moveTo'
  | 'lineTo'
  | 'rect'
  | 'arc'
  | 'fillRect'
  | 'fillText'
  | 'strokeText'
> & { fill(): void; stroke(): void };

/** Onto a canvas or a page of a PDF; `scale`: its units a pixel of the figure. */
export function drawFigure(context: DrawingContext, figure: Figure, scale: number): void {
  context.scale(scale, scale);
  plainLetters(context);
  context.fillStyle = figure.background;
  context.fillRect(0, 0, figure.width, figure.height);
  for (const mark of figure.marks) {
    if (mark.kind === 'text') drawText(context, mark);
    else drawShape(context, mark);
  }
}

function drawShape(context: DrawingContext, mark: Shape): void {
  context.beginPath();
  if (mark.kind === 'rect') context.rect(mark.x, mark.y, mark.width, mark.height);
  else if (mark.kind === 'circle') context.arc(mark.x, mark.y, mark.radius, 0, Math.PI * 2);
  else {
    mark.points.forEach(([x, y], index) => (index === 0 ? context.moveTo(x, y) : context.lineTo(x, y)));
    if (mark.closed) context.closePath();
  }
  if (mark.fill !== null) {
    context.fillStyle = mark.fill;
    context.fill();
  }
  if (mark.stroke !== undefined) {
    context.strokeStyle = mark.stroke;
    context.lineWidth = mark.lineWidth ?? 1;
    context.stroke();
  }
}

function drawText(
  context: DrawingContext,
  { x, y, text, size, weight, fill, align, turned, halo }: TextMark,
): void {
  context.save();
  context.font = `${weight} ${size}px ${figureFamily}`;
  context.textAlign = align;
  context.textBaseline = 'alphabetic';
  context.translate(x, y);
  if (turned) context.rotate(-Math.PI / 2);
  if (halo !== undefined) {
    context.strokeStyle = halo;
    context.lineWidth = size * 0.25;
    context.lineJoin = 'round';
    context.strokeText(text, 0, 0);
  }
  context.fillStyle = fill;
  context.fillText(text, 0, 0);
  context.restore();
}
