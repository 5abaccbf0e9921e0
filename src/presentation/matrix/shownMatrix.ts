import type { Dimension } from '#contract/concern.ts';
import type { MatrixMargin, MatrixResult } from '#contract/matrix.ts';
import type { Palette } from '../charts/palette.ts';
import type { Formats } from '../text/createFormats.ts';
import { matrixGrid, type GridWords, type MatrixGrid } from './matrixGrid.ts';
import { matrixScale, type MatrixScale } from './matrixScale.ts';
import type { Measure, ShownPair } from './measures.ts';
import { orderMatrix, type Order, type OrderedConcerns } from './order.ts';

/** The matrix of one category. */
export interface MatrixFacet {
  readonly label: string;
  readonly grid: MatrixGrid;
}

export interface ShownMatrix {
  readonly grid: MatrixGrid;
  /** One grid for each category, in the order of the whole, whose own cells are left out beside them. */
  readonly facets: readonly MatrixFacet[];
  /** One for all that is shown. */
  readonly scale: MatrixScale;
}

/** What of a result is shown. */
export interface MatrixToShow extends Pick<MatrixResult, 'fear' | 'want' | 'pairs' | 'by'> {
  readonly facets?:
    | readonly (Pick<NonNullable<MatrixResult['facets']>[number], 'value' | 'fear' | 'want'> & {
        readonly pairs: readonly ShownPair[];
      })[]
    | undefined;
}

/** A result as it is shown under a measure and an order. */
export function shownMatrix(
  result: MatrixToShow,
  measure: Measure,
  order: Order,
  dimensionsOf: (variable: string) => readonly Dimension[],
  formats: Formats,
  words: GridWords,
  palette: Palette,
): ShownMatrix {
  const ordered = orderMatrix(result, order, dimensionsOf);
  const gridOf = (pairs: readonly ShownPair[], margins: OrderedConcerns): MatrixGrid =>
    matrixGrid({ pairs }, measure, margins, formats, words);
  const labels = new Map(result.by?.categories.map(({ value, label }) => [value, label]));
  const facets = (result.facets ?? []).map((facet): MatrixFacet => {
    const own = new Map([...facet.fear, ...facet.want].map((margin) => [margin.variable, margin]));
    const inOrder = (margins: readonly MatrixMargin[]): MatrixMargin[] =>
      margins.flatMap(({ variable }) => own.get(variable) ?? []);
    const margins = { fear: inOrder(ordered.fear), want: inOrder(ordered.want) };
    return { label: labels.get(facet.value) ?? String(facet.value), grid: gridOf(facet.pairs, margins) };
  });
  const grid = gridOf(facets.length > 0 ? [] : result.pairs, ordered);
  const shown = facets.length > 0 ? facets.map((facet) => facet.grid) : [grid];
  const values = shown
    .flatMap(({ cells }) => cells.flat())
    .flatMap(({ value }) => (value === null ? [] : [value]));
  return { grid, facets, scale: matrixScale(measure, values, palette) };
}
