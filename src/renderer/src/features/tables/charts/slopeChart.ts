import type { EChartsOption } from 'echarts';
import type { Palette } from '../../../charts/palette.ts';
import { wrapText } from '../../../format/wrapText.ts';
import type { ChartData } from './chartData.ts';
import {
  bare,
  font,
  fontSize,
  label,
  ruler,
  seriesColours,
  type ChartSize,
  type ChartWords,
} from './chartStyle.ts';

/** A line an answer over columns that have an order, named at its end. */
export function slopeChart(
  data: ChartData,
  { width }: ChartSize,
  palette: Palette,
  words: ChartWords,
): EChartsOption {
  const colours = seriesColours(data.lines.length, palette);
  const names = data.lines.map((name) => wrapText(name, 22, 2));
  const beside = Math.min(Math.max(...data.lines.map((name) => name.length)), 22) * 6.4 + 16;
  const letters = Math.max(Math.floor((width - beside) / data.columns.length / 6.6), 5);
  return {
    animation: false,
    textStyle: { fontFamily: font },
    grid: { left: 28, right: beside, top: 22, bottom: 44, outerBoundsMode: 'none' },
    xAxis: {
      ...bare,
      type: 'category',
      data: data.columns.map((name) => wrapText(name, letters, 2)),
      axisLabel: { ...label(palette), interval: 0, lineHeight: 15 },
      splitLine: { show: true, lineStyle: { color: palette.line } },
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
      endLabel: { show: true, formatter: names[line], color: palette.ink, fontFamily: font, fontSize },
      labelLayout: { moveOverlap: 'shiftY' as const },
      data: data.points[line].map(({ estimate, bracketed }) => {
        const text = estimate === null ? '' : words.value(estimate);
        return {
          value: estimate ?? '-',
          ...(bracketed && {
            itemStyle: { color: palette.canvas, borderColor: colours[line], borderWidth: 2 },
          }),
          label: {
            show: text !== '',
            position: 'top' as const,
            formatter: bracketed ? words.bracket(text) : text,
            color: palette.inkSoft,
            fontFamily: font,
            fontSize: fontSize - 1,
          },
        };
      }),
    })),
  };
}
