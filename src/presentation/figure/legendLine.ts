import { lineHeightOf, type Form, type Pen, type TextLook } from './pen.ts';

export interface LegendEntry {
  readonly text: string;
  readonly colour: string;
  readonly form: Form | 'box' | 'line' | 'bracket';
  readonly hollow?: boolean;
}

/** Signs and what they mean, beside each other and on as many lines as they take; gives where they end. */
export function legendLine(
  pen: Pen,
  entries: readonly LegendEntry[],
  left: number,
  top: number,
  width: number,
  look: TextLook = {},
): number {
  const size = look.size ?? pen.type.label;
  const sign = size * 1.5;
  const gap = size * 1.6;
  const height = lineHeightOf(size);
  let x = left;
  let y = top;
  let bottom = top;
  for (const { text, colour, form, hollow = false } of entries) {
    const room = width - sign;
    const lines = pen.lines(text, room, look);
    const wide = sign + pen.widest(lines, look);
    if (x > left && x + wide > left + width) {
      x = left;
      y = bottom + size * 0.25;
    }
    const middle = y + height / 2;
    if (form === 'box') pen.rect(x, middle - size * 0.42, size * 0.95, size * 0.84, colour);
    else if (form === 'line')
      pen.line(
        [
          [x + size * 0.5, middle - size * 0.5],
          [x + size * 0.5, middle + size * 0.5],
        ],
        colour,
        1.25,
      );
    else if (form === 'bracket')
      pen.line(bracket(x + size * 0.2, middle - size * 0.5, middle + size * 0.5, size * 0.4), colour, 1);
    else pen.dot(x + size * 0.45, middle, size * 0.75, form, colour, hollow);
    bottom = Math.max(bottom, pen.textFrom(x + sign, y, lines, look));
    x += wide + gap;
  }
  return bottom;
}

/** What joins two that cannot be told apart. */
export const bracket = (
  x: number,
  from: number,
  to: number,
  depth: number,
): readonly (readonly [number, number])[] => [
  [x, from],
  [x + depth, from],
  [x + depth, to],
  [x, to],
];
