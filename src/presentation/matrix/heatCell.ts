import { mix, readableOn } from '../charts/colour.ts';
import { drawnWords, type DrawnMark } from '../charts/drawnMark.ts';
import type { Palette } from '../charts/palette.ts';
import type { GridCell, MatrixGrid } from './matrixGrid.ts';
import type { MatrixLayout } from './matrixLayout.ts';
import type { MatrixScale } from './matrixScale.ts';

/** Cells that may be chance: towards the background, and smaller, so that greyscale print shows it too. */
const chance = { fade: 0.62, size: 0.66 };
const gap = 2;

/** Of the cells of a matrix: where the first begins, and whether their numbers have room for a decimal. */
export interface HeatLook extends Pick<MatrixLayout, 'heat' | 'cell'> {
  readonly exact: boolean;
}

/** All pairs of a matrix as squares in their colours, with their numbers. */
export function heatCells(
  { cells }: Pick<MatrixGrid, 'cells'>,
  scale: MatrixScale,
  palette: Palette,
  look: HeatLook,
): DrawnMark[] {
  const { heat, cell } = look;
  return cells.flatMap((row, y) =>
    row.flatMap((each, x) =>
      heatCell(
        each,
        heat.left + (x + 0.5) * cell.width,
        heat.top + (y + 0.5) * cell.height,
        scale,
        palette,
        look,
      ),
    ),
  );
}

function heatCell(
  { value, chance: mayBeChance, text, exact: exactText }: GridCell,
  x: number,
  y: number,
  scale: MatrixScale,
  palette: Palette,
  { cell, exact }: HeatLook,
): DrawnMark[] {
  const full = value === null ? palette.empty : scale.colour(value);
  const faded = mayBeChance && value !== null;
  const fill = faded ? mix(full, palette.canvas, chance.fade) : full;
  const part = faded ? chance.size : 1;
  const [width, height] = [(cell.width - gap) * part, (cell.height - gap) * part];
  const ink = value === null ? palette.inkSoft : readableOn(fill);
  const size = cell.width < 52 ? 11 : cell.width < 130 ? 13 : 15;
  return [
    { kind: 'rect', x: x - width / 2, y: y - height / 2, width, height, fill },
    drawnWords(x, y, exact ? exactText : text, ink, size, { weight: faded ? 400 : 560, align: 'center' }),
  ];
}
