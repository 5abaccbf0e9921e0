import { mix, readableOn } from '../charts/colour.ts';
import { columnHeads, keyList } from './columnHeads.ts';
import { lineHeightOf, type Pen, type TextLook } from './pen.ts';
import { stopsOf, type Ruler } from './ruler.ts';

export interface HeatCell {
  readonly fill: string;
  /** `null` where there is no figure. */
  readonly value: number | null;
  readonly text: string;
  /** Where that has no room. */
  readonly short?: string;
  /** May be chance: smaller, and towards the paper. */
  readonly faded: boolean;
}

export interface HeatSide {
  readonly label: string;
  /** Its own share; empty where there is none. */
  readonly share: string;
  readonly estimate?: {
    readonly estimate: number | null;
    readonly ciLow: number | null;
    readonly ciHigh: number | null;
  };
  readonly hollow?: boolean;
}

export interface Heat {
  readonly title: string;
  readonly rows: readonly HeatSide[];
  readonly columns: readonly HeatSide[];
  readonly cells: readonly (readonly HeatCell[])[];
}

export interface HeatWords {
  readonly rows: string;
  readonly columns: string;
  readonly sharedRows: string;
  readonly sharedColumns: string;
}

const fade = { mix: 0.62, size: 0.66 };
const wideFrom = 440;
/** Of numbers in cells, in pixels: 6 points. */
const leastSize = 8;

