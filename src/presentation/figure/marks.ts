/** What a figure is drawn with, in CSS pixels (1/96 inch) from its top left corner. */
export type Mark =
  | {
      readonly kind: 'rect';
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      readonly fill: string;
      readonly stroke?: string;
      readonly lineWidth?: number;
    }
  | {
      readonly kind: 'circle';
      readonly x: number;
      readonly y: number;
      readonly radius: number;
      readonly fill: string;
      readonly stroke?: string;
      readonly lineWidth?: number;
    }
  | {
      readonly kind: 'path';
      readonly points: readonly (readonly [number, number])[];
      readonly closed: boolean;
      readonly fill: string | null;
      readonly stroke?: string;
      readonly lineWidth?: number;
    }
  | TextMark;

export type Weight = 400 | 600;

/** One line of text. `y` is its baseline; `turned` runs upwards. */
export interface TextMark {
  readonly kind: 'text';
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly size: number;
  readonly weight: Weight;
  readonly fill: string;
  readonly align: 'left' | 'center' | 'right';
  readonly turned: boolean;
  /** A rim in this colour, for words that stand on lines. */
  readonly halo?: string;
}

/** A picture with its words, ready to be written in any format. */
export interface Figure {
  readonly width: number;
  readonly height: number;
  readonly background: string;
  readonly marks: readonly Mark[];
  /** For who cannot see it, and as the title of the file. */
  readonly title: string;
  readonly description: string;
  readonly language: string;
}

/** How wide a text is set in the fonts of figures, in pixels. */
export type Measure = (text: string, size: number, weight: Weight) => number;

export function moved(marks: readonly Mark[], right: number, down: number): Mark[] {
  return marks.map((mark) =>
    mark.kind === 'path'
      ? { ...mark, points: mark.points.map(([x, y]) => [x + right, y + down] as const) }
      : { ...mark, x: mark.x + right, y: mark.y + down },
  );
}
