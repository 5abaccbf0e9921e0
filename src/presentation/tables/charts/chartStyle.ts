import type { Palette, Ramp } from '../../charts/palette.ts';
import { colourAt, contrast, lightnessOf } from '../../charts/colour.ts';
import { wrapWhole } from '../../text/wrapWhole.ts';
import type { ChartData } from './chartData.ts';
import { font } from '../../charts/font.ts';

export const fontSize = 12;
const letterWidth = 6.8;

/** What charts write beside names. */
export interface ChartWords {
  readonly value: (value: number) => string;
  readonly bracket: (text: string) => string;
}

export interface ChartSize {
  readonly width: number;
  readonly height: number;
}

/** More of them begin nearer to the paper, so that neighbours stay apart. */
const many = 5;

/** Colours of things in an order, in equal steps of lightness so that print without colour keeps them apart. */
export function seriesColours(
  count: number,
  palette: Palette,
  from = count > many ? 0.08 : 0.2,
): readonly string[] {
  const ramp = palette.sequential.both;
  if (count === 1) return [colourAt(ramp, 0.66)];
  const [first, last] = [from, 1].map((position) => lightnessOf(colourAt(ramp, position)));
  return Array.from({ length: count }, (_, index) =>
    withLightness(ramp, first + ((last - first) * index) / (count - 1)),
  );
}

/** Of lines and points, which are seen against the paper (WCAG 2, 1.4.11). */
const leastContrast = 3;

/** Colours of lines and points: each stands out from the paper by itself, as a bar does by its size. */
export function lineColours(count: number, palette: Palette): readonly string[] {
  const steps = Array.from({ length: 21 }, (_, step) => step / 20);
  const seen = steps.find(
    (position) => contrast(colourAt(palette.sequential.both, position), palette.canvas) >= leastContrast,
  );
  return seriesColours(count, palette, seen);
}

/** As many answers as steps of lightness alone tell apart in print without colour. */
export const mostSteps = 8;

/**
 * Colours of the parts of a bar. With more of them than steps of lightness can tell apart, those beside each other are
 * by turns of the light and of the dark half.
 */
export function stackColours(count: number, palette: Palette): readonly string[] {
  const colours = seriesColours(count, palette);
  if (count <= mostSteps) return colours;
  const half = Math.ceil(count / 2);
  return colours.map((_, index) => colours[(index % 2) * half + Math.floor(index / 2)]);
}

/** The colour of a ramp that is this light. Along a ramp lightness only grows, or only falls. */
function withLightness(ramp: Ramp, wanted: number): string {
  const falls = lightnessOf(ramp[0]) > lightnessOf(ramp[ramp.length - 1]);
  let [low, high] = [0, 1];
  for (let step = 0; step < 20; step++) {
    const middle = (low + high) / 2;
    if (lightnessOf(colourAt(ramp, middle)) > wanted === falls) low = middle;
    else high = middle;
  }
  return colourAt(ramp, (low + high) / 2);
}

export const label = (palette: Palette): object => ({ color: palette.ink, fontFamily: font, fontSize });

export const bare = {
  axisLine: { show: false },
  axisTick: { show: false },
  splitLine: { show: false },
};

/** The ruler of values: from 0 to the next step above all of them. Means start where they must. */
export function ruler({ kind, points }: ChartData): { min: number; max: number; interval: number } {
  const values = points
    .flat()
    .flatMap(({ estimate, ciLow, ciHigh }) => [estimate, ciLow, ciHigh].filter((one) => one !== null));
  const low = kind === 'mean' ? Math.min(0, ...values) : 0;
  const high = Math.max(...values, kind === 'mean' ? Number.MIN_VALUE : 0.1);
  const step = roundStep((high - low) / 4);
  const max =
    kind === 'share' ? Math.min(Math.ceil(high / step - 1e-9) * step, 1) : Math.ceil(high / step) * step;
  return { min: Math.floor(low / step) * step, max, interval: step };
}

/** 1, 2 or 5 times a power of ten, not below `least`. */
function roundStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least));
  return power * ([1, 2, 2.5, 5].find((times) => times * power >= least - 1e-12) ?? 10);
}

/** Names beside bars, in at most two lines that are wide enough for all of them, and the room they take. */
export function sideNames(names: readonly string[], width: number): { names: string[]; room: number } {
  const letters = Math.max(Math.floor((width * 0.34) / letterWidth), 8);
  const wrapped = names.map((name) => wrapWhole(name, letters, 2));
  const longest = Math.max(...wrapped.flatMap((name) => name.split('\n').map((line) => line.length)));
  return { names: wrapped, room: Math.ceil(longest * letterWidth) + 18 };
}

/** The legend above, with as many lines as its names need, and the room they take. */
export function legendAbove(
  names: readonly string[],
  width: number,
  palette: Palette,
): { legend: object; room: number } {
  const each = names.map((name) => name.length * letterWidth + 34);
  let lines = 1;
  let filled = 0;
  for (const one of each) {
    if (filled + one > width && filled > 0) {
      lines++;
      filled = 0;
    }
    filled += one;
  }
  return {
    room: lines * 22 + 6,
    legend: {
      left: 0,
      top: 0,
      itemWidth: 12,
      itemHeight: 12,
      itemGap: 14,
      icon: 'rect',
      selectedMode: false,
      textStyle: label(palette),
      data: [...names],
    },
  };
}
