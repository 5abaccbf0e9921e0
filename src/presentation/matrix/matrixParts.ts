import type { DrawnPart } from '../charts/drawnPart.ts';
import type { Palette } from '../charts/palette.ts';
import { heatChart } from './heatChart.ts';
import { matrixChart, type ChartWords } from './matrixChart.ts';
import type { MatrixGrid } from './matrixGrid.ts';
import type { MatrixLayout } from './matrixLayout.ts';
import type { MatrixScale } from './matrixScale.ts';

/** As many as are drawn in a few hundredths of a second. */
const mostCells = 200;
/** Beside the cells, for numbers that are wider than theirs. */
const beside = 24;

/** The chart of a matrix as a chart of names and margins, and on it the cells, some rows at a time. */
export function matrixParts(
  grid: MatrixGrid,
  scale: MatrixScale,
  layout: MatrixLayout,
  palette: Palette,
  words: ChartWords,
  reach?: number,
): DrawnPart[] {
  const { width, height, heat, cell } = layout;
  const { series, ...around } = matrixChart(grid, scale, layout, palette, words, reach);
  const margins = Array.isArray(series) ? series.slice(1) : [];
  const rowsAtOnce = Math.max(Math.floor(mostCells / grid.columns.length), 1);
  const bands = Array.from({ length: Math.ceil(grid.rows.length / rowsAtOnce) }, (_, band): DrawnPart => {
    const [first, end] = [band * rowsAtOnce, (band + 1) * rowsAtOnce];
    const rows = grid.rows.slice(first, end);
    const part = { columns: grid.columns, rows, cells: grid.cells.slice(first, end) };
    return {
      left: heat.left - beside,
      top: heat.top + first * cell.height,
      width: grid.columns.length * cell.width + 2 * beside,
      height: rows.length * cell.height,
      option: heatChart([{ grid: part, left: beside, top: 0 }], scale, layout, palette),
    };
  });
  return [{ left: 0, top: 0, width, height, option: { ...around, series: margins } }, ...bands];
}
