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
  /** A rim, one pixel wide. */
  readonly stroke?: string;
}

export interface DrawnDot {
  readonly kind: 'dot';
  readonly x: number;
  readonly y: number;
  /** Of a circle; of the others from the middle to a corner, or to a side of a square. */
  readonly radius: number;
  readonly fill: string;
  /** A rim, where it is hollow or stands on something. */
  readonly stroke?: string;
  /** How wide that is. */
  readonly rim?: number;
  readonly form?: 'circle' | 'diamond' | 'square';
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

/** One line or several, with the middle of their block at `y`, or its bottom or top. */
export interface DrawnWords {
  readonly kind: 'words';
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly fill: string;
  readonly size: number;
  readonly weight: number;
  readonly align: 'left' | 'center' | 'right';
  readonly block: 'middle' | 'bottom' | 'top';
  /** From one line to the next. */
  readonly lineHeight: number;
  /** Upwards, in degrees, about the point. */
  readonly turn: number;
  /** The colour around the letters, that keeps them legible over lines. */
  readonly halo?: string;
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
    halo,
  }: Partial<Pick<DrawnWords, 'weight' | 'align' | 'block' | 'lineHeight' | 'turn' | 'halo'>> = {},
): DrawnWords {
  const words = { x, y, text, fill, size, weight, align, block, lineHeight, turn };
  return { kind: 'words', ...words, ...(halo !== undefined && { halo }) };
}
