import type { EChartsOption } from 'echarts';
import { colourAt, readableOn } from '../../../charts/colour.ts';
import type { Palette } from '../../../charts/palette.ts';
import { wrapText } from '../../../format/wrapText.ts';
import type { ChartData } from './chartData.ts';
import {
  bare,
  font,
  fontSize,
  label,
  ruler,
  sideNames,
  type ChartSize,
  type ChartWords,
} from './chartStyle.ts';

const letterWidth = 6.4;

/** Names above the columns, upright where none of them is cut there, else leaning by 48°. */
function columnNames(
  columns: readonly string[],
  room: number,
): { names: string[]; above: number; right: number; leaning: object } {
  const letters = Math.max(Math.floor((room - 8) / columns.length / letterWidth), 4);
  const upright = columns.map((name) => wrapText(name, letters, 3));
  if (!upright.some((name) => name.includes('…'))) {
    const lines = Math.max(...upright.map((name) => name.split('\n').length));
    return { names: upright, above: lines * 16 + 10, right: 8, leaning: {} };
  }
  const longest = Math.max(...columns.map((name) => name.length)) * letterWidth;
  return {
    names: [...columns],
    above: Math.ceil(longest * 0.74) + 22,
    right: Math.ceil((columns.at(-1) ?? '').length * letterWidth * 0.67) + 8,
    leaning: { rotate: 48, align: 'left', verticalAlign: 'middle' },
  };
}

/** Answers by columns, the darker the larger. */
export function heatmapChart(
  data: ChartData,
  { width, height }: ChartSize,
  palette: Palette,
  words: ChartWords,
): EChartsOption {
  const side = sideNames(data.lines, width);
  const { names, above, right, leaning } = columnNames(data.columns, width - side.room);
  const cell = Math.max((width - side.room - right) / data.columns.length, 8);
  const tall = Math.max((height - above - 8) / data.lines.length, 8);
  const { max } = ruler(data);
  const fillOf = (estimate: number | null): string =>
    estimate === null ? palette.empty : colourAt(palette.sequential.both, estimate / max);
  return {
    animation: false,
    textStyle: { fontFamily: font },
    grid: { left: side.room, right, top: above, bottom: 8, outerBoundsMode: 'none' },
    xAxis: {
      ...bare,
      type: 'category',
      position: 'top',
      data: names,
      axisLabel: { ...label(palette), interval: 0, lineHeight: 15, ...leaning },
    },
    yAxis: { ...bare, type: 'category', inverse: true, data: side.names, axisLabel: label(palette) },
    series: [
      {
        type: 'scatter',
        symbol: 'rect',
        symbolSize: [cell - 2, tall - 2],
        silent: true,
        clip: false,
        data: data.points.flatMap((line, y) =>
          line.map(({ estimate, bracketed }, x) => {
            const text = estimate === null ? '' : words.value(estimate);
            return {
              value: [x, y],
              itemStyle: { color: fillOf(estimate), opacity: 1 },
              label: {
                show: text !== '' && cell > 34,
                formatter: bracketed ? words.bracket(text) : text,
                color: readableOn(fillOf(estimate)),
                fontFamily: font,
                fontSize,
              },
            };
          }),
        ),
      },
    ],
  };
}
