import type { EChartsOption } from 'echarts';
import type { Palette } from '../../charts/palette.ts';
import { aboveHeat, facetLineHeight, slant, type FacetsLayout } from './facetsLayout.ts';
import { font, heatCell } from './heatCell.ts';
import type { MatrixScale } from './matrixScale.ts';
import type { MatrixFacet } from './useMatrixGrid.ts';

/** Small matrices on one scale, with names said once and shares as numbers. Draws, computes nothing. */
export function facetsChart(
  facets: readonly MatrixFacet[],
  scale: MatrixScale,
  layout: FacetsLayout,
  palette: Palette,
  words: { readonly fear: string; readonly want: string },
): EChartsOption {
  const { cell, places } = layout;
  const bare = { axisLine: { show: false }, axisTick: { show: false }, axisLabel: { show: false } };
  const axes = (data: (grid: MatrixFacet['grid']) => readonly { readonly variable: string }[]) =>
    facets.map(({ grid }, gridIndex) => ({
      ...bare,
      type: 'category' as const,
      gridIndex,
      splitLine: { show: false },
      data: data(grid).map(({ variable }) => variable),
    }));
  return {
    animation: false,
    textStyle: { fontFamily: font },
    grid: facets.map(({ grid }, index) => ({
      ...places[index].heat,
      width: grid.columns.length * cell.width,
      height: grid.rows.length * cell.height,
      outerBoundsMode: 'none' as const,
    })),
    xAxis: axes(({ columns }) => columns),
    yAxis: axes(({ rows }) => rows).map((axis) => ({ ...axis, inverse: true })),
    graphic: [
      ...captions(layout, palette, words),
      ...facets.flatMap((facet, index) => [
        ...shares(facet, index, layout, palette),
        ...(places[index].first ? rowNames(index, layout, palette) : []),
        ...(index < layout.perLine ? columnNames(index, layout, palette) : []),
      ]),
    ],
    series: facets.map(({ grid }, index) => ({
      type: 'scatter' as const,
      xAxisIndex: index,
      yAxisIndex: index,
      symbol: 'rect',
      silent: true,
      clip: false,
      animation: false,
      data: grid.cells.flatMap((row, y) =>
        row.map((each, x) => heatCell(each, [x, y], scale, palette, { cell, exact: { cells: false } })),
      ),
    })),
  };
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
function captions(
  { places, namesBottom, shared }: FacetsLayout,
  palette: Palette,
  words: { readonly fear: string; readonly want: string },
): object[] {
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
