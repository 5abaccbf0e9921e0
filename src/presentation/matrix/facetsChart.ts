import type { EChartsOption } from 'echarts';
import type { DrawnPart } from '../charts/drawnPart.ts';
import type { Palette } from '../charts/palette.ts';
import {
  aboveHeat,
  belowHeat,
  besideHeat,
  facetLineHeight,
  slant,
  type FacetsLayout,
} from './facetsLayout.ts';
import { heatChart, type HeatPlace } from './heatChart.ts';
import type { MatrixScale } from './matrixScale.ts';
import type { MatrixFacet } from './shownMatrix.ts';
import { font } from '../charts/font.ts';

type Words = { readonly fear: string; readonly want: string };

/** Small matrices on one scale, with names said once and shares as numbers. Draws, computes nothing. */
export function facetsChart(
  facets: readonly MatrixFacet[],
  scale: MatrixScale,
  layout: FacetsLayout,
  palette: Palette,
  words: Words,
): EChartsOption {
  return heatChart(drawn(facets, layout.places), scale, look(layout), palette, [
    ...captions(layout, palette, words),
    ...facets.flatMap((facet, index) => textsOf(facet, index, layout, palette)),
  ]);
}

/** The same as one chart for each matrix, with the texts that stand before and above it. */
export function facetsParts(
  facets: readonly MatrixFacet[],
  scale: MatrixScale,
  layout: FacetsLayout,
  palette: Palette,
  words: Words,
): DrawnPart[] {
  return facets.map((facet, index) => {
    const place = layout.places[index];
    const left = place.first ? 0 : place.heat.left - besideHeat;
    const top = index < layout.perLine ? 0 : place.heat.top - aboveHeat.title - aboveHeat.shares;
    const places = layout.places.map(({ heat, first }) => ({
      first,
      heat: { left: heat.left - left, top: heat.top - top },
    }));
    const within = { ...layout, places };
    return {
      left,
      top,
      width: layout.width - left,
      height: place.heat.top + facet.grid.rows.length * layout.cell.height + belowHeat - top,
      option: heatChart(drawn([facet], [places[index]]), scale, look(layout), palette, [
        ...(index === 0 ? captions(within, palette, words) : []),
        ...textsOf(facet, index, within, palette),
      ]),
    };
  });
}

const look = ({ cell }: FacetsLayout) => ({ cell, exact: { cells: false } });

const drawn = (facets: readonly MatrixFacet[], places: FacetsLayout['places']): HeatPlace[] =>
  facets.map(({ grid }, index) => ({ grid, ...places[index].heat }));

function textsOf(facet: MatrixFacet, index: number, layout: FacetsLayout, palette: Palette): object[] {
  return [
    ...shares(facet, index, layout, palette),
    ...(layout.places[index].first ? rowNames(index, layout, palette) : []),
    ...(index < layout.perLine ? columnNames(index, layout, palette) : []),
  ];
}

const text = (x: number, y: number, words: string, style: object, more: object = {}): object => ({
  type: 'text',
  silent: true,
  x,
  y,
  ...more,
  style: { text: words, font: `12px ${font}`, lineHeight: facetLineHeight, ...style },
});

/** What the names of both sides begin with, under the name of their freedom. */
function captions({ places, namesBottom, shared }: FacetsLayout, palette: Palette, words: Words): object[] {
  const [{ heat }] = places;
  const linesOf = (said: string): number => (said === '' ? 0 : said.split('\n').length * facetLineHeight);
  const strong = { font: `600 12px ${font}`, verticalAlign: 'bottom' };
  const common = { fill: palette.inkSoft, verticalAlign: 'bottom' };
  const right = { align: 'right' };
  const [rowsAt, columnsAt] = [heat.top - 6, namesBottom - 8];
  const columnsRight = heat.left - 14;
  return [
    text(0, rowsAt, shared.rows, common),
    text(0, rowsAt - linesOf(shared.rows), words.fear, { ...strong, fill: palette.fear }),
    text(columnsRight, columnsAt, shared.columns, { ...common, ...right }),
    text(columnsRight, columnsAt - linesOf(shared.columns), words.want, {
      ...strong,
      ...right,
      fill: palette.want,
    }),
  ];
}

function shares(
  { label, grid }: MatrixFacet,
  index: number,
  { places, cell }: FacetsLayout,
  palette: Palette,
): object[] {
  const { left, top } = places[index].heat;
  return [
    text(left, top - aboveHeat.shares - 4, label, {
      fill: palette.ink,
      font: `600 13px ${font}`,
      verticalAlign: 'bottom',
    }),
    ...grid.columns.map(({ shareText }, column) =>
      text(left + (column + 0.5) * cell.width, top - 6, shareText, {
        fill: palette.want,
        font: `600 11px ${font}`,
        align: 'center',
        verticalAlign: 'bottom',
      }),
    ),
    ...grid.rows.map(({ shareText }, row) =>
      text(left - 8, top + (row + 0.5) * cell.height, shareText, {
        fill: palette.fear,
        font: `600 11px ${font}`,
        align: 'right',
        verticalAlign: 'middle',
      }),
    ),
  ];
}

function rowNames(index: number, layout: FacetsLayout, palette: Palette): object[] {
  const { top } = layout.places[index].heat;
  return layout.rowNames.map((name, row) =>
    text(0, top + (row + 0.5) * layout.cell.height, name, { fill: palette.ink, verticalAlign: 'middle' }),
  );
}

function columnNames(index: number, layout: FacetsLayout, palette: Palette): object[] {
  const { left } = layout.places[index].heat;
  return layout.columnNames.map((name, column) =>
    text(
      left + (column + 0.5) * layout.cell.width,
      layout.namesBottom - 4 - (name.split('\n').length - 1) * (facetLineHeight / 2),
      name,
      { fill: palette.ink, verticalAlign: 'middle' },
      { rotation: (slant.angle * Math.PI) / 180 },
    ),
  );
}
