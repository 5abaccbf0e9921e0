/** What a picture of the window is painted with, in CSS pixels from its top left corner. */
export type DrawnMark = DrawnRect | DrawnDot | DrawnLine | DrawnWords;

export interface DrawnRect {
  readonly kind: 'rect';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly fill: string;
  /** Of its corners. */
  readonly radius?: number;
}

export interface DrawnDot {
  readonly kind: 'dot';
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly fill: string;
  /** A rim, where it is hollow. */
  readonly stroke?: string;
}

/** Upright or level, one pixel wide. */
export interface DrawnLine {
  readonly kind: 'line';
  readonly x: number;
  readonly y: number;
  readonly toX: number;
  readonly toY: number;
  readonly stroke: string;
}

/** One line or several, with the middle of their block at `y`, or its bottom. */
export interface DrawnWords {
  readonly kind: 'words';
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly fill: string;
  readonly size: number;
  readonly weight: number;
  readonly align: 'left' | 'center' | 'right';
  readonly block: 'middle' | 'bottom';
  /** From one line to the next. */
  readonly lineHeight: number;
  /** Upwards, in degrees, about the point. */
  readonly turn: number;
}

/** Words as most are set: level, their middle at `y`. */
export function drawnWords(
  x: number,
  y: number,
  text: string,
  fill: string,
  size: number,
  {
    weight = 400,
    align = 'left',
    block = 'middle',
    lineHeight = size,
    turn = 0,
  }: Partial<Pick<DrawnWords, 'weight' | 'align' | 'block' | 'lineHeight' | 'turn'>> = {},
): DrawnWords {
  return { kind: 'words', x, y, text, fill, size, weight, align, block, lineHeight, turn };
}
