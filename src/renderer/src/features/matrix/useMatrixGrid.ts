import { computed, type ComputedRef, type Ref } from 'vue';
import { useI18n } from 'vue-i18n';
import type { MatrixMargin, MatrixResult } from '#contract/matrix.ts';
import { usePalette } from '../../charts/usePalette.ts';
import { useFormats } from '../../format/useFormats.ts';
import { useConcernsStore } from '../../stores/concerns.ts';
import { matrixGrid, type MatrixGrid } from './matrixGrid.ts';
import { matrixScale, type MatrixScale } from './matrixScale.ts';
import type { Measure } from './measures.ts';
import { orderMatrix, type Order, type OrderedConcerns } from './order.ts';

/** The matrix of one category. */
export interface MatrixFacet {
  readonly label: string;
  readonly grid: MatrixGrid;
}

/** The result as it is shown under a measure and an order; changing either asks nobody. */
export function useMatrixGrid(
  result: Readonly<Ref<MatrixResult | null>>,
  measure: Readonly<Ref<Measure>>,
  order: Readonly<Ref<Order>>,
): {
  readonly grid: ComputedRef<MatrixGrid | null>;
  /** One grid for each category, in the order of the whole. */
  readonly facets: ComputedRef<readonly MatrixFacet[]>;
  /** One for all that is shown. */
  readonly scale: ComputedRef<MatrixScale | null>;
} {
  const { t } = useI18n();
  const formats = useFormats();
  const palette = usePalette();
  const concerns = useConcernsStore();

  const ordered = computed(() => {
    const dimensionsOf = (variable: string) => concerns.byVariable.get(variable)?.dimensions ?? [];
    return orderMatrix(result.value ?? { fear: [], want: [], pairs: [] }, order.value, dimensionsOf);
  });
  const gridOf = (part: Pick<MatrixResult, 'pairs'>, margins: OrderedConcerns): MatrixGrid =>
    matrixGrid(part, measure.value, margins, formats.value, {
      suppressed: t('matrix.suppressed'),
      notEstimable: t('matrix.notEstimable'),
      notEstimableLong: t('matrix.notEstimableLong'),
      bracket: (text) => t('matrix.bracket', { text }),
    });
  const grid = computed(() => (result.value ? gridOf(result.value, ordered.value) : null));
  const facets = computed(() => {
    const labels = new Map(result.value?.by?.categories.map(({ value, label }) => [value, label]));
    return (result.value?.facets ?? []).map((facet): MatrixFacet => {
      const own = new Map([...facet.fear, ...facet.want].map((margin) => [margin.variable, margin]));
      const inOrder = (margins: readonly MatrixMargin[]): MatrixMargin[] =>
        margins.flatMap(({ variable }) => own.get(variable) ?? []);
      const margins = { fear: inOrder(ordered.value.fear), want: inOrder(ordered.value.want) };
      return { label: labels.get(facet.value) ?? String(facet.value), grid: gridOf(facet, margins) };
    });
  });
  const scale = computed(() => {
    if (!grid.value) return null;
    const shown = facets.value.length > 0 ? facets.value.map((facet) => facet.grid) : [grid.value];
    const values = shown
      .flatMap(({ cells }) => cells.flat())
      .flatMap(({ value }) => (value === null ? [] : [value]));
    return matrixScale(measure.value, values, palette.value);
  });
  return { grid, facets, scale };
}
