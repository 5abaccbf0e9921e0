import { drawnWords, type DrawnMark } from '../charts/drawnMark.ts';
import type { Palette } from '../charts/palette.ts';
import { aboveHeat, facetLineHeight, slant, type FacetsLayout, captionHeight } from './facetsLayout.ts';
import { heatCells } from './heatCell.ts';
import type { MatrixScale } from './matrixScale.ts';
import type { MatrixFacet } from './shownMatrix.ts';

type Words = { readonly fear: string; readonly want: string };

const [nameSize, shareSize, titleSize] = [12, 11, 13];
const strong = { weight: 600, block: 'bottom', lineHeight: facetLineHeight } as const;

/** Small matrices on one scale, with names said once and shares as numbers. Draws, computes nothing. */
export function facetsChart(
  facets: readonly MatrixFacet[],
  scale: MatrixScale,
  layout: FacetsLayout,
  palette: Palette,
  words: Words,
): DrawnMark[] {
  const { cell, places, perLine } = layout;
  return [
    ...captions(layout, palette, words),
    ...facets.flatMap((facet, index) => [
      ...shares(facet, index, layout, palette),
      ...(places[index].first ? rowNames(index, layout, palette) : []),
      ...(index < perLine ? columnNames(index, layout, palette) : []),
      ...heatCells(facet.grid, scale, palette, { heat: places[index].heat, cell, exact: false }),
    ]),
  ];
}

/** What the names of both sides begin with, under the name of their freedom. */
function captions(
  { places, namesBottom, shared }: FacetsLayout,
  palette: Palette,
  words: Words,
): DrawnMark[] {
  const [{ heat }] = places;
  const linesOf = (said: string): number => (said === '' ? 0 : said.split('\n').length * facetLineHeight);
  const common = { block: 'bottom', lineHeight: facetLineHeight } as const;
  const right = { align: 'right' } as const;
  const rowsAt = heat.top - 6;
  const columnsAt = Math.min(namesBottom - 8, rowsAt - captionHeight(shared.rows) - 4);
  const columnsRight = heat.left - 14;
  const fearAt = rowsAt - linesOf(shared.rows);
  const wantAt = columnsAt - linesOf(shared.columns);
  return [
    drawnWords(0, rowsAt, shared.rows, palette.inkSoft, nameSize, common),
    drawnWords(0, fearAt, words.fear, palette.fear, nameSize, strong),
    drawnWords(columnsRight, columnsAt, shared.columns, palette.inkSoft, nameSize, { ...common, ...right }),
    drawnWords(columnsRight, wantAt, words.want, palette.want, nameSize, { ...strong, ...right }),
  ];
}

function shares(
  { label, grid }: MatrixFacet,
  index: number,
  { places, cell }: FacetsLayout,
  palette: Palette,
): DrawnMark[] {
  const { left, top } = places[index].heat;
  return [
    drawnWords(left, top - aboveHeat.shares - 4, label, palette.ink, titleSize, strong),
    ...grid.columns.map(({ shareText }, column) =>
      drawnWords(left + (column + 0.5) * cell.width, top - 6, shareText, palette.want, shareSize, {
        ...strong,
        align: 'center',
      }),
    ),
    ...grid.rows.map(({ shareText }, row) =>
      drawnWords(left - 8, top + (row + 0.5) * cell.height, shareText, palette.fear, shareSize, {
        ...strong,
        align: 'right',
        block: 'middle',
      }),
    ),
  ];
}

function rowNames(index: number, layout: FacetsLayout, palette: Palette): DrawnMark[] {
  const { top } = layout.places[index].heat;
  return layout.rowNames.map((name, row) =>
    drawnWords(0, top + (row + 0.5) * layout.cell.height, name, palette.ink, nameSize, {
      lineHeight: facetLineHeight,
    }),
  );
}

function columnNames(index: number, layout: FacetsLayout, palette: Palette): DrawnMark[] {
  const { left } = layout.places[index].heat;
  return layout.columnNames.map((name, column) =>
    drawnWords(
      left + (column + 0.5) * layout.cell.width,
      layout.namesBottom - 4 - (name.split('\n').length - 1) * (facetLineHeight / 2),
      name,
      palette.ink,
      nameSize,
      { lineHeight: facetLineHeight, turn: slant.angle },
    ),
  );
}
