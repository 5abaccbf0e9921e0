import { computed, type ComputedRef, type Ref } from 'vue';
import { useI18n } from 'vue-i18n';
import type { MatrixResult } from '#contract/matrix.ts';
import { usePalette } from '../../charts/usePalette.ts';
import { useFormats } from '../../format/useFormats.ts';
import { useConcernsStore } from '../../stores/concerns.ts';
import { matrixGrid, type MatrixGrid } from './matrixGrid.ts';
import { matrixScale, type MatrixScale } from './matrixScale.ts';
import type { Measure } from './measures.ts';
import { orderConcerns, type Order } from './order.ts';

/** The result as it is shown under a measure and an order; changing either asks nobody. */
export function useMatrixGrid(
  result: Readonly<Ref<MatrixResult | null>>,
  measure: Readonly<Ref<Measure>>,
  order: Readonly<Ref<Order>>,
): { readonly grid: ComputedRef<MatrixGrid | null>; readonly scale: ComputedRef<MatrixScale | null> } {
  const { t } = useI18n();
  const formats = useFormats();
  const palette = usePalette();
  const concerns = useConcernsStore();

  const ordered = computed(() => {
    const dimensionsOf = (variable: string) => concerns.byVariable.get(variable)?.dimensions ?? [];
    return {
      fear: orderConcerns(result.value?.fear ?? [], order.value, dimensionsOf),
      want: orderConcerns(result.value?.want ?? [], order.value, dimensionsOf),
    };
  });
  const grid = computed(() =>
    result.value
      ? matrixGrid(result.value, measure.value, ordered.value, formats.value, {
          suppressed: t('matrix.suppressed'),
          notEstimable: t('matrix.notEstimable'),
          notEstimableLong: t('matrix.notEstimableLong'),
          bracket: (text) => t('matrix.bracket', { text }),
        })
      : null,
  );
  const scale = computed(() => {
    const values = grid.value?.cells.flat().flatMap(({ value }) => (value === null ? [] : [value])) ?? [];
    return grid.value ? matrixScale(measure.value, values, palette.value) : null;
  });
  return { grid, scale };
}
