import { createCanvas } from '@napi-rs/canvas';
import type { Measure } from '#presentation/figure/marks.ts';
import { figureFamily, plainLetters, registerFonts } from './figureFonts.ts';

/** Measures large and divides: widths are then in proportion to the size, as in print. */
const measured = 100;

/** Widths as Skia sets them, in pixels. */
export function createMeasure(): Measure {
  registerFonts();
  const context = createCanvas(8, 8).getContext('2d');
  plainLetters(context);
  const known = new Map<string, number>();
  return (text, size, weight) => {
    const key = `${weight}${text}`;
    let width = known.get(key);
    if (width === undefined) {
      context.font = `${weight} ${measured}px ${figureFamily}`;
      known.set(key, (width = context.measureText(text).width));
    }
    return (width / measured) * size;
  };
}
