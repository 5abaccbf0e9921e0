import type { EChartsOption } from 'echarts';
import type { BarSeriesOption, ScatterSeriesOption } from 'echarts/charts';
import { mix, readableOn } from '../../charts/colour.ts';
import type { Palette } from '../../charts/palette.ts';
import { wrapText } from '../../format/wrapText.ts';
import type { GridCell, GridConcern, MatrixGrid } from './matrixGrid.ts';
import type { MatrixLayout } from './matrixLayout.ts';
import type { MatrixScale } from './matrixScale.ts';

const font = "'Inter Variable', system-ui, sans-serif";
const letterWidth = 6.3;
const fading = 0.72;

/** The heatmap with a share and its interval beside each row and above each column. Draws, computes nothing. */
export function matrixChart(
  grid: MatrixGrid,
  scale: MatrixScale,
  layout: MatrixLayout,
  palette: Palette,
  percent: (share: number) => string,
): EChartsOption {
  const { heat, cell, rowPlot, columnPlot } = layout;
  const width = grid.columns.length * cell.width;
  const height = grid.rows.length * cell.height;
  const reach = shareReach([...grid.rows, ...grid.columns]);
  const rowLetters = Math.floor(layout.rowLabelWidth / letterWidth);
  const columnLetters = layout.leaning ? 24 : Math.floor((cell.width - 6) / letterWidth);
  const label = { color: palette.ink, fontFamily: font, fontSize: 12, lineHeight: 15 };
  const exactly = { outerBoundsMode: 'none' as const };

  const names = (concerns: readonly GridConcern[], letters: number, lines: number): string[] =>
    concerns.map((concern) => wrapText(concern.label, letters, lines));
  const bare = { axisLine: { show: false }, axisTick: { show: false }, splitLine: { show: false } };
  const ruler = {
    type: 'value' as const,
    min: 0,
    max: reach,
    interval: reach / 2,
    axisLine: { show: false },
    axisTick: { show: false },
    splitLine: { lineStyle: { color: palette.line } },
  };
  const small = { color: palette.inkSoft, fontFamily: font, fontSize: 10, hideOverlap: false };
  const stops = [0, reach / 2, reach];

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
        ...bare,
        gridIndex: 0,
        type: 'category',
        position: 'top',
        data: grid.columns.map(({ shareText }) => shareText),
        axisLabel: { ...label, color: palette.want, fontWeight: 600, interval: 0, margin: 6 },
      },
      {
        ...ruler,
        gridIndex: 1,
        position: 'top',
        axisLabel: { show: false },
      },
      {
        ...bare,
        gridIndex: 2,
        type: 'category',
        position: 'top',
        data: names(grid.columns, columnLetters, layout.leaning ? 1 : 5),
        axisLabel: {
          ...label,
          interval: 0,
          margin: 8,
          ...(layout.leaning
            ? { rotate: 48, align: 'left' as const, verticalAlign: 'middle' as const }
            : { verticalAlign: 'bottom' as const }),
        },
      },
    ],
    yAxis: [
      {
        ...bare,
        gridIndex: 0,
        type: 'category',
        inverse: true,
        data: grid.rows.map(({ shareText }) => shareText),
        axisLabel: { ...label, color: palette.fear, fontWeight: 600, interval: 0, margin: 9 },
      },
      {
        ...bare,
        gridIndex: 1,
        type: 'category',
        inverse: true,
        data: names(grid.rows, rowLetters, cell.height >= 46 ? 3 : 2),
        axisLabel: { ...label, interval: 0, align: 'left', margin: rowPlot.left },
      },
      { ...ruler, gridIndex: 2, axisLabel: { show: false } },
    ],
    graphic: [
      ...stops.map((stop) => ({
        type: 'text' as const,
        silent: true,
        x: rowPlot.left + (stop / reach) * rowPlot.width,
        y: heat.top - 6,
        style: {
          text: percent(stop),
          fill: small.color,
          font: `10px ${font}`,
          align: 'center' as const,
          verticalAlign: 'bottom' as const,
        },
      })),
      ...stops.map((stop) => ({
        type: 'text' as const,
        silent: true,
        x: heat.left - 7,
        y: columnPlot.top + (1 - stop / reach) * columnPlot.height,
        style: {
          text: percent(stop),
          fill: small.color,
          font: `10px ${font}`,
          align: 'right' as const,
          verticalAlign: 'middle' as const,
        },
      })),
    ],
    series: [
      {
        type: 'scatter',
        xAxisIndex: 0,
        yAxisIndex: 0,
        symbol: 'rect',
        symbolSize: [cell.width - 2, cell.height - 2],
        silent: true,
        clip: false,
        animation: false,
        data: grid.cells.flatMap((row, y) =>
          row.map((each, x) => heatCell(each, x, y, scale, palette, cell.width)),
        ),
      },
      ...marginPlot(grid.rows, 'row', palette.fear, palette),
      ...marginPlot(grid.columns, 'column', palette.want, palette),
    ],
  };
}