/** Coloured cells with their numbers, one grid or several on one scale. Gives the height. */
export function heatGrid(
  pen: Pen,
  width: number,
  heats: readonly Heat[],
  words: HeatWords,
  margins: Ruler | null,
): number {
  const { label, small } = pen.type;
  const { palette } = pen;
  const [{ rows, columns }] = heats;
  const bold: TextLook = { weight: 600 };
  const shareLook: TextLook = { ...bold, size: small };
  const natural = pen.widest([...rows.map((row) => row.label)]);
  const rowShares = Math.max(
    0,
    ...heats.flatMap((heat) => heat.rows.map(({ share }) => pen.widthOf(share, shareLook))),
  );
  const rowShare = rowShares === 0 ? label * 0.5 : rowShares + label * 1.1;
  const nameWidth = Math.min(natural, Math.max(width * 0.27, label * 7));
  const names = nameWidth + label * 0.8;
  const cells = heats.flatMap((heat) => heat.cells.flat());
  const sizes = [label, label * 0.92, label * 0.85, label * 0.76, label * 0.68].filter(
    (size) => size >= Math.min(leastSize, label * 0.76),
  );
  const leastCell = label * 2.1;
  const placed = (plot: number) => {
    const beforeCells = (plot > 0 ? plot + label * 0.5 : 0) + rowShare;
    const roomFor = (perLine: number): number =>
      (width - names - perLine * beforeCells - (perLine - 1) * label) / (perLine * columns.length);
    let most = heats.length;
    while (most > 1 && roomFor(most) < leastCell) most--;
    const perLine = Math.ceil(heats.length / Math.ceil(heats.length / most));
    return { plot, beforeCells, perLine, cell: Math.min(roomFor(perLine), label * 11) };
  };
  const fitting = (words: (cell: HeatCell) => string, cell: number): number | undefined =>
    sizes.find((size) => pen.widest(cells.map(words), { size, weight: 600 }) <= cell - 2);
  const withPlots = margins !== null && heats.length === 1 && width >= wideFrom;
  const roomy = placed(withPlots ? Math.min(Math.max(width * 0.12, label * 6), label * 11) : 0);
  const narrow = placed(0);
  // Numbers in the cells come before pictures of the margins.
  const { plot, beforeCells, perLine, cell } =
    fitting(shortOf, roomy.cell) === undefined && fitting(shortOf, narrow.cell) !== undefined
      ? narrow
      : roomy;
  const rowLines = rows.map((row) => pen.lines(row.label, nameWidth));
  const mostRowLines = Math.max(...rowLines.map(({ length }) => length));
  const high = Math.max(
    mostRowLines * lineHeightOf(label) + label * 0.4,
    Math.min(Math.max(cell * 0.5, label * 2), label * 3.6),
  );
  const heads = columnHeads(
    pen,
    columns.map((column) => column.label),
    cell,
  );
  const wholeSize = fitting(({ text }) => text, cell);
  const textSize = wholeSize ?? fitting(shortOf, cell);
  const written = (each: HeatCell): HeatCell =>
    wholeSize === undefined ? { ...each, text: shortOf(each) } : each;
  const columnShares = Math.max(
    ...heats.flatMap((heat) => heat.columns.map(({ share }) => pen.widthOf(share, shareLook))),
    0,
  );
  const shareSize = Math.min(small, (small * (cell - 1)) / Math.max(columnShares, 1));
  // Smaller than this nobody reads them.
  const hasShares = columnShares > 0 && shareSize >= small * 0.6;
  const linesOf = (text: string, room: number, look?: TextLook): readonly string[] =>
    text === '' ? [] : pen.lines(text, room, look);
  const sharedRows = linesOf(words.sharedRows, names);
  const aboveWidth = names + beforeCells - label;
  const sharedColumns = linesOf(words.sharedColumns, aboveWidth);
  const inWords = linesOf(words.rows, nameWidth, bold);
  const inColumns = linesOf(words.columns, aboveWidth, bold);
  const blockOf = (lines: readonly string[]): number => lines.length * lineHeightOf(label);
  const columnPlot = plot > 0 ? label * 6 : 0;

  let y = 0;
  for (let first = 0; first < heats.length; first += perLine) {
    const shown = heats.slice(first, first + perLine);
    if (first > 0) y += label * 1.6;
    const leftOf = (place: number): number =>
      names + beforeCells + place * (columns.length * cell + beforeCells + label);
    const titles = shown.map(({ title }) => linesOf(title, columns.length * cell + label * 0.5, bold));
    const titleHeight =
      Math.max(...titles.map(blockOf)) + (titles.some(({ length }) => length > 0) ? label * 0.4 : 0);
    shown.forEach((_, place) => pen.textFrom(leftOf(place), y, titles[place], bold));
    const sideCaptions = blockOf(inColumns) + blockOf(sharedColumns);
    const rowCaptions = blockOf(inWords) + blockOf(sharedRows);
    const shares = hasShares ? lineHeightOf(small) + label * 0.1 : label * 0.3;
    const captionsHigh = heads.height + (columnPlot > 0 ? columnPlot + label * 0.6 : 0) + shares;
    const headHeight = Math.max(
      captionsHigh,
      captionsHigh - heads.height + sideCaptions,
      sideCaptions + rowCaptions + label * 0.6,
    );
    const top = y + titleHeight + headHeight;
    const headEdge = top - shares - (columnPlot > 0 ? columnPlot + label * 0.6 : label * 0.15);
    // What rows and columns are.
    pen.textFrom(0, top - rowCaptions - label * 0.15, inWords, { ...bold, fill: palette.fear });
    pen.textFrom(0, top - blockOf(sharedRows) - label * 0.15, sharedRows, { fill: palette.inkSoft });
    const columnsCaption = Math.min(headEdge, top - rowCaptions - label * 0.45) - sideCaptions;
    const captionsTop = Math.max(y + titleHeight, columnsCaption);
    const captionsRight = aboveWidth;
    const after = pen.textFrom(captionsRight, captionsTop, inColumns, {
      ...bold,
      fill: palette.want,
      align: 'right',
    });
    pen.textFrom(captionsRight, after, sharedColumns, { fill: palette.inkSoft, align: 'right' });

    shown.forEach((heat, place) => {
      const left = leftOf(place);
      const middles = heat.columns.map((_, column) => left + (column + 0.5) * cell);
      heads.draw(middles, headEdge);
      if (columnPlot > 0 && margins)
        marginColumns(
          pen,
          heat.columns,
          middles,
          top - shares - columnPlot,
          columnPlot,
          margins,
          left,
          columns.length * cell,
        );
      if (hasShares)
        heat.columns.forEach(({ share }, column) =>
          pen.text(middles[column], top - lineHeightOf(small) / 2 - label * 0.05, share, {
            ...bold,
            size: shareSize,
            fill: palette.want,
            align: 'center',
          }),
        );
      if (plot > 0 && margins) marginRows(pen, heat.rows, names, plot, top, high, margins);
      heat.rows.forEach((row, index) => {
        const middle = top + (index + 0.5) * high;
        if (place === 0) pen.text(0, middle, rowLines[index], {});
        pen.text(left - label * 0.5, middle, row.share, { ...shareLook, fill: palette.fear, align: 'right' });
        heat.cells[index].forEach((each, column) =>
          drawCell(pen, written(each), left + column * cell, top + index * high, cell, high, textSize),
        );
      });
    });
    y = top + rows.length * high;
  }
  if (heads.keys.length > 0)
    y = keyList(
      pen,
      heads.keys.map((text, index) => ({ mark: pen.mark(index + 1), text })),
      y + label * 0.8,
      width,
    );
  return y;
}

const shortOf = ({ text, short = text }: HeatCell): string => short;

function drawCell(
  pen: Pen,
  { fill: full, value, text, faded }: HeatCell,
  x: number,
  y: number,
  cell: number,
  high: number,
  size: number | undefined,
): void {
  const { palette } = pen;
  const fill = faded && value !== null ? mix(full, palette.canvas, fade.mix) : full;
  const part = faded && value !== null ? fade.size : 1;
  const gap = Math.min(1.5, cell * 0.06);
  const [wide, tall] = [(cell - gap) * part, (high - gap) * part];
  pen.rect(x + (cell - wide) / 2, y + (high - tall) / 2, wide, tall, fill);
  if (size === undefined) return;
  pen.text(x + cell / 2, y + high / 2, text, {
    size,
    weight: faded ? 400 : 600,
    fill: value === null ? palette.inkSoft : readableOn(fill),
    align: 'center',
  });
}

