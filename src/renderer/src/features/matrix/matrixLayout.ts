/** Where everything stands, in pixels, so that the chart and the keyboard grid over it agree exactly. */
export interface MatrixLayout {
  readonly width: number;
  readonly height: number;
  readonly rowLabelWidth: number;
  readonly rowPlot: { readonly left: number; readonly width: number };
  readonly columnLabelHeight: number;
  /** Names of columns lean where columns are narrow. */
  readonly leaning: boolean;
  readonly columnPlot: { readonly top: number; readonly height: number };
  readonly heat: { readonly left: number; readonly top: number };
  readonly cell: { readonly width: number; readonly height: number };
}

const clamp = (value: number, low: number, high: number): number =>
  Math.round(Math.min(Math.max(value, low), high));
const rowValueWidth = 50;
const columnValueHeight = 22;
const gap = 10;
const edge = 16;
const leaningReach = 96;

export function matrixLayout(available: number, rows: number, columns: number): MatrixLayout {
  const rowLabelWidth = clamp(available * 0.24, 130, 270);
  const rowPlot = { left: rowLabelWidth + gap, width: clamp(available * 0.12, 64, 150) };
  const left = rowPlot.left + rowPlot.width + rowValueWidth;
  const share = (available - left - edge) / columns;
  const leaning = share < 88;
  const room = leaning ? available - left - leaningReach : available - left - edge;
  const width = clamp(Math.floor(room / columns), 44, 132);
  const height = clamp(width * 0.5, rows > 12 ? 34 : 40, 56);
  const columnLabelHeight = leaning ? 118 : 76;
  const columnPlot = { top: columnLabelHeight + gap, height: 60 };
  const top = columnPlot.top + columnPlot.height + columnValueHeight;
  return {
    width: left + columns * width + (leaning ? leaningReach : edge),
    height: top + rows * height + 4,
    rowLabelWidth,
    rowPlot,
    columnLabelHeight,
    leaning,
    columnPlot,
    heat: { left, top },
    cell: { width, height },
  };
}
