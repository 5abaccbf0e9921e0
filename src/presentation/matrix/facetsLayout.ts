import { wrapWhole } from '../text/wrapWhole.ts';

/** Where one of the small matrices stands. */
export interface FacetPlace {
  readonly heat: { readonly left: number; readonly top: number };
  /** First of its line: the names of rows stand before it. */
  readonly first: boolean;
}

/** Small matrices beside and below each other, in pixels: row names once a line, column names once. */
export interface FacetsLayout {
  readonly width: number;
  readonly height: number;
  readonly fontSize: number;
  readonly rowNames: readonly string[];
  readonly columnNames: readonly string[];
  readonly shared: { readonly rows: string; readonly columns: string };
  /** Where the slanting names of columns begin. */
  readonly namesBottom: number;
  /** How many stand beside each other. */
  readonly perLine: number;
  readonly places: readonly FacetPlace[];
  readonly cell: { readonly width: number; readonly height: number };
}

const fontSize = 12;
const letterWidth = fontSize * 0.55;
export const facetLineHeight = 15;
/** Between two matrices; the shares of the rows stand in it. */
export const besideHeat = 62;
/** Above a matrix: its name, and the shares of its columns. */
export const aboveHeat = { title: 20, shares: 20 };
export const belowHeat = 18;
const smallest = 27;
const widest = 64;
/** Of a name that slants by 48°. */
export const slant = { angle: 48, rise: 0.74, run: 0.67 };
const wideForTwoLines = 42;

/** Of what names begin with, under the name of their freedom. */
export const captionHeight = (said: string): number =>
  ((said === '' ? 0 : said.split('\n').length) + 1) * facetLineHeight;

const longest = (name: string): number => Math.max(...name.split('\n').map(({ length }) => length));

export function facetsLayout(
  available: number,
  count: number,
  rows: readonly string[],
  columns: readonly string[],
  shared: { readonly rows: string; readonly columns: string } = { rows: '', columns: '' },
): FacetsLayout {
  const nameWidth = Math.round(Math.min(Math.max(available * 0.19, 140), 230));
  const room = (perLine: number, names: readonly string[]): number => {
    const reach = longest(names.at(-1) ?? '') * letterWidth * slant.run;
    return Math.floor((available - nameWidth - reach - perLine * besideHeat) / (perLine * columns.length));
  };
  const named = (lines: number): string[] =>
    columns.map((name) => wrapWhole(name, Math.ceil(name.length / lines) + 3, lines));
  const oneLine = named(1);
  let perLine = count;
  while (perLine > 1 && room(perLine, oneLine) < smallest) perLine--;
  const twoLines = named(2);
  const columnNames = room(perLine, twoLines) >= wideForTwoLines ? twoLines : oneLine;
  const cellWidth = Math.min(Math.max(room(perLine, columnNames), smallest), widest);

  const letters = Math.floor((nameWidth - 8) / letterWidth);
  const rowNames = rows.map((name) => wrapWhole(name, letters, 3));
  const mostLines = Math.max(...rowNames.map((name) => name.split('\n').length));
  const cellHeight = Math.max(mostLines * facetLineHeight + 4, 30);

  const begins = {
    rows: shared.rows === '' ? '' : wrapWhole(shared.rows, letters, 3),
    columns: shared.columns === '' ? '' : wrapWhole(shared.columns, letters, 3),
  };
  // What the names of columns begin with stands above what those of rows do.
  const captions = captionHeight(begins.columns) + Math.max(captionHeight(begins.rows) - 30, 8);
  const namesBottom = Math.max(
    Math.round(Math.max(...columnNames.map(longest)) * letterWidth * slant.rise + 32),
    captions,
  );
  const heatWidth = columns.length * cellWidth;
  const lineHeight = aboveHeat.title + aboveHeat.shares + rows.length * cellHeight + belowHeat;
  const places = Array.from({ length: count }, (_, index) => ({
    heat: {
      left: nameWidth + besideHeat + (index % perLine) * (heatWidth + besideHeat),
      top: namesBottom + Math.floor(index / perLine) * lineHeight + aboveHeat.title + aboveHeat.shares,
    },
    first: index % perLine === 0,
  }));
  const reach = longest(columnNames.at(-1) ?? '') * letterWidth * slant.run;
  return {
    width: Math.round(nameWidth + perLine * (heatWidth + besideHeat) + reach),
    height: namesBottom + Math.ceil(count / perLine) * lineHeight,
    fontSize,
    rowNames,
    columnNames,
    shared: begins,
    namesBottom,
    perLine,
    places,
    cell: { width: cellWidth, height: cellHeight },
  };
}
