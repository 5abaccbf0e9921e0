import { computed, onActivated, onDeactivated, onMounted, ref, watch, type Ref } from 'vue';
import type { ConcernDefinition, Freedom } from '#contract/concern.ts';
import type { Input } from '#contract/index.ts';
import type { ConcernRule, MatrixResult } from '#contract/matrix.ts';
import type { Value } from '#contract/source.ts';
import { useClient } from '../../api.ts';
import { useConcernsStore } from '../../stores/concerns.ts';
import { naiveDesign, useNaiveStore } from '../../stores/naive.ts';
import { useStudyStore } from '../../stores/study.ts';
import { useAsked, type Asked } from '../../useAsked.ts';

/** The variable whose categories have a matrix each, and which of them. */
export interface MatrixFacetsBy {
  readonly variable: string;
  readonly values?: readonly Value[];
}

function categoriesOf({ variable, values }: MatrixFacetsBy): NonNullable<Input<'matrix.run'>['by']> {
  return values ? { variable, values: [...values] } : { variable };
}

const ruleOf = ({ variable, concernedWhen }: ConcernDefinition): ConcernRule => ({
  variable,
  concernedWhen: [...concernedWhen],
});

/** The matrix of the tagged concerns, asked for again when what it rests on has changed and it is on screen. */
export function useMatrix(by: Readonly<Ref<MatrixFacetsBy | null>>): Asked<
  Input<'matrix.run'>,
  MatrixResult
> & {
  readonly ready: { readonly value: boolean };
  readonly again: () => void;
  /** The same without weights, strata and clusters, where that is wished for. */
  readonly naive: Asked<Input<'matrix.run'>, MatrixResult>;
} {
  const client = useClient();
  const study = useStudyStore();
  const concerns = useConcernsStore();
  const onScreen = ref(false);
  const naiveStore = useNaiveStore();
  const run = (input: Input<'matrix.run'>, { signal }: { signal: AbortSignal }) =>
    client.matrix.run(input, { signal });
  const asked = useAsked(run);
  const naive = useAsked(run);

  const rules = (freedom: Freedom): ConcernRule[] =>
    concerns.concerns
      .filter((concern) => concern.freedom === freedom && concern.concernedWhen.length > 0)
      .map(ruleOf);
  const ready = computed(() => concerns.count('fear') > 0 && concerns.count('want') > 0);
  const basis = computed(() =>
    JSON.stringify([
      study.reference,
      study.revision,
      rules('fear'),
      rules('want'),
      ready.value,
      by.value,
      naiveStore.beside,
    ]),
  );
  let answered = '';

  function again(): void {
    answered = basis.value;
    if (!ready.value || !study.reference) {
      asked.clear();
      naive.clear();
      return;
    }
    const question = { source: study.reference, fear: rules('fear'), want: rules('want') };
    void asked.ask(by.value === null ? question : { ...question, by: categoriesOf(by.value) });
    if (naiveStore.beside) void naive.ask({ ...question, design: naiveDesign, global: false });
    else naive.clear();
  }

  watch([basis, onScreen], () => {
    if (onScreen.value && basis.value !== answered) again();
  });
  onMounted(() => (onScreen.value = true));
  onActivated(() => (onScreen.value = true));
  onDeactivated(() => (onScreen.value = false));

  return { ...asked, ready, again, naive };
}
