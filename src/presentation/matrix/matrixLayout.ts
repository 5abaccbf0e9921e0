import { wrapText } from '../text/wrapText.ts';

/** Where everything stands, in pixels, so that the chart and the keyboard grid over it agree exactly. */
export interface MatrixLayout {
  readonly width: number;
  readonly height: number;
  /** Names, broken into lines that fit. */
  readonly rowNames: readonly string[];
  readonly columnNames: readonly string[];
  /** What all names of a side begin with, said once before them; empty where they share nothing. */
  readonly shared: { readonly rows: string; readonly columns: string };
  readonly rowPlot: { readonly left: number; readonly width: number };
  readonly fontSize: number;
  /** Names of columns lean where columns are narrow. */
  readonly leaning: boolean;
  readonly columnPlot: { readonly top: number; readonly height: number };
  readonly heat: { readonly left: number; readonly top: number };
  readonly cell: { readonly width: number; readonly height: number };
  /** Where shares are printed with a decimal. */
  readonly exact: { readonly cells: boolean; readonly columns: boolean };
}

const widest = 176;
/** Of the words that all names of rows begin with, where the rest of the names is short. */
const widestShared = 220;
const rowValueWidth = 58;
/** From here on there is room for a decimal: in a cell, and over a column. */
const roomy = { cell: 60, column: 56 };
const columnValueHeight = 22;
const gap = 10;
/** From the end of the words before the names of columns to the first column. */
export const besideNames = 44;
const edge = 16;
const upright = { lines: 5, least: 58 };
/** `rise` and `run` of a letter in names that lean by 48°. */
const lean = { letters: 25, lines: 2, rise: 0.74, run: 0.67 };

const longestLine = (name: string): number => Math.max(...name.split('\n').map((line) => line.length));

const clamp = (value: number, low: number, high: number): number =>
  Math.round(Math.min(Math.max(value, low), high));

export function matrixLayout(
  available: number,
  rows: readonly string[],
  columns: readonly string[],
  shared: MatrixLayout['shared'] = { rows: '', columns: '' },
): MatrixLayout {
  const fontSize = available > 1150 ? 13 : 12;
  const letterWidth = fontSize * 0.53;
  const lineHeight = fontSize * 1.25;
  const longestRow = Math.max(...rows.map((label) => label.length)) * letterWidth + gap;
  const longestShared = Math.min(shared.rows.length * letterWidth, widestShared);
  const rowLabelWidth = Math.round(
    Math.min(clamp(available * 0.24, 120, 320), Math.max(longestRow, longestShared, 64)),
  );
  const rowPlot = { left: rowLabelWidth + gap, width: clamp(available * 0.11, 48, 180) };
  const left = rowPlot.left + rowPlot.width + rowValueWidth;

  const straight = clamp(Math.floor((available - left - edge) / columns.length), 44, widest);
  const letters = Math.floor((straight - 12) / letterWidth);
  const straightNames = columns.map((label) => wrapText(label, letters, upright.lines));
  const leaning = straight < upright.least || straightNames.some((name) => name.includes('…', 1));
  const leaningNames = columns.map((label) => wrapText(label, lean.letters, lean.lines));
  const lengths = leaningNames.map((name) => longestLine(name) * letterWidth);
  const reach = leaning ? Math.round(lengths.at(-1)! * lean.run) + 2 * edge : edge;
  const width = leaning
    ? clamp(Math.floor((available - left - reach) / columns.length), 36, widest)
    : straight;
  const height = clamp(width * 0.44, rows.length > 12 ? 34 : 40, 72);

  const columnNames = leaning ? leaningNames : straightNames;
  const mostLines = Math.max(...columnNames.map((name) => name.split('\n').length));
  const sharedColumns = wrapText(shared.columns, Math.floor((left - besideNames) / letterWidth), 4);
  const captionLines = sharedColumns === '' ? 1 : sharedColumns.split('\n').length + 1;
  const labelHeight = Math.max(
    leaning ? Math.round(Math.max(...lengths) * lean.rise) + 2 * edge : mostLines * lineHeight + 14,
    captionLines * lineHeight + 2,
  );
  const sharedRows = wrapText(shared.rows, Math.floor(rowLabelWidth / letterWidth), 4);
  const columnPlot = { top: labelHeight + gap, height: 84 };
  const top = columnPlot.top + columnPlot.height + columnValueHeight;
  return {
    width: left + columns.length * width + reach,
    height: top + rows.length * height + 4,
    rowNames: rows.map((label) =>
      wrapText(label, Math.floor(rowLabelWidth / letterWidth), height >= 46 ? 3 : 2),
    ),
    columnNames,
    shared: { rows: sharedRows, columns: sharedColumns },
    rowPlot,
    fontSize,
    leaning,
    columnPlot,
    heat: { left, top },
    cell: { width, height },
    exact: { cells: width >= roomy.cell, columns: width >= roomy.column },
  };
}
