import { mix } from '../charts/colour.ts';
import { bracket } from './legendLine.ts';
import { lineHeightOf, type Form, type Pen, type TextLook } from './pen.ts';
import { stopsOf, type Ruler } from './ruler.ts';

export interface IntervalCell {
  readonly estimate: number | null;
  readonly ciLow: number | null;
  readonly ciHigh: number | null;
  /** On few respondents. */
  readonly hollow: boolean;
  readonly colour: string;
  readonly form: Form;
  /** As it is written, with what follows it: letters, arrows. */
  readonly text: string;
  readonly interval: string;
  readonly strong?: boolean;
}

export interface IntervalRow {
  readonly label: string;
  /** Under the label, smaller. */
  readonly sub?: string;
  /** Before the label: a rank, a letter. */
  readonly prefix?: string;
  /** The form before the label. */
  readonly sign?: { readonly form: Form; readonly colour: string };
  /** Begins a block. */
  readonly heading?: string;
  /** By panel. */
  readonly cells: readonly IntervalCell[];
  /** What all together have, as a line to hold the row against. */
  readonly reference?: number | null;
  /** It cannot be told apart from the next. */
  readonly tied?: boolean;
}

export interface Panel {
  readonly title: string;
  readonly colour?: string;
}

interface Places {
  readonly signs: number;
  readonly labels: number;
  readonly labelWidth: number;
  readonly left: number;
  readonly perLine: number;
  readonly panel: number;
  readonly plot: number;
  readonly value: number;
  readonly beside: boolean;
  readonly ties: number;
}

/** With more panels than this, intervals are drawn but not written. */
const mostWritten = 4;

/** Rows of dots on their intervals (or bars), in one panel or several side by side. Gives the height. */
export function intervalRows(
  pen: Pen,
  width: number,
  all: readonly IntervalRow[],
  panels: readonly Panel[],
  ruler: Ruler,
  look: 'dot' | 'bar' = 'dot',
): number {
  const rows =
    panels.length <= mostWritten
      ? all
      : all.map((row) => ({ ...row, cells: row.cells.map((cell) => ({ ...cell, interval: '' })) }));
  const places = placesOf(pen, width, rows, panels);
  let y = 0;
  for (let first = 0; first < panels.length; first += places.perLine) {
    if (first > 0) y += pen.type.label * 1.4;
    y = panelLine(pen, y, width, rows, panels, first, ruler, look, places);
  }
  return y;
}

function placesOf(pen: Pen, width: number, rows: readonly IntervalRow[], panels: readonly Panel[]): Places {
  const { label, small } = pen.type;
  const cells = rows.flatMap((row) => row.cells);
  const prefix = Math.max(0, ...rows.map((row) => pen.widthOf(row.prefix ?? '')));
  const signs = prefix === 0 ? 0 : prefix + label * 0.7;
  const labels = signs + (rows.some(({ sign }) => sign) ? label * 1.5 : 0);
  const ties = rows.some(({ tied }) => tied) ? label * 1.4 : 0;
  const strong: TextLook = { weight: 600 };
  const texts = Math.max(...cells.map(({ text }) => pen.widthOf(text, strong)), 0);
  const intervals = Math.max(...cells.map(({ interval }) => pen.widthOf(interval, { size: small })), 0);
  const gap = label * 0.8;
  const natural = Math.max(
    ...rows.map((row) => Math.max(pen.widthOf(row.label), pen.widthOf(row.sub ?? '', { size: small }))),
  );
  const widest = (panels.length > 1 ? 0.3 : 0.42) * width - labels;
  const labelWidth = Math.min(natural, Math.max(widest, label * 7));
  const left = labels + labelWidth + gap;
  const rest = width - left;
  const beside = panels.length === 1 && rest - texts - intervals - 3 * gap - ties > label * 11;
  const value = beside ? texts + gap * 0.6 + intervals : Math.max(texts, intervals);
  const leastPlot = label * 6;
  const leastPanel = leastPlot + value + gap;
  const most = Math.max(1, Math.min(panels.length, Math.floor((rest + gap) / (leastPanel + gap))));
  // As many on each line, so that none stands alone beneath the others.
  const perLine = Math.ceil(panels.length / Math.ceil(panels.length / most));
  const panel = (rest - (perLine - 1) * gap) / perLine;
  return {
    signs,
    labels,
    labelWidth,
    left,
    perLine,
    panel: panel + gap,
    plot: panel - value - gap - ties,
    value,
    beside,
    ties,
  };
}

