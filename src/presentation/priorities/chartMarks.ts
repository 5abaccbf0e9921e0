import type { ScatterSeriesOption } from 'echarts/charts';
import type { Freedom } from '#contract/concern.ts';
import { mix } from '../charts/colour.ts';
import type { Palette } from '../charts/palette.ts';

/** Each freedom has a form beside its hue, so that greyscale print tells them apart. */
const symbols: Readonly<Record<Freedom, string>> = { fear: 'circle', want: 'diamond', dignity: 'rect' };

export type Mark = NonNullable<ScatterSeriesOption['data']>[number];

export function hueOf(freedom: Freedom | null, palette: Palette): string {
  return freedom === null ? palette.inkSoft : palette[freedom];
}

/** A dot in the form of its freedom; hollow where few respondents stand behind it. */
export function dot(
  place: readonly [number, number],
  freedom: Freedom | null,
  palette: Palette,
  { size, hollow }: { readonly size: number; readonly hollow: boolean },
): Mark {
  const colour = hueOf(freedom, palette);
  const symbol = freedom === null ? 'circle' : symbols[freedom];
  return {
    value: [...place],
    symbol,
    symbolSize: symbol === 'diamond' ? size * 1.3 : symbol === 'rect' ? size * 0.9 : size,
    itemStyle: hollow
      ? { color: palette.canvas, borderColor: colour, borderWidth: 1.75, opacity: 1 }
      : { color: colour, borderColor: palette.canvas, borderWidth: 1, opacity: 1 },
  };
}

/** An interval as a bar of `pixels` by `thickness` about its middle. */
export function bar(
  place: readonly [number, number],
  size: readonly [number, number],
  freedom: Freedom | null,
  palette: Palette,
): Mark {
  return {
    value: [...place],
    symbol: 'roundRect',
    symbolSize: [Math.max(size[0], 2), Math.max(size[1], 1)],
    itemStyle: { color: mix(hueOf(freedom, palette), palette.canvas, 0.58), opacity: 1 },
  };
}

/** The naïve interval in outline, with its share as a line through it: quiet beside the bar of the answer. */
export function outline(
  place: { readonly middle: number; readonly estimate: number; readonly at: number },
  size: readonly [number, number],
  freedom: Freedom | null,
  palette: Palette,
): Mark[] {
  const colour = hueOf(freedom, palette);
  return [
    {
      value: [place.middle, place.at],
      symbol: 'roundRect',
      symbolSize: [Math.max(size[0], 2), size[1]],
      itemStyle: { color: palette.canvas, borderColor: colour, borderWidth: 1, opacity: 1 },
    },
    {
      value: [place.estimate, place.at],
      symbol: 'rect',
      symbolSize: [1.5, size[1]],
      itemStyle: { color: colour, opacity: 1 },
    },
  ];
}

export const text = (x: number, y: number, words: string, style: object): object => ({
  type: 'text',
  silent: true,
  z: 4,
  x,
  y,
  style: { text: words, ...style },
});

/** Up to the next ten per cent above every share and interval. */
export function reachOf(highest: readonly (number | null)[]): number {
  const most = Math.max(...highest.map((value) => value ?? 0), 0.1);
  return Math.min(Math.ceil(most * 10 - 1e-9) / 10, 1);
}
