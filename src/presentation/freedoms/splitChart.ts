import type { EChartsOption } from 'echarts';
import type { BarSeriesOption, ScatterSeriesOption } from 'echarts/charts';
import type { SplitPart } from '#contract/freedoms.ts';
import { mix, readableOn } from '../charts/colour.ts';
import type { Palette } from '../charts/palette.ts';
import { wrapText } from '../text/wrapText.ts';
import type { SplitRow } from './splitRows.ts';
import { font } from '../charts/font.ts';

export type SplitPicture = 'bars' | 'dots';

export interface SplitLayout {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly top: number;
  readonly row: number;
}

export interface SplitWords {
  readonly part: (part: SplitPart) => string;
  readonly percent: (share: number) => string;
  readonly n: (n: number | null) => string;
}

const order: readonly SplitPart[] = ['neither', 'fearOnly', 'wantOnly', 'both'];
const letterWidth = 6.6;
const gap = 40;
const right = 24;

export function splitLayout(available: number, labels: readonly string[]): SplitLayout {
  const width = Math.max(available, 480);
  const longest = Math.max(...labels.map((label) => label.length)) * letterWidth + 44;
  const left = Math.round(Math.min(Math.max(longest, 80), width * 0.28));
  const row = labels.length > 12 ? 30 : 38;
  return { width, left, row, top: 34, height: 34 + labels.length * row + 22 };
}

/** From light to dark, so that greyscale print keeps the four apart. */
export function partColours(palette: Palette): Readonly<Record<SplitPart, string>> {
  return {
    neither: mix(palette.inkSoft, palette.canvas, 0.72),
    fearOnly: mix(palette.fear, palette.canvas, 0.45),
    wantOnly: palette.want,
    both: palette.sequential.both[3],
  };
}

/** The four-way split: parts of one bar, or each part with its intervals on one ruler. Draws, computes nothing. */
export function splitChart(
  rows: readonly SplitRow[],
  picture: SplitPicture,
  layout: SplitLayout,
  palette: Palette,
  words: SplitWords,
): EChartsOption {
  return picture === 'bars' ? bars(rows, layout, palette, words) : dots(rows, layout, palette, words);
}

function bars(
  rows: readonly SplitRow[],
  layout: SplitLayout,
  palette: Palette,
  words: SplitWords,
): EChartsOption {
  const width = layout.width - layout.left - right;
  const colours = partColours(palette);
  return {
    ...frame(rows, palette, words, layout, [{ left: layout.left, width }], 1),
    graphic: [
      ...legend(layout, palette, words),
      ...rows.flatMap((row, index) =>
        row.shown === 'suppressed'
          ? [note(layout.left + 6, layout.top + (index + 0.5) * layout.row, row.cells[0].text, palette)]
          : [],
      ),
    ],
    series: order.map((part, place): BarSeriesOption => ({
      type: 'bar',
      stack: 'split',
      silent: true,
      animation: false,
      barWidth: Math.round(layout.row * 0.66),
      itemStyle: { color: colours[part], borderColor: palette.canvas, borderWidth: 1 },
      label: {
        show: true,
        color: readableOn(colours[part]),
        fontFamily: font,
        fontSize: 12,
        fontWeight: 560,
      },
      data: rows.map(({ cells }) => {
        const { estimate, text, letters } = cells[place];
        const printed = letters ? `${text} ${letters}` : text;
        const fits = estimate !== null && estimate * width > printed.length * letterWidth + 8;
        return { value: estimate ?? '-', label: { show: fits, formatter: printed } };
      }),
    })),
  };
}

