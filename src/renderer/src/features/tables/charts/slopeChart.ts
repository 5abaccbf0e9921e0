import type { EChartsOption } from 'echarts';
import type { Palette } from '../../../charts/palette.ts';
import { wrapText } from '../../../format/wrapText.ts';
import type { ChartData } from './chartData.ts';
import {
  bare,
  font,
  fontSize,
  label,
  legendAbove,
  ruler,
  seriesColours,
  type ChartSize,
  type ChartWords,
} from './chartStyle.ts';

const side = 44;

/** A line an answer over columns that have an order, with the numbers of the first and the last. */
export function slopeChart(
  data: ChartData,
  { width }: ChartSize,
  palette: Palette,
  words: ChartWords,
): EChartsOption {
  const colours = seriesColours(data.lines.length, palette, 0.4);
  const { legend, room } = legendAbove(data.lines, width, palette);
  const last = data.columns.length - 1;
  const letters = Math.max(Math.floor((width - 2 * side) / data.columns.length / 6.8), 5);
  return {
    animation: false,
    textStyle: { fontFamily: font },
    legend,
    grid: { left: side, right: side, top: room + 12, bottom: 40, outerBoundsMode: 'none' },
    xAxis: {
      ...bare,
      type: 'category',
      data: data.columns.map((name) => wrapText(name, letters, 2)),
      axisLabel: { ...label(palette), interval: 0, lineHeight: 15 },
      axisLine: { show: true, lineStyle: { color: palette.line } },
    },
    yAxis: { ...bare, type: 'value', ...ruler(data), axisLabel: { show: false } },
    series: data.lines.map((name, line) => ({
      type: 'line' as const,
      name,
      silent: true,
      symbol: 'circle',
      symbolSize: 8,
      showAllSymbol: true,
      lineStyle: { color: colours[line], width: 2.5 },
      itemStyle: { color: colours[line], opacity: 1, borderColor: palette.ink, borderWidth: 0.5 },
      data: data.points[line].map(({ estimate, bracketed }, column) => {
        const text = estimate === null ? '' : words.value(estimate);
        return {
          value: estimate ?? '-',
          ...(bracketed && {
            itemStyle: { color: palette.canvas, borderColor: colours[line], borderWidth: 2 },
          }),
          label: {
            show: text !== '' && (column === 0 || column === last),
            position: column === 0 ? ('left' as const) : ('right' as const),
            formatter: bracketed ? words.bracket(text) : text,
            color: palette.ink,
            fontFamily: font,
            fontSize: fontSize - 1,
          },
        };
      }),
    })),
  };
}
