import type { EChartsOption } from 'echarts';
import { readableOn } from '../../charts/colour.ts';
import type { Palette } from '../../charts/palette.ts';
import type { ChartData } from './chartData.ts';
import {
  bare,
  fontSize,
  label,
  legendAbove,
  sideNames,
  stackColours,
  type ChartSize,
  type ChartWords,
} from './chartStyle.ts';
import { font } from '../../charts/font.ts';

/** From this share on a number fits into its part of the bar. */
const room = 0.07;

/** One bar a column, cut into the answers. Suppressed columns stay empty. Draws, computes nothing. */
export function stackedChart(
  data: ChartData,
  { width }: ChartSize,
  palette: Palette,
  words: ChartWords,
): EChartsOption {
  const colours = stackColours(data.lines.length, palette);
  const side = sideNames(data.columns, width);
  const { legend, room: above } = legendAbove(data.lines, width, palette);
  return {
    animation: false,
    textStyle: { fontFamily: font },
    legend,
    grid: { left: side.room, right: 12, top: above, bottom: 24, outerBoundsMode: 'none' },
    xAxis: {
      ...bare,
      type: 'value',
      min: 0,
      max: 1,
      axisLabel: { show: false },
    },
    yAxis: { ...bare, type: 'category', inverse: true, data: side.names, axisLabel: label(palette) },
    series: data.lines.map((name, line) => ({
      type: 'bar' as const,
      name,
      stack: 'all',
      barWidth: '72%',
      silent: true,
      itemStyle: { color: colours[line], borderColor: palette.canvas, borderWidth: 1 },
      data: data.points[line].map(({ estimate, bracketed }) => {
        const text = estimate === null || estimate < room ? '' : words.value(estimate);
        return {
          value: estimate ?? '-',
          label: {
            show: text !== '',
            position: 'inside' as const,
            formatter: bracketed ? words.bracket(text) : text,
            color: readableOn(colours[line]),
            fontFamily: font,
            fontSize,
          },
        };
      }),
    })),
  };
}
