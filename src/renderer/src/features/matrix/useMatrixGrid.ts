import { computed, type ComputedRef, type Ref } from 'vue';
import { useI18n } from 'vue-i18n';
import type { MatrixBeside } from '#contract/matrix.ts';
import { facetPairs } from '#presentation/matrix/facetPairs.ts';
import { matrixWords } from '#presentation/matrix/matrixWords.ts';
import type { Measure } from '#presentation/matrix/measures.ts';
import type { Order } from '#presentation/matrix/order.ts';
import { shownMatrix, type ShownMatrix } from '#presentation/matrix/shownMatrix.ts';
import { usePalette } from '../../charts/usePalette.ts';
import { useFormats } from '../../format/useFormats.ts';
import { useConcernsStore } from '../../stores/concerns.ts';

/** The result as it is shown under a measure and an order; changing either asks nobody. */
export function useMatrixGrid(
  result: Readonly<Ref<MatrixBeside | null>>,
  measure: Readonly<Ref<Measure>>,
  order: Readonly<Ref<Order>>,
): {
  readonly grid: ComputedRef<ShownMatrix['grid'] | null>;
  readonly facets: ComputedRef<ShownMatrix['facets']>;
  readonly scale: ComputedRef<ShownMatrix['scale'] | null>;
} {
  const { t } = useI18n();
  const formats = useFormats();
  const palette = usePalette();
  const concerns = useConcernsStore();

  const toShow = computed(
    () =>
      result.value && {
        ...result.value,
        facets: result.value.facets?.map((facet) => ({ ...facet, pairs: facetPairs(facet) })),
      },
  );
  const shown = computed(
    () =>
      toShow.value &&
      shownMatrix(
        toShow.value,
        measure.value,
        order.value,
        (variable) => concerns.byVariable.get(variable)?.dimensions ?? [],
        formats.value,
        matrixWords(t),
        palette.value,
      ),
  );
  return {
    grid: computed(() => shown.value?.grid ?? null),
    facets: computed(() => shown.value?.facets ?? []),
    scale: computed(() => shown.value?.scale ?? null),
  };
}
