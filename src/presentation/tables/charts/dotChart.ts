import type { EChartsOption } from 'echarts';
import type { Palette } from '../../charts/palette.ts';
import type { ChartData } from './chartData.ts';
import {
  bare,
  label,
  legendAbove,
  ruler,
  lineColours,
  mostSteps,
  sideNames,
  type ChartSize,
  type ChartWords,
} from './chartStyle.ts';
import { font } from '../../charts/font.ts';

const marginRight = 24;

/**
 * Whether columns stand below each other: a single line, as of a mean, is better read so, and more columns than there
 * are shades that one can tell apart have to be.
 */
export const readDown = ({ lines, columns }: Pick<ChartData, 'lines' | 'columns'>): boolean =>
  lines.length === 1 || (columns.length > mostSteps && lines.length < columns.length);

/** For each answer a dot of each column on its interval, one below the other; hollow on few respondents. */
export function dotChart(
  data: ChartData,
  { width, height }: ChartSize,
  palette: Palette,
  words: ChartWords,
): EChartsOption {
  const down = readDown(data);
  const single = data.lines.length === 1;
  const series = down ? data.lines : data.columns;
  const rows = down ? data.columns : data.lines;
  const colours = lineColours(series.length, palette);
  const side = sideNames(rows, width);
  const { legend, room } = single ? { legend: undefined, room: 8 } : legendAbove(series, width, palette);
  const scale = ruler(data);
  const step = 0.72 / series.length;
  const at = (row: number, one: number): number => row + (one - (series.length - 1) / 2) * step;
  const pointOf = (row: number, one: number) => (down ? data.points[one][row] : data.points[row][one]);
  return {
    animation: false,
    textStyle: { fontFamily: font },
    ...(legend && { legend }),
    grid: { left: side.room, right: marginRight, top: room, bottom: 26, outerBoundsMode: 'none' },
    graphic: numbersBelow(scale, side.room, { width, height }, palette, words),
    xAxis: {
      ...bare,
      type: 'value',
      ...scale,
      splitLine: { show: true, lineStyle: { color: palette.line } },
      axisLabel: { show: false },
    },
    yAxis: [
      { ...bare, type: 'category', inverse: true, data: side.names, axisLabel: label(palette) },
      {
        ...bare,
        type: 'value',
        inverse: true,
        min: -0.5,
        max: rows.length - 0.5,
        axisLabel: { show: false },
      },
    ],
    series: series.flatMap((name, one) => [
      {
        type: 'line' as const,
        name,
        yAxisIndex: 1,
        silent: true,
        symbol: 'none',
        lineStyle: { color: colours[one], width: 2 },
        itemStyle: { color: colours[one] },
        data: rows.flatMap((_, row) => {
          const { ciLow, ciHigh } = pointOf(row, one);
          const y = at(row, one);
          return ciLow === null || ciHigh === null
            ? []
            : [
                [ciLow, y],
                [ciHigh, y],
                ['-', '-'],
              ];
        }),
      },
      {
        type: 'scatter' as const,
        name,
        yAxisIndex: 1,
        silent: true,
        symbolSize: 9,
        z: 3,
        itemStyle: { color: colours[one], opacity: 1, borderColor: palette.ink, borderWidth: 0.75 },
        data: rows.flatMap((_, row) => {
          const { estimate, bracketed } = pointOf(row, one);
          if (estimate === null) return [];
          const hollow = { color: palette.canvas, borderColor: colours[one], borderWidth: 2 };
          return [{ value: [estimate, at(row, one)], ...(bracketed && { itemStyle: hollow }) }];
        }),
      },
    ]),
  };
}

type Scale = ReturnType<typeof ruler>;

const stops = ({ min, max, interval }: Scale): number[] =>
  Array.from({ length: Math.round((max - min) / interval) + 1 }, (_, index) => min + index * interval);

/** The numbers below the plot; texts at places, for an axis would want a function to write them. */
function numbersBelow(
  scale: Scale,
  left: number,
  { width, height }: ChartSize,
  palette: Palette,
  words: ChartWords,
): object[] {
  return stops(scale).map((stop) => ({
    type: 'text',
    silent: true,
    x: left + ((stop - scale.min) / (scale.max - scale.min)) * (width - left - marginRight),
    y: height - 20,
    style: { text: words.value(stop), align: 'center', fill: palette.inkSoft, font: `11px ${font}` },
  }));
}
