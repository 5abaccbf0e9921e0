import type { EChartsOption } from 'echarts';
import { colourAt, readableOn } from '../../../charts/colour.ts';
import type { Palette } from '../../../charts/palette.ts';
import { wrapWhole } from '../../../format/wrapWhole.ts';
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

/** Names above the columns in as many lines as they need; a word wider than its column is broken. */
function columnNames(columns: readonly string[], room: number): readonly string[] {
  const letters = Math.max(Math.floor(room / columns.length / letterWidth), 4);
  const broken = (word: string): string => {
    if (word.length <= letters) return word;
    const parts = Math.ceil(word.length / (letters - 1));
    const each = Math.ceil(word.length / parts);
    const cut = Array.from({ length: parts }, (_, part) => word.slice(part * each, (part + 1) * each));
    return cut.filter((part) => part !== '').join('- ');
  };
  return columns.map((name) => wrapWhole(name.split(/\s+/).map(broken).join(' '), letters, 8));
}

/** Answers by columns, the darker the larger. */
export function heatmapChart(
  data: ChartData,
  { width, height }: ChartSize,
  palette: Palette,
  words: ChartWords,
): EChartsOption {
  const side = sideNames(data.lines, width);
  const cell = Math.max((width - side.room - 8) / data.columns.length, 8);
  const names = columnNames(data.columns, width - side.room - 8);
  const above = Math.max(...names.map((name) => name.split('\n').length)) * 16 + 10;
  const tall = Math.max((height - above - 8) / data.lines.length, 8);
  const { max } = ruler(data);
  const fillOf = (estimate: number | null): string =>
    estimate === null ? palette.empty : colourAt(palette.sequential.both, estimate / max);
  return {
    animation: false,
    textStyle: { fontFamily: font },
    grid: { left: side.room, right: 8, top: above, bottom: 8, outerBoundsMode: 'none' },
    xAxis: {
      ...bare,
      type: 'category',
      position: 'top',
      data: [...names],
      axisLabel: { ...label(palette), interval: 0, lineHeight: 15 },
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
