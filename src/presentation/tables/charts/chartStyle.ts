import type { Palette } from '../../charts/palette.ts';
import { colourAt } from '../../charts/colour.ts';
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

/** Colours of things in an order, from light to dark so that print without colour keeps them apart. */
export function seriesColours(count: number, palette: Palette, from = 0.2): readonly string[] {
  return Array.from({ length: count }, (_, index) =>
    colourAt(palette.sequential.both, count === 1 ? 0.66 : from + ((1 - from) * index) / (count - 1)),
  );
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
