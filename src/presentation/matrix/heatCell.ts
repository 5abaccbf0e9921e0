import type { ScatterSeriesOption } from 'echarts/charts';
import { mix, readableOn } from '../charts/colour.ts';
import type { Palette } from '../charts/palette.ts';
import type { GridCell } from './matrixGrid.ts';
import type { MatrixLayout } from './matrixLayout.ts';
import type { MatrixScale } from './matrixScale.ts';
import { font } from '../charts/font.ts';

/** Cells that may be chance: towards the background, and smaller, so that greyscale print shows it too. */
const chance = { fade: 0.62, size: 0.66 };

/** One pair as a square in its colour, with its number. */
export function heatCell(
  cell: GridCell,
  place: [number, number],
  scale: MatrixScale,
  palette: Palette,
  {
    cell: size,
    exact,
  }: {
    readonly cell: MatrixLayout['cell'];
    readonly exact: Pick<MatrixLayout['exact'], 'cells'>;
  },
): NonNullable<ScatterSeriesOption['data']>[number] {
  const full = cell.value === null ? palette.empty : scale.colour(cell.value);
  const faded = cell.chance && cell.value !== null;
  const fill = faded ? mix(full, palette.canvas, chance.fade) : full;
  const part = faded ? chance.size : 1;
  return {
    value: place,
    symbolSize: [(size.width - 2) * part, (size.height - 2) * part],
    itemStyle: { color: fill, opacity: 1 },
    label: {
      show: true,
      formatter: exact.cells ? cell.exact : cell.text,
      color: cell.value === null ? palette.inkSoft : readableOn(fill),
      fontFamily: font,
      fontSize: size.width < 52 ? 11 : size.width < 130 ? 13 : 15,
      fontWeight: faded ? 400 : 560,
    },
  };
}
