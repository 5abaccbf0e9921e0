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

/** Answers by columns, the darker the larger. */
export function heatmapChart(
  data: ChartData,
  { width, height }: ChartSize,
  palette: Palette,
  words: ChartWords,
): EChartsOption {
  const side = sideNames(data.lines, width);
  const cell = Math.max((width - side.room - 8) / data.columns.length, 8);
  const names = data.columns.map((name) => wrapText(name, Math.max(Math.floor(cell / 6.4), 4), 3));
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
      data: names,
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