function dots(
  rows: readonly SplitRow[],
  layout: SplitLayout,
  palette: Palette,
  words: SplitWords,
): EChartsOption {
  const each = (layout.width - layout.left - right - 3 * gap) / 4;
  const plots = order.map((_, place) => ({ left: layout.left + place * (each + gap), width: each }));
  const reach = splitReach(rows);
  const hues = {
    neither: palette.inkSoft,
    fearOnly: palette.fear,
    wantOnly: palette.want,
    both: palette.diverging[4],
  };
  return {
    ...frame(rows, palette, words, layout, plots, reach),
    graphic: order.map((part, place) => ({
      type: 'text',
      silent: true,
      x: plots[place].left,
      y: 4,
      style: { text: words.part(part), fill: hues[part], font: `600 12px ${font}` },
    })),
    series: order.flatMap((part, place): (BarSeriesOption | ScatterSeriesOption)[] => {
      const axes = { xAxisIndex: place, yAxisIndex: place, silent: true, animation: false };
      const bar = { ...axes, type: 'bar' as const, stack: part, barWidth: 9 };
      const cells = rows.map((row) => ({ ...row.cells[place], shown: row.shown }));
      return [
        {
          ...bar,
          itemStyle: { color: 'transparent' },
          data: cells.map(({ ciLow }) => ciLow ?? '-'),
        },
        {
          ...bar,
          itemStyle: { color: mix(hues[part], palette.canvas, 0.6), borderRadius: 3 },
          data: cells.map(({ ciLow, ciHigh }) => (ciLow === null || ciHigh === null ? '-' : ciHigh - ciLow)),
        },
        {
          ...axes,
          type: 'scatter',
          symbol: 'circle',
          symbolSize: 7,
          z: 3,
          itemStyle: { color: hues[part], opacity: 1 },
          data: cells.map(({ estimate, text, letters, shown }, index) => ({
            value: [estimate ?? 0, index],
            symbolSize: estimate === null ? 0 : 7,
            ...(shown === 'bracketed' && {
              itemStyle: { color: palette.canvas, borderColor: hues[part], borderWidth: 1.5 },
            }),
            label: {
              show: true,
              position: 'top',
              distance: 3,
              formatter: letters ? `${text} ${letters}` : text,
              color: palette.ink,
              fontFamily: font,
              fontSize: 11,
            },
          })),
        },
      ];
    }),
  };
}

function frame(
  rows: readonly SplitRow[],
  palette: Palette,
  words: SplitWords,
  layout: SplitLayout,
  plots: readonly { readonly left: number; readonly width: number }[],
  reach: number,
): EChartsOption {
  const bare = { axisLine: { show: false }, axisTick: { show: false }, splitLine: { show: false } };
  const names = rows.map(({ label, letter, n }) => {
    const name = wrapText(
      letter ? `${letter} ${label}` : label,
      Math.floor((layout.left - 20) / letterWidth),
      1,
    );
    return `${name}\n{n|${words.n(n)}}`;
  });
  const height = rows.length * layout.row;
  return {
    animation: false,
    textStyle: { fontFamily: font },
    grid: plots.map((plot) => ({ ...plot, top: layout.top, height, outerBoundsMode: 'none' as const })),
    xAxis: plots.map((_, gridIndex) => ({
      ...bare,
      gridIndex,
      type: 'value' as const,
      min: 0,
      max: reach,
      interval: reach / (plots.length === 1 ? 4 : 2),
      splitLine: { show: true, lineStyle: { color: palette.line } },
      axisLabel: {
        formatter: words.percent,
        color: palette.inkSoft,
        fontFamily: font,
        fontSize: 11,
        hideOverlap: false,
      },
    })),
    yAxis: plots.map((_, gridIndex) => ({
      ...bare,
      gridIndex,
      type: 'category' as const,
      inverse: true,
      data: names,
      axisLabel:
        gridIndex === 0
          ? {
              color: palette.ink,
              fontFamily: font,
              fontSize: 12,
              lineHeight: 15,
              align: 'left' as const,
              margin: layout.left,
              interval: 0,
              rich: { n: { color: palette.inkSoft, fontSize: 10.5, lineHeight: 13 } },
            }
          : { show: false },
    })),
  };
}

function legend(layout: SplitLayout, palette: Palette, words: SplitWords): object[] {
  const colours = partColours(palette);
  let x = layout.left;
  return order.flatMap((part) => {
    const at = x;
    const text = words.part(part);
    x += 18 + text.length * letterWidth + 18;
    return [
      {
        type: 'rect',
        silent: true,
        shape: { x: at, y: 6, width: 12, height: 12, r: 2 },
        style: { fill: colours[part] },
      },
      {
        type: 'text',
        silent: true,
        x: at + 17,
        y: 6,
        style: { text, fill: palette.ink, font: `12px ${font}` },
      },
    ];
  });
}

const note = (x: number, y: number, text: string, palette: Palette): object => ({
  type: 'text',
  silent: true,
  x,
  y,
  style: { text, fill: palette.inkSoft, font: `12px ${font}`, verticalAlign: 'middle' },
});

/** One ruler for all parts: up to the next ten per cent above every interval. */
function splitReach(rows: readonly SplitRow[]): number {
  const highest = Math.max(
    ...rows.flatMap(({ cells }) => cells.map(({ ciHigh, estimate }) => ciHigh ?? estimate ?? 0)),
    0.1,
  );
  return Math.min(Math.ceil(highest * 10 - 1e-9) / 10, 1);
}