function panelLine(
  pen: Pen,
  top: number,
  width: number,
  rows: readonly IntervalRow[],
  panels: readonly Panel[],
  first: number,
  ruler: Ruler,
  look: 'dot' | 'bar',
  places: Places,
): number {
  const { type, palette } = pen;
  const { label, small } = type;
  const shown = panels.slice(first, first + places.perLine);
  const titles = shown.map(({ title }) => pen.lines(title, places.panel - label * 1.6, { weight: 600 }));
  const titleHeight =
    Math.max(...titles.map((lines) => (lines.join('') === '' ? 0 : lines.length))) * lineHeightOf(label);
  const plotLeft = (place: number): number => places.left + place * places.panel;
  const xOf = (place: number, value: number): number =>
    plotLeft(place) + ((value - ruler.low) / (ruler.high - ruler.low)) * places.plot;
  shown.forEach(({ colour = palette.ink }, place) => {
    pen.textFrom(
      plotLeft(place),
      top + titleHeight - titles[place].length * lineHeightOf(label),
      titles[place],
      { weight: 600, fill: colour },
    );
  });
  const numbersTop = top + titleHeight + (titleHeight > 0 ? label * 0.15 : 0);
  const rowsTop = numbersTop + lineHeightOf(small) + label * 0.2;

  // Rules and their numbers first: everything else stands on them.
  const rulesAt = pen.marks.length;
  const half = lineHeightOf(label) / 2;
  let y = rowsTop;
  const tieFrom: { y: number; tied: boolean }[] = [];
  for (const [index, row] of rows.entries()) {
    if (row.heading !== undefined) {
      if (index > 0) y += label * 0.55;
      y =
        pen.textFrom(0, y, pen.lines(row.heading, width, { weight: 600 }), {
          weight: 600,
          halo: palette.canvas,
        }) +
        label * 0.15;
    }
    const lines = pen.lines(row.label, places.labelWidth);
    const sub =
      row.sub === undefined || row.sub === '' ? [] : pen.lines(row.sub, places.labelWidth, { size: small });
    const words = lines.length * lineHeightOf(label) + sub.length * lineHeightOf(small);
    const figures =
      places.beside || row.cells.every(({ interval }) => interval === '')
        ? lineHeightOf(label)
        : lineHeightOf(label) + lineHeightOf(small);
    const high = Math.max(words, figures) + label * 0.55;
    const middle = y + high / 2;
    const wordsTop = middle - words / 2;
    if (row.prefix !== undefined)
      pen.text(places.signs - label * 0.7, wordsTop + half, row.prefix, {
        align: 'right',
        fill: palette.inkSoft,
      });
    if (row.sign)
      pen.dot(
        places.signs + label * 0.5,
        wordsTop + half,
        label * 0.8,
        row.sign.form,
        row.sign.colour,
        false,
      );
    const after = pen.textFrom(places.labels, wordsTop, lines);
    pen.textFrom(places.labels, after, sub, { size: small, fill: palette.inkSoft });
    shown.forEach((_, place) => {
      const cell = row.cells[first + place];
      const x = (value: number): number => xOf(place, value);
      if (row.reference !== undefined && row.reference !== null)
        pen.line(
          [
            [x(row.reference), y + label * 0.15],
            [x(row.reference), y + high - label * 0.15],
          ],
          palette.inkSoft,
          1,
        );
      mark(pen, cell, middle, x, look, ruler);
      value(pen, cell, plotLeft(place) + places.plot + places.ties + label * 0.8, middle, places);
    });
    tieFrom.push({ y: middle, tied: row.tied === true });
    y += high;
  }
  tieFrom.forEach(({ y: from, tied }, index) => {
    const to = tieFrom.at(index + 1)?.y;
    if (tied && to !== undefined)
      pen.line(
        bracket(places.left + places.plot + label * 0.6, from + 2, to - 2, label * 0.5),
        palette.inkSoft,
        1,
      );
  });
  const rules = pen.marks.length;
  const stops = stopsOf(ruler);
  shown.forEach((_, place) => {
    const widest = Math.max(...stops.map((stop) => pen.widthOf(ruler.write(stop), { size: small })));
    const apart = places.plot / Math.max(stops.length - 1, 1);
    const every = Math.ceil((widest + label * 0.5) / Math.max(apart, 1));
    stops.forEach((stop, index) => {
      const x = xOf(place, stop);
      pen.line(
        [
          [x, rowsTop],
          [x, y],
        ],
        palette.line,
      );
      const last = stops.length - 1;
      if (
        index % every === 0 ||
        (every >= last && index === last && last > 0 && places.plot > widest + label * 0.5)
      )
        pen.text(x, numbersTop + lineHeightOf(small) / 2, ruler.write(stop), {
          size: small,
          fill: palette.inkSoft,
          align: 'center',
        });
    });
  });
  const drawn = pen.marks.splice(rules);
  pen.marks.splice(rulesAt, 0, ...drawn);
  return y;
}

function mark(
  pen: Pen,
  { estimate, ciLow, ciHigh, colour, form, hollow }: IntervalCell,
  y: number,
  x: (value: number) => number,
  look: 'dot' | 'bar',
  { low }: Ruler,
): void {
  const { label } = pen.type;
  if (estimate === null) return;
  if (look === 'bar') {
    const [from, to] = [x(Math.min(Math.max(low, 0), estimate)), x(estimate)];
    const high = label * 0.95;
    pen.marks.push({
      kind: 'rect',
      x: from,
      y: y - high / 2,
      width: Math.max(to - from, 0.5),
      height: high,
      fill: hollow ? pen.palette.canvas : colour,
      ...(hollow && { stroke: colour, lineWidth: 1.2 }),
    });
    return;
  }
  if (ciLow !== null && ciHigh !== null) {
    const high = label * 0.5;
    pen.rect(
      x(ciLow),
      y - high / 2,
      Math.max(x(ciHigh) - x(ciLow), 0.75),
      high,
      mix(colour, pen.palette.canvas, 0.58),
    );
  }
  pen.dot(x(estimate), y, label * 0.78, form, colour, hollow);
}

function value(pen: Pen, cell: IntervalCell, x: number, y: number, { beside, value: wide }: Places): void {
  const { label, small } = pen.type;
  const quiet = { size: small, fill: pen.palette.inkSoft };
  const text: TextLook = {
    weight: cell.strong === false ? 400 : 600,
    fill: cell.estimate === null ? pen.palette.inkSoft : pen.palette.ink,
  };
  if (beside) {
    pen.text(x, y, cell.text, text);
    pen.text(x + wide, y, cell.interval, { ...quiet, align: 'right' });
    return;
  }
  const high = cell.interval === '' ? 0 : lineHeightOf(small);
  pen.text(x, y - high / 2, cell.text, text);
  if (cell.interval !== '') pen.text(x, y + lineHeightOf(label) / 2, cell.interval, quiet);
}
