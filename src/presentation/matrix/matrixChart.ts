import type { EChartsOption } from 'echarts';
import type { BarSeriesOption, ScatterSeriesOption } from 'echarts/charts';
import { mix } from '../charts/colour.ts';
import type { Palette } from '../charts/palette.ts';
import { heatCell } from './heatCell.ts';
import type { GridConcern, MatrixGrid } from './matrixGrid.ts';
import { besideNames, type MatrixLayout } from './matrixLayout.ts';
import type { MatrixScale } from './matrixScale.ts';
import { font } from '../charts/font.ts';

type Marks = BarSeriesOption | ScatterSeriesOption;

/** What the chart prints beside names and numbers of the grid. */
export interface ChartWords {
  readonly fear: string;
  readonly want: string;
  readonly percent: (share: number) => string;
}

/** The heatmap with a share and its interval beside each row and above each column. Draws, computes nothing. */
export function matrixChart(
  grid: MatrixGrid,
  scale: MatrixScale,
  layout: MatrixLayout,
  palette: Palette,
  words: ChartWords,
  reach: number = shareReach(grid),
): EChartsOption {
  const { heat, cell, rowPlot, columnPlot, fontSize, exact } = layout;
  const width = grid.columns.length * cell.width;
  const height = grid.rows.length * cell.height;
  const exactly = { outerBoundsMode: 'none' as const };
  const label = { color: palette.ink, fontFamily: font, fontSize, lineHeight: fontSize * 1.25, interval: 0 };
  const bare = { axisLine: { show: false }, axisTick: { show: false }, splitLine: { show: false } };
  const category = { ...bare, type: 'category' as const };
  const ruler = {
    ...bare,
    type: 'value' as const,
    min: 0,
    max: reach,
    interval: reach / 2,
    splitLine: { lineStyle: { color: palette.line } },
    axisLabel: { show: false },
  };
  const leaning = { rotate: 48, align: 'left' as const, verticalAlign: 'middle' as const };

  return {
    animation: false,
    textStyle: { fontFamily: font },
    grid: [
      { left: heat.left, top: heat.top, width, height, ...exactly },
      { left: rowPlot.left, top: heat.top, width: rowPlot.width, height, ...exactly },
      { left: heat.left, top: columnPlot.top, width, height: columnPlot.height, ...exactly },
    ],
    xAxis: [
      {
        ...category,
        gridIndex: 0,
        position: 'top',
        data: grid.columns.map(({ shareText, shareExact }) => (exact.columns ? shareExact : shareText)),
        axisLabel: { ...label, color: palette.want, fontWeight: 600, margin: 6 },
      },
      { ...ruler, gridIndex: 1, position: 'top' },
      {
        ...category,
        gridIndex: 2,
        position: 'top',
        data: [...layout.columnNames],
        axisLabel: { ...label, margin: 8, ...(layout.leaning ? leaning : { verticalAlign: 'bottom' }) },
      },
    ],
    yAxis: [
      {
        ...category,
        gridIndex: 0,
        inverse: true,
        data: grid.rows.map(({ shareExact }) => shareExact),
        axisLabel: { ...label, color: palette.fear, fontWeight: 600, margin: 9 },
      },
      {
        ...category,
        gridIndex: 1,
        inverse: true,
        data: [...layout.rowNames],
        axisLabel: { ...label, align: 'left', margin: rowPlot.left },
      },
      { ...ruler, gridIndex: 2 },
    ],
    graphic: captions(layout, palette, words, reach),
    series: [
      {
        type: 'scatter',
        xAxisIndex: 0,
        yAxisIndex: 0,
        symbol: 'rect',
        silent: true,
        clip: false,
        animation: false,
        data: grid.cells.flatMap((row, y) =>
          row.map((each, x) => heatCell(each, [x, y], scale, palette, layout)),
        ),
      },
      ...marginPlot(grid.rows, 'row', palette.fear, palette),
      ...marginPlot(grid.columns, 'column', palette.want, palette),
    ],
  };
}

