import type {
  DrawnDot,
  DrawnLine,
  DrawnMark,
  DrawnRect,
  DrawnWords,
} from '#presentation/charts/drawnMark.ts';
import { font } from '#presentation/charts/font.ts';

/** What is painted with of a canvas. */
export type PaintingContext = Pick<
  CanvasRenderingContext2D,
  | 'fillStyle'
  | 'strokeStyle'
  | 'lineWidth'
  | 'lineJoin'
  | 'font'
  | 'textAlign'
  | 'textBaseline'
  | 'beginPath'
  | 'moveTo'
  | 'lineTo'
  | 'arc'
  | 'rect'
  | 'roundRect'
  | 'closePath'
  | 'fill'
  | 'stroke'
  | 'fillRect'
  | 'fillText'
  | 'strokeText'
  | 'save'
  | 'restore'
  | 'translate'
  | 'rotate'
>;

const haloWidth = 3;
/** How much of a block of words stands above its point. */
const above = { top: 0, middle: 0.5, bottom: 1 };

/** In the order of the marks, onto a canvas whose units are CSS pixels. */
export function paintMarks(context: PaintingContext, marks: readonly DrawnMark[]): void {
  context.textBaseline = 'middle';
  for (const mark of marks) {
    if (mark.kind === 'rect') paintRect(context, mark);
    else if (mark.kind === 'words') paintWords(context, mark);
    else if (mark.kind === 'line') paintLine(context, mark);
    else paintDot(context, mark);
  }
}

function paintDot(context: PaintingContext, { x, y, radius, fill, stroke, form, rim = 1.5 }: DrawnDot): void {
  context.beginPath();
  if (form === 'square') context.rect(x - radius, y - radius, 2 * radius, 2 * radius);
  else if (form === 'diamond') {
    context.moveTo(x, y - radius);
    context.lineTo(x + radius, y);
    context.lineTo(x, y + radius);
    context.lineTo(x - radius, y);
    context.closePath();
  } else context.arc(x, y, radius, 0, Math.PI * 2);
  context.fillStyle = fill;
  context.fill();
  if (stroke === undefined) return;
  context.lineWidth = rim;
  context.strokeStyle = stroke;
  context.stroke();
}

function paintRect(context: PaintingContext, { x, y, width, height, fill, radius, stroke }: DrawnRect): void {
  context.fillStyle = fill;
  if (radius === undefined) return context.fillRect(x, y, width, height);
  context.beginPath();
  context.roundRect(x, y, width, height, radius);
  context.fill();
  if (stroke === undefined) return;
  context.lineWidth = 1;
  context.strokeStyle = stroke;
  context.stroke();
}

/** Through the middle of pixels, so that it is sharp. */
function paintLine(context: PaintingContext, { x, y, toX, toY, stroke }: DrawnLine): void {
  const sharp = (value: number): number => Math.floor(value) + 0.5;
  context.beginPath();
  context.moveTo(sharp(x), sharp(y));
  context.lineTo(sharp(toX), sharp(toY));
  context.lineWidth = 1;
  context.strokeStyle = stroke;
  context.stroke();
}

function paintWords(context: PaintingContext, words: DrawnWords): void {
  const { x, y, text, fill, size, weight, align, block, lineHeight, turn, halo } = words;
  context.font = `${weight} ${size}px ${font}`;
  context.textAlign = align;
  context.fillStyle = fill;
  const lines = text.split('\n');
  const first = lineHeight / 2 - lines.length * lineHeight * above[block];
  if (halo !== undefined) {
    context.strokeStyle = halo;
    context.lineWidth = haloWidth;
    context.lineJoin = 'round';
    lines.forEach((line, index) => context.strokeText(line, x, y + first + index * lineHeight));
  }
  if (turn === 0) {
    lines.forEach((line, index) => context.fillText(line, x, y + first + index * lineHeight));
    return;
  }
  context.save();
  context.translate(x, y);
  context.rotate((-turn * Math.PI) / 180);
  lines.forEach((line, index) => context.fillText(line, 0, first + index * lineHeight));
  context.restore();
}
