import { mix } from '../charts/colour.ts';
import { drawnWords, type DrawnMark } from '../charts/drawnMark.ts';
import type { Palette } from '../charts/palette.ts';
import { heatCells } from './heatCell.ts';
import type { GridConcern, MatrixGrid } from './matrixGrid.ts';
import { besideNames, type MatrixLayout } from './matrixLayout.ts';
import type { MatrixScale } from './matrixScale.ts';
import { shareReach } from './shareReach.ts';

/** What the chart prints beside names and numbers of the grid. */
export interface ChartWords {
  readonly fear: string;
  readonly want: string;
  readonly percent: (share: number) => string;
}

const leaning = 48;
const bar = { width: 9, radius: 3 };
const dot = 3;
const small = 10;

/** The heatmap with a share and its interval beside each row and above each column. Draws, computes nothing. */
export function matrixChart(
  grid: MatrixGrid,
  scale: MatrixScale,
  layout: MatrixLayout,
  palette: Palette,
  words: ChartWords,
  reach: number = shareReach(grid),
): DrawnMark[] {
  const { heat, cell, exact } = layout;
  return [
    ...rulers(grid, layout, palette, words, reach),
    ...captions(layout, palette, words),
    ...rowMargin(grid.rows, layout, palette, reach),
    ...columnMargin(grid.columns, layout, palette, reach),
    ...heatCells(grid, scale, palette, { heat, cell, exact: exact.cells }),
  ];
}

/** Lines and numbers that the shares are read from. */
function rulers(
  { rows, columns }: MatrixGrid,
  { heat, cell, rowPlot, columnPlot }: MatrixLayout,
  palette: Palette,
  words: ChartWords,
  reach: number,
): DrawnMark[] {
  const stroke = palette.line;
  const number = { weight: 400, align: 'right', block: 'middle' } as const;
  return [0, reach / 2, reach].flatMap((stop): DrawnMark[] => {
    const x = rowPlot.left + (stop / reach) * rowPlot.width;
    const y = columnPlot.top + (1 - stop / reach) * columnPlot.height;
    const said = words.percent(stop);
    return [
      { kind: 'line', x, y: heat.top, toX: x, toY: heat.top + rows.length * cell.height, stroke },
      { kind: 'line', x: heat.left, y, toX: heat.left + columns.length * cell.width, toY: y, stroke },
      drawnWords(x, heat.top - 6, said, palette.inkSoft, small, {
        ...number,
        align: 'center',
        block: 'bottom',
      }),
      drawnWords(heat.left - 7, y, said, palette.inkSoft, small, number),
    ];
  });
}

/** What both sides are, and what their names begin with. */
function captions(
  { heat, columnPlot, fontSize, shared }: MatrixLayout,
  palette: Palette,
  words: ChartWords,
): DrawnMark[] {
  const lineHeight = fontSize * 1.25;
  const heightOf = (said: string): number => (said === '' ? 0 : said.split('\n').length * lineHeight);
  const common = { block: 'bottom', lineHeight } as const;
  const right = { ...common, align: 'right' } as const;
  const [left, rowsAt] = [heat.left - besideNames, heat.top - 6];
  const columnsAt = columnPlot.top - 10;
  return [
    drawnWords(left, columnsAt, shared.columns, palette.inkSoft, fontSize, right),
    drawnWords(0, rowsAt, shared.rows, palette.inkSoft, fontSize, common),
    drawnWords(0, rowsAt - heightOf(shared.rows), words.fear, palette.fear, fontSize, {
      ...common,
      lineHeight: fontSize,
      weight: 600,
    }),
    drawnWords(left, columnsAt - heightOf(shared.columns), words.want, palette.want, fontSize, {
      ...right,
      lineHeight: fontSize,
      weight: 600,
    }),
  ];
}

/** Names, dots on intervals, and shares, before the rows. */
function rowMargin(
  rows: readonly GridConcern[],
  { heat, cell, rowPlot, rowNames, fontSize }: MatrixLayout,
  palette: Palette,
  reach: number,
): DrawnMark[] {
  const at = (share: number): number => rowPlot.left + (share / reach) * rowPlot.width;
  return rows.flatMap(({ share, shown, shareExact }, row) => {
    const y = heat.top + (row + 0.5) * cell.height;
    const marks: DrawnMark[] = [
      drawnWords(0, y, rowNames[row], palette.ink, fontSize, { lineHeight: fontSize * 1.25 }),
      drawnWords(heat.left - 9, y, shareExact, palette.fear, fontSize, { weight: 600, align: 'right' }),
    ];
    if (share.ciLow !== null && share.ciHigh !== null) {
      const [x, end] = [at(share.ciLow), at(share.ciHigh)];
      const fill = mix(palette.fear, palette.canvas, 0.6);
      const { width: height, radius } = bar;
      marks.push({ kind: 'rect', x, y: y - height / 2, width: end - x, height, fill, radius });
    }
    if (share.estimate !== null)
      marks.push(estimateDot(at(share.estimate), y, palette.fear, palette, shown === 'bracketed'));
    return marks;
  });
}

/** The same above the columns. */
function columnMargin(
  columns: readonly GridConcern[],
  { heat, cell, columnPlot, columnNames, fontSize, leaning: leans, exact }: MatrixLayout,
  palette: Palette,
  reach: number,
): DrawnMark[] {
  const at = (share: number): number => columnPlot.top + (1 - share / reach) * columnPlot.height;
  const named = leans
    ? ({ align: 'left', block: 'middle', turn: leaning } as const)
    : ({ align: 'center', block: 'bottom' } as const);
  return columns.flatMap(({ share, shown, shareExact, shareText }, column) => {
    const x = heat.left + (column + 0.5) * cell.width;
    const marks: DrawnMark[] = [
      drawnWords(x, columnPlot.top - 8, columnNames[column], palette.ink, fontSize, {
        ...named,
        lineHeight: fontSize * 1.25,
      }),
      drawnWords(x, heat.top - 6, exact.columns ? shareExact : shareText, palette.want, fontSize, {
        weight: 600,
        align: 'center',
        block: 'bottom',
        lineHeight: fontSize * 1.25,
      }),
    ];
    if (share.ciLow !== null && share.ciHigh !== null) {
      const [y, end] = [at(share.ciHigh), at(share.ciLow)];
      const fill = mix(palette.want, palette.canvas, 0.6);
      const { width, radius } = bar;
      marks.push({ kind: 'rect', x: x - width / 2, y, width, height: end - y, fill, radius });
    }
    if (share.estimate !== null)
      marks.push(estimateDot(x, at(share.estimate), palette.want, palette, shown === 'bracketed'));
    return marks;
  });
}

function estimateDot(x: number, y: number, colour: string, palette: Palette, hollow: boolean): DrawnMark {
  const look = hollow ? { fill: palette.canvas, stroke: colour } : { fill: colour };
  return { kind: 'dot', x, y, radius: dot, ...look };
}
