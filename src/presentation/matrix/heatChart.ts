import type { EChartsOption } from 'echarts';
import type { Palette } from '../charts/palette.ts';
import { heatCell } from './heatCell.ts';
import type { MatrixGrid } from './matrixGrid.ts';
import type { MatrixLayout } from './matrixLayout.ts';
import type { MatrixScale } from './matrixScale.ts';
import { font } from '../charts/font.ts';

/** A matrix and where the first of its cells begins. */
export interface HeatPlace {
  readonly grid: Pick<MatrixGrid, 'rows' | 'columns' | 'cells'>;
  readonly left: number;
  readonly top: number;
}

/** The cells of matrices, and what else is drawn as it is. */
export function heatChart(
  heats: readonly HeatPlace[],
  scale: MatrixScale,
  look: { readonly cell: MatrixLayout['cell']; readonly exact: Pick<MatrixLayout['exact'], 'cells'> },
  palette: Palette,
  graphic: object[] = [],
): EChartsOption {
  const bare = { axisLine: { show: false }, axisTick: { show: false }, axisLabel: { show: false } };
  const axes = (data: (grid: HeatPlace['grid']) => readonly { readonly variable: string }[]) =>
    heats.map(({ grid }, gridIndex) => ({
      ...bare,
      type: 'category' as const,
      gridIndex,
      splitLine: { show: false },
      data: data(grid).map(({ variable }) => variable),
    }));
  return {
    animation: false,
    textStyle: { fontFamily: font },
    grid: heats.map(({ grid, left, top }) => ({
      left,
      top,
      width: grid.columns.length * look.cell.width,
      height: grid.rows.length * look.cell.height,
      outerBoundsMode: 'none' as const,
    })),
    xAxis: axes(({ columns }) => columns),
    yAxis: axes(({ rows }) => rows).map((axis) => ({ ...axis, inverse: true })),
    graphic,
    series: heats.map(({ grid }, index) => ({
      type: 'scatter' as const,
      xAxisIndex: index,
      yAxisIndex: index,
      symbol: 'rect',
      silent: true,
      clip: false,
      animation: false,
      data: grid.cells.flatMap((row, y) =>
        row.map((each, x) => heatCell(each, [x, y], scale, palette, look)),
      ),
    })),
  };
}
