import type { EChartsOption } from 'echarts';
import type { Palette } from '../../charts/palette.ts';
import type { ChartData } from './chartData.ts';
import {
  bare,
  fontSize,
  label,
  legendAbove,
  ruler,
  seriesColours,
  sideNames,
  type ChartSize,
  type ChartWords,
} from './chartStyle.ts';
import { font } from '../../charts/font.ts';

/** For each answer a bar of each column. Figures on few respondents are hollow. */
export function groupedChart(
  data: ChartData,
  { width }: ChartSize,
  palette: Palette,
  words: ChartWords,
): EChartsOption {
  const colours = seriesColours(data.columns.length, palette);
  const side = sideNames(data.lines, width);
  const { legend, room } = legendAbove(data.columns, width, palette);
  return {
    animation: false,
    textStyle: { fontFamily: font },
    legend,
    grid: { left: side.room, right: 52, top: room, bottom: 8, outerBoundsMode: 'none' },
    xAxis: { ...bare, type: 'value', ...ruler(data), axisLabel: { show: false } },
    yAxis: { ...bare, type: 'category', inverse: true, data: side.names, axisLabel: label(palette) },
    series: data.columns.map((name, column) => ({
      type: 'bar' as const,
      name,
      barCategoryGap: '28%',
      barGap: '8%',
      silent: true,
      itemStyle: { color: colours[column], borderRadius: 2 },
      data: data.points.map((line) => {
        const { estimate, bracketed } = line[column];
        const text = estimate === null ? '' : words.value(estimate);
        return {
          value: estimate ?? '-',
          ...(bracketed && {
            itemStyle: { color: palette.canvas, borderColor: colours[column], borderWidth: 1.5 },
          }),
          label: {
            show: text !== '',
            position: 'right' as const,
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