function heatCell(
  cell: GridCell,
  x: number,
  y: number,
  scale: MatrixScale,
  palette: Palette,
  width: number,
): NonNullable<ScatterSeriesOption['data']>[number] {
  const full = cell.value === null ? palette.empty : scale.colour(cell.value);
  const fill = cell.chance && cell.value !== null ? mix(full, palette.canvas, fading) : full;
  const text = cell.value === null || cell.chance ? palette.inkSoft : readableOn(fill);
  return {
    value: [x, y],
    itemStyle: {
      color: fill,
      opacity: 1,
      borderRadius: 3,
      ...(cell.chance
        ? { borderColor: mix(full, palette.canvas, 0.45), borderWidth: 1, borderType: [3, 3] }
        : {}),
    },
    label: {
      show: true,
      formatter: cell.text,
      color: cell.chance && cell.value !== null ? readableFaded(fill, palette) : text,
      fontFamily: font,
      fontSize: width < 52 ? 11 : 13,
      fontWeight: cell.chance ? 400 : 560,
    },
  };
}

const readableFaded = (fill: string, palette: Palette): string =>
  mix(readableOn(fill), palette.inkSoft, 0.35);

/** Dots on intervals: a see-through bar up to the lower end carries the visible one. */
function marginPlot(
  concerns: readonly GridConcern[],
  side: 'row' | 'column',
  colour: string,
  palette: Palette,
): (BarSeriesOption | ScatterSeriesOption)[] {
  const axes = side === 'row' ? { xAxisIndex: 1, yAxisIndex: 1 } : { xAxisIndex: 2, yAxisIndex: 2 };
  const at = (share: number | null, index: number): (number | string)[] => {
    const value = share ?? '-';
    return side === 'row' ? [value, index] : [index, value];
  };
  const common = { ...axes, silent: true, animation: false };
  const bar = { ...common, type: 'bar' as const, stack: side, barWidth: 5 };
  return [
    {
      ...bar,
      itemStyle: { color: 'transparent' },
      data: concerns.map(({ share }, index) => at(share.ciLow, index)),
    },
    {
      ...bar,
      itemStyle: { color: mix(colour, palette.canvas, 0.5), borderRadius: 2.5 },
      data: concerns.map(({ share }, index) =>
        at(share.ciLow === null || share.ciHigh === null ? null : share.ciHigh - share.ciLow, index),
      ),
    },
    {
      ...common,
      type: 'scatter' as const,
      symbol: 'circle',
      symbolSize: 10,
      z: 3,
      itemStyle: { color: colour, borderColor: palette.canvas, borderWidth: 1.5, opacity: 1 },
      data: concerns.map(({ share, shown }, index) => ({
        value: at(share.estimate, index),
        ...(shown === 'bracketed'
          ? { itemStyle: { color: palette.canvas, borderColor: colour, borderWidth: 2 } }
          : {}),
      })),
    },
  ];
}

/** One ruler for all margins: up to the next ten per cent above every interval. */
function shareReach(concerns: readonly GridConcern[]): number {
  const highest = Math.max(...concerns.map(({ share }) => share.ciHigh ?? share.estimate ?? 0), 0.1);
  return Math.min(Math.ceil(highest * 10 - 1e-9) / 10, 1);
}
