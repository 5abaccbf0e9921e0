import type { EChartsOption } from 'echarts';
import type { Palette } from '../../charts/palette.ts';
import { wrapText } from '../../text/wrapText.ts';
import type { ChartData, ChartPoint } from './chartData.ts';
import {
  bare,
  fontSize,
  label,
  ruler,
  lineColours,
  sideNames,
  type ChartSize,
  type ChartWords,
} from './chartStyle.ts';
import { spread } from './spread.ts';
import { font } from '../../charts/font.ts';

const valueRoom = 38;
/** Between the end of a line and its words. */
const reach = 18;
const top = 12;
const bottom = 40;
const lineHeight = 15;

/** A line an answer over columns that have an order, with its numbers at both ends and its name at the last. */
export function slopeChart(
  all: ChartData,
  { width, height }: ChartSize,
  palette: Palette,
  words: ChartWords,
): EChartsOption {
  const data = withoutBlankEnds(all);
  const colours = lineColours(data.lines.length, palette);
  const names = sideNames(data.lines, width);
  const left = valueRoom + reach + 12;
  const right = names.room + valueRoom + reach;
  const between = (width - left - right) / Math.max(data.columns.length - 1, 1);
  const letters = Math.max(Math.floor(between / 6.8), 5);
  const scale = ruler(data);
  const yOf = (value: number): number =>
    top + (1 - (value - scale.min) / (scale.max - scale.min)) * (height - top - bottom);
  const textOf = ({ estimate, bracketed }: ChartPoint): string => {
    const text = estimate === null ? '' : words.value(estimate);
    return bracketed ? words.bracket(text) : text;
  };
  const ends = { left, right: width - right, yOf, textOf, height, colours, ink: palette.ink };
  return {
    animation: false,
    textStyle: { fontFamily: font },
    grid: { left, right, top, bottom, outerBoundsMode: 'none' },
    graphic: [...firstNumbers(data, ends), ...lastNames(data, names.names, ends)],
    xAxis: {
      ...bare,
      type: 'category',
      boundaryGap: false,
      data: data.columns.map((name) => wrapText(name, letters, 2)),
      axisLabel: { ...label(palette), interval: 0, lineHeight },
      axisLine: { show: true, lineStyle: { color: palette.line } },
      splitLine: { show: true, lineStyle: { color: palette.line } },
    },
    yAxis: { ...bare, type: 'value', ...scale, axisLabel: { show: false } },
    series: data.lines.map((name, line) => ({
      type: 'line' as const,
      name,
      silent: true,
      symbol: 'circle',
      symbolSize: 8,
      showAllSymbol: true,
      lineStyle: { color: colours[line], width: 2.5 },
      itemStyle: { color: colours[line], opacity: 1, borderColor: palette.ink, borderWidth: 0.5 },
      data: data.points[line].map(({ estimate, bracketed }) => ({
        value: estimate ?? '-',
        ...(bracketed && {
          itemStyle: { color: palette.canvas, borderColor: colours[line], borderWidth: 2 },
        }),
      })),
    })),
  };
}

/** Where no figure of the first or last columns may be shown, lines begin or end beside their words all the same. */
export function withoutBlankEnds(data: ChartData): ChartData {
  const shown = data.columns.map((_, column) => data.points.some((line) => line[column].estimate !== null));
  const [from, to] = [shown.indexOf(true), shown.lastIndexOf(true) + 1];
  if (from < 0) return data;
  return {
    ...data,
    columns: data.columns.slice(from, to),
    points: data.points.map((line) => line.slice(from, to)),
  };
}

interface Ends {
  /** Of the first and of the last column, in pixels. */
  readonly left: number;
  readonly right: number;
  readonly height: number;
  readonly yOf: (value: number) => number;
  readonly textOf: (point: ChartPoint) => string;
  readonly colours: readonly string[];
  readonly ink: string;
}

/** Numbers before the first column; one that had to make way is tied to its point. */
function firstNumbers({ points }: ChartData, ends: Ends): object[] {
  const shown = points.flatMap(([first], line) =>
    first.estimate === null ? [] : [{ line, text: ends.textOf(first), y: ends.yOf(first.estimate) }],
  );
  const places = spread(
    shown.map(({ y }) => ({ at: y, size: lineHeight })),
    ends.height - bottom + 6,
  );
  return shown.flatMap(({ line, text, y }, index) => [
    tie([ends.left - 6, y], [ends.left - reach, places[index]], ends.colours[line]),
    written(text, ends.left - reach - 4, places[index], ends.ink, 'right'),
  ]);
}

/** After the last column, its number and the name; where it is not shown, the name at the last number before it. */
function lastNames({ points, columns }: ChartData, names: readonly string[], ends: Ends): object[] {
  const shown = points.flatMap((line, index) => {
    const known = line.findLast(({ estimate }) => estimate !== null)?.estimate;
    const last = line[columns.length - 1];
    return known === undefined || known === null
      ? []
      : [{ line: index, y: ends.yOf(known), tied: last.estimate !== null, text: ends.textOf(last) }];
  });
  const places = spread(
    shown.map(({ line, y }) => ({ at: y, size: names[line].split('\n').length * lineHeight })),
    ends.height - bottom + 6,
  );
  return shown.flatMap(({ line, text, tied, y }, index) => [
    ...(tied ? [tie([ends.right + 6, y], [ends.right + reach, places[index]], ends.colours[line])] : []),
    written(text, ends.right + reach + 4, places[index], ends.ink, 'left'),
    written(names[line], ends.right + reach + valueRoom, places[index], ends.ink, 'left'),
  ]);
}

const tie = ([x1, y1]: [number, number], [x2, y2]: [number, number], stroke: string): object => ({
  type: 'line',
  silent: true,
  shape: { x1, y1, x2, y2 },
  style: { stroke, lineWidth: 1 },
});

const written = (text: string, x: number, y: number, fill: string, align: 'left' | 'right'): object => ({
  type: 'text',
  silent: true,
  x,
  y,
  style: { text, align, verticalAlign: 'middle', fill, font: `${fontSize}px ${font}`, lineHeight },
});
