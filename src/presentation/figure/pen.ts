import type { Palette } from '../charts/palette.ts';
import type { Mark, Measure, TextMark, Weight } from './marks.ts';
import { wrapMeasured } from './wrapMeasured.ts';

/** Sizes of letters for a width of print, in pixels. */
export interface TypeSizes {
  readonly label: number;
  readonly small: number;
  readonly subtitle: number;
  readonly title: number;
}

/** 6.5 points in a column of 85 mm, 7.5 on a page, 10 on a slide of 254 mm, and on with the width. */
export function typeSizes(widthInPixels: number): TypeSizes {
  const millimetres = (widthInPixels / 96) * 25.4;
  const points =
    millimetres <= 170
      ? 6.5 + Math.max(millimetres - 85, -25) / 85
      : 7.5 + ((Math.min(millimetres, 400) - 170) / 84) * 2.5;
  const label = (points / 72) * 96;
  return { label, small: label * 0.9, subtitle: label * 1.12, title: label * 1.5 };
}

export const lineHeightOf = (size: number): number => size * 1.3;
/** From the middle of a line to its baseline, of letters in capitals. */
const toBaseline = 0.36;

export interface TextLook {
  readonly size?: number;
  readonly weight?: Weight;
  readonly fill?: string;
  readonly align?: TextMark['align'];
  readonly halo?: string;
}

export type Form = 'circle' | 'diamond' | 'square';

/** Collects marks; knows how wide words are. */
export interface Pen {
  readonly marks: Mark[];
  readonly type: TypeSizes;
  readonly palette: Palette;
  /** A number that stands for a name, in the reader's digits. */
  readonly mark: (number: number) => string;
  widthOf(text: string, look?: TextLook): number;
  lines(text: string, width: number, look?: TextLook): readonly string[];
  /** The widest of these lines. */
  widest(lines: readonly string[], look?: TextLook): number;
  /** Lines with the middle of their block at `y`. */
  text(x: number, y: number, lines: string | readonly string[], look?: TextLook): void;
  /** Lines whose first begins at `top`; gives where the last one ends. */
  textFrom(x: number, top: number, lines: string | readonly string[], look?: TextLook): number;
  /** A line that runs upwards, from `bottom`, with its middle at `x`. */
  turned(x: number, bottom: number, text: string, look?: TextLook): void;
  rect(x: number, y: number, width: number, height: number, fill: string): void;
  line(points: readonly (readonly [number, number])[], stroke: string, lineWidth?: number): void;
  dot(x: number, y: number, size: number, form: Form, colour: string, hollow: boolean): void;
}

export function createPen(
  width: number,
  palette: Palette,
  measure: Measure,
  mark: Pen['mark'] = String,
): Pen {
  const type = typeSizes(width);
  const marks: Mark[] = [];
  const lookOf = ({
    size = type.label,
    weight = 400,
    fill = palette.ink,
    align = 'left',
    halo,
  }: TextLook) => ({
    size,
    weight,
    fill,
    align,
    ...(halo !== undefined && { halo }),
  });
  const put = (x: number, y: number, text: string, look: TextLook, turned: boolean): void => {
    if (text.trim() !== '') marks.push({ kind: 'text', x, y, text, turned, ...lookOf(look) });
  };
  const widthOf = (text: string, look: TextLook = {}): number => {
    const { size, weight } = lookOf(look);
    return measure(text, size, weight);
  };
  const textFrom: Pen['textFrom'] = (x, top, words, look = {}) => {
    const { size } = lookOf(look);
    const height = lineHeightOf(size);
    const lines = typeof words === 'string' ? [words] : words;
    lines.forEach((line, index) =>
      put(x, top + (index + 0.5) * height + size * toBaseline, line, look, false),
    );
    return top + lines.length * height;
  };
  return {
    marks,
    type,
    palette,
    mark,
    widthOf,
    lines: (text, room, look) => wrapMeasured(text, room, (part) => widthOf(part, look)),
    widest: (lines, look) => Math.max(0, ...lines.map((line) => widthOf(line, look))),
    textFrom,
    text(x, y, words, look = {}) {
      const lines = typeof words === 'string' ? [words] : words;
      textFrom(x, y - (lines.length * lineHeightOf(lookOf(look).size)) / 2, lines, look);
    },
    turned: (x, bottom, text, look = {}) => put(x + lookOf(look).size * toBaseline, bottom, text, look, true),
    rect: (x, y, wide, high, fill) =>
      void marks.push({ kind: 'rect', x, y, width: wide, height: high, fill }),
    line: (points, stroke, lineWidth = 0.75) =>
      void marks.push({ kind: 'path', points, closed: false, fill: null, stroke, lineWidth }),
    dot(x, y, size, form, colour, hollow) {
      const half = size / 2;
      const look = hollow
        ? { fill: palette.canvas, stroke: colour, lineWidth: size * 0.2 }
        : { fill: colour, stroke: palette.canvas, lineWidth: size * 0.08 };
      if (form === 'circle') marks.push({ kind: 'circle', x, y, radius: half, ...look });
      else if (form === 'square')
        marks.push({
          kind: 'rect',
          x: x - half * 0.9,
          y: y - half * 0.9,
          width: size * 0.9,
          height: size * 0.9,
          ...look,
        });
      else
        marks.push({
          kind: 'path',
          closed: true,
          points: [
            [x, y - half * 1.25],
            [x + half * 1.25, y],
            [x, y + half * 1.25],
            [x - half * 1.25, y],
          ],
          ...look,
        });
    },
  };
}
