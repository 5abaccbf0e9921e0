import type { EChartsOption } from 'echarts';
import type { Palette } from '../../charts/palette.ts';
import type { ChartData, ChartKind } from './chartData.ts';
import type { ChartSize, ChartWords } from './chartStyle.ts';
import { dotChart, readDown } from './dotChart.ts';
import { groupedChart } from './groupedChart.ts';
import { heatmapChart, heatmapHeight } from './heatmapChart.ts';
import { slopeChart } from './slopeChart.ts';
import { stackedChart } from './stackedChart.ts';

type Draw = (data: ChartData, size: ChartSize, palette: Palette, words: ChartWords) => EChartsOption;

export const draw: Readonly<Record<ChartKind, Draw>> = {
  stacked: stackedChart,
  grouped: groupedChart,
  dots: dotChart,
  heatmap: heatmapChart,
  slope: slopeChart,
};

/** As high as its marks need. */
export function chartHeight(kind: ChartKind, data: ChartData, width: number): number {
  const { lines, columns } = data;
  const [rows, series] = readDown(data) ? [columns, lines] : [lines, columns];
  const marks = {
    stacked: columns.length * 38 + 60,
    grouped: lines.length * (columns.length * 16 + 14) + 50,
    dots: rows.length * (series.length === 1 ? 30 : series.length * 12 + 16) + 60,
    heatmap: heatmapHeight(data, width),
    slope: Math.max(340, lines.length * 32 + 80),
  };
  return Math.min(Math.max(marks[kind], 160), 1400);
}