/** Names of both sides, and the numbers of the two rulers. */
function captions(
  { heat, rowPlot, columnPlot, fontSize, shared }: MatrixLayout,
  palette: Palette,
  words: ChartWords,
  reach: number,
): object[] {
  const text = (x: number, y: number, style: object): object => ({ type: 'text', silent: true, x, y, style });
  const small = { fill: palette.inkSoft, font: `10px ${font}` };
  const stops = [0, reach / 2, reach];
  const inCommon = { fill: palette.inkSoft, font: `${fontSize}px ${font}`, lineHeight: fontSize * 1.25 };
  const linesOf = (words: string): number => (words === '' ? 0 : words.split('\n').length);
  return [
    text(heat.left - besideNames, columnPlot.top - 10, {
      ...inCommon,
      text: shared.columns,
      align: 'right',
      verticalAlign: 'bottom',
    }),
    text(0, heat.top - 6, { ...inCommon, text: shared.rows, verticalAlign: 'bottom' }),
    text(0, heat.top - 6 - linesOf(shared.rows) * fontSize * 1.25, {
      text: words.fear,
      fill: palette.fear,
      font: `600 ${fontSize}px ${font}`,
      verticalAlign: 'bottom',
    }),
    text(heat.left - besideNames, columnPlot.top - 10 - linesOf(shared.columns) * fontSize * 1.25, {
      text: words.want,
      fill: palette.want,
      font: `600 ${fontSize}px ${font}`,
      align: 'right',
      verticalAlign: 'bottom',
    }),
    ...stops.map((stop) =>
      text(rowPlot.left + (stop / reach) * rowPlot.width, heat.top - 6, {
        ...small,
        text: words.percent(stop),
        align: 'center',
        verticalAlign: 'bottom',
      }),
    ),
    ...stops.map((stop) =>
      text(heat.left - 7, columnPlot.top + (1 - stop / reach) * columnPlot.height, {
        ...small,
        text: words.percent(stop),
        align: 'right',
        verticalAlign: 'middle',
      }),
    ),
  ];
}

/** Dots on intervals: a see-through bar up to the lower end carries the visible one. */
function marginPlot(
  concerns: readonly GridConcern[],
  side: 'row' | 'column',
  colour: string,
  palette: Palette,
): Marks[] {
  const axes = side === 'row' ? { xAxisIndex: 1, yAxisIndex: 1 } : { xAxisIndex: 2, yAxisIndex: 2 };
  const at = (share: number | null, index: number): (number | string)[] => {
    const value = share ?? '-';
    return side === 'row' ? [value, index] : [index, value];
  };
  const common = { ...axes, silent: true, animation: false };
  const bar = { ...common, type: 'bar' as const, stack: side, barWidth: 9 };
  const hollow = { itemStyle: { color: palette.canvas, borderColor: colour, borderWidth: 1.5 } };
  return [
    {
      ...bar,
      itemStyle: { color: 'transparent' },
      data: concerns.map(({ share }, index) => at(share.ciLow, index)),
    },
    {
      ...bar,
      itemStyle: { color: mix(colour, palette.canvas, 0.6), borderRadius: 3 },
      data: concerns.map(({ share }, index) =>
        at(share.ciLow === null || share.ciHigh === null ? null : share.ciHigh - share.ciLow, index),
      ),
    },
    {
      ...common,
      type: 'scatter',
      symbol: 'circle',
      symbolSize: 6,
      z: 3,
      itemStyle: { color: colour, opacity: 1 },
      data: concerns.map(({ share, shown }, index) => ({
        value: at(share.estimate, index),
        ...(shown === 'bracketed' ? hollow : {}),
      })),
    },
  ];
}

/** One ruler for all margins: up to the next ten per cent above every interval. */
export function shareReach(...grids: readonly MatrixGrid[]): number {
  const concerns = grids.flatMap(({ rows, columns }) => [...rows, ...columns]);
  const highest = Math.max(...concerns.map(({ share }) => share.ciHigh ?? share.estimate ?? 0), 0.1);
  return Math.min(Math.ceil(highest * 10 - 1e-9) / 10, 1);
}