function marginRows(
  pen: Pen,
  rows: readonly HeatSide[],
  left: number,
  plot: number,
  top: number,
  high: number,
  ruler: Ruler,
): void {
  const { palette, type } = pen;
  const x = (value: number): number => left + (value / ruler.high) * plot;
  const bottom = top + rows.length * high;
  for (const stop of spaced(pen, ruler, plot)) {
    pen.line(
      [
        [x(stop), top],
        [x(stop), bottom],
      ],
      palette.line,
    );
    pen.text(x(stop), top - lineHeightOf(type.small) / 2, ruler.write(stop), {
      size: type.small,
      fill: palette.inkSoft,
      align: 'center',
    });
  }
  rows.forEach(({ estimate, hollow = false }, index) => {
    if (!estimate || estimate.estimate === null) return;
    const y = top + (index + 0.5) * high;
    const thick = type.label * 0.55;
    if (estimate.ciLow !== null && estimate.ciHigh !== null)
      pen.rect(
        x(estimate.ciLow),
        y - thick / 2,
        x(estimate.ciHigh) - x(estimate.ciLow),
        thick,
        mix(palette.fear, palette.canvas, 0.6),
      );
    pen.dot(x(estimate.estimate), y, type.label * 0.6, 'circle', palette.fear, hollow);
  });
}

function marginColumns(
  pen: Pen,
  columns: readonly HeatSide[],
  at: readonly number[],
  top: number,
  plot: number,
  ruler: Ruler,
  left: number,
  width: number,
): void {
  const { palette, type } = pen;
  const y = (value: number): number => top + (1 - value / ruler.high) * plot;
  for (const stop of [0, ruler.high / 2, ruler.high]) {
    pen.line(
      [
        [left, y(stop)],
        [left + width, y(stop)],
      ],
      palette.line,
    );
    pen.text(left - type.label * 0.5, y(stop), ruler.write(stop), {
      size: type.small,
      fill: palette.inkSoft,
      align: 'right',
    });
  }
  columns.forEach(({ estimate, hollow = false }, index) => {
    if (!estimate || estimate.estimate === null) return;
    const thick = type.label * 0.55;
    if (estimate.ciLow !== null && estimate.ciHigh !== null)
      pen.rect(
        at[index] - thick / 2,
        y(estimate.ciHigh),
        thick,
        y(estimate.ciLow) - y(estimate.ciHigh),
        mix(palette.want, palette.canvas, 0.6),
      );
    pen.dot(at[index], y(estimate.estimate), type.label * 0.6, 'circle', palette.want, hollow);
  });
}

/** As many of the stops as have room for their numbers. */
function spaced(pen: Pen, ruler: Ruler, plot: number): readonly number[] {
  const all = stopsOf(ruler);
  const widest =
    pen.widest(
      all.map((stop) => ruler.write(stop)),
      { size: pen.type.small },
    ) +
    pen.type.label * 0.4;
  if (plot / (all.length - 1) >= widest) return all;
  return [0, ruler.high];
}

/** The colours of a scale between its ends. Gives the height. */
export function scaleLegend(
  pen: Pen,
  width: number,
  ramp: readonly string[],
  ends: {
    readonly low: string;
    readonly high: string;
    readonly lowWords: string;
    readonly highWords: string;
  },
): number {
  const { label, small } = pen.type;
  const look = { size: small };
  const low = `${ends.low}${ends.lowWords === '' ? '' : ` ${ends.lowWords}`}`;
  const high = `${ends.highWords === '' ? '' : `${ends.highWords} `}${ends.high}`;
  const bar = Math.min(width * 0.4, label * 14);
  const gap = label * 0.6;
  const each = bar / ramp.length;
  const fits = pen.widthOf(low, look) + pen.widthOf(high, look) + bar + 2 * gap <= width;
  const height = lineHeightOf(small);
  const left = fits ? pen.widthOf(low, look) + gap : 0;
  ramp.forEach((colour, index) =>
    pen.rect(
      left + index * each,
      height / 2 - label * 0.4,
      each + (index < ramp.length - 1 ? 0.5 : 0),
      label * 0.8,
      colour,
    ),
  );
  if (fits) {
    pen.text(0, height / 2, low, look);
    pen.text(left + bar + gap, height / 2, high, look);
    return height;
  }
  const below = pen.textFrom(0, height, pen.lines(low, width, look), look);
  return pen.textFrom(0, below, pen.lines(high, width, look), look);
}
