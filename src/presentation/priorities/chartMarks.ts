import type { Freedom } from '#contract/concern.ts';
import { mix } from '../charts/colour.ts';
import type { DrawnDot, DrawnMark, DrawnRect } from '../charts/drawnMark.ts';
import type { Palette } from '../charts/palette.ts';

/** Each freedom has a form beside its hue, so that greyscale print tells them apart. */
const forms = { fear: 'circle', want: 'diamond', dignity: 'square' } as const;
/** So that the forms are of one weight to the eye. */
const sizes = { circle: 1, diamond: 1.3, square: 0.9 };

export function hueOf(freedom: Freedom | null, palette: Palette): string {
  return freedom === null ? palette.inkSoft : palette[freedom];
}

/** A dot in the form of its freedom; hollow where few respondents stand behind it. */
export function dot(
  x: number,
  y: number,
  freedom: Freedom | null,
  palette: Palette,
  { size, hollow }: { readonly size: number; readonly hollow: boolean },
): DrawnDot {
  const colour = hueOf(freedom, palette);
  const form = freedom === null ? 'circle' : forms[freedom];
  const look = hollow
    ? { fill: palette.canvas, stroke: colour }
    : { fill: colour, stroke: palette.canvas, rim: 1 };
  return { kind: 'dot', x, y, radius: (size * sizes[form]) / 2, form, ...look };
}

export const barColour = (freedom: Freedom | null, palette: Palette): string =>
  mix(hueOf(freedom, palette), palette.canvas, 0.58);

/** An interval as a bar from `from` to `to`, `thickness` thick about `y`. */
export function bar(
  from: number,
  to: number,
  y: number,
  thickness: number,
  freedom: Freedom | null,
  palette: Palette,
): DrawnRect {
  const width = Math.max(to - from, 2);
  const fill = barColour(freedom, palette);
  const radius = Math.min(width, thickness) / 4;
  return { kind: 'rect', x: from, y: y - thickness / 2, width, height: thickness, fill, radius };
}

/** The naïve interval in outline, with its share as a line through it: quiet beside the bar of the answer. */
export function outline(
  { from, to, estimate }: { readonly from: number; readonly to: number; readonly estimate: number },
  y: number,
  thickness: number,
  freedom: Freedom | null,
  palette: Palette,
): DrawnMark[] {
  const stroke = hueOf(freedom, palette);
  const box = bar(from, to, y, thickness, freedom, palette);
  return [
    { ...box, fill: palette.canvas, stroke },
    { kind: 'rect', x: estimate - 0.75, y: y - thickness / 2, width: 1.5, height: thickness, fill: stroke },
  ];
}

/** Up to the next ten per cent above every share and interval. */
export function reachOf(highest: readonly (number | null)[]): number {
  const most = Math.max(...highest.map((value) => value ?? 0), 0.1);
  return Math.min(Math.ceil(most * 10 - 1e-9) / 10, 1);
}
