import { computed, onActivated, onDeactivated, onMounted, ref, watch } from 'vue';
import type { ConcernDefinition, Freedom } from '#contract/concern.ts';
import type { Input } from '#contract/index.ts';
import type { ConcernRule, MatrixResult } from '#contract/matrix.ts';
import { useClient } from '../../api.ts';
import { useConcernsStore } from '../../stores/concerns.ts';
import { useStudyStore } from '../../stores/study.ts';
import { useAsked, type Asked } from '../../useAsked.ts';

const ruleOf = ({ variable, concernedWhen }: ConcernDefinition): ConcernRule => ({
  variable,
  concernedWhen: [...concernedWhen],
});

/** The matrix of the tagged concerns, asked for again when what it rests on has changed and it is on screen. */
export function useMatrix(): Asked<Input<'matrix.run'>, MatrixResult> & {
  readonly ready: { readonly value: boolean };
  readonly again: () => void;
} {
  const client = useClient();
  const study = useStudyStore();
  const concerns = useConcernsStore();
  const onScreen = ref(false);
  const asked = useAsked((input: Input<'matrix.run'>, { signal }) => client.matrix.run(input, { signal }));

  const rules = (freedom: Freedom): ConcernRule[] =>
    concerns.concerns
      .filter((concern) => concern.freedom === freedom && concern.concernedWhen.length > 0)
      .map(ruleOf);
  const ready = computed(() => concerns.count('fear') > 0 && concerns.count('want') > 0);
  const basis = computed(() =>
    JSON.stringify([study.reference, study.revision, rules('fear'), rules('want'), ready.value]),
  );
  let answered = '';

  function again(): void {
    answered = basis.value;
    if (!ready.value || !study.reference) return asked.clear();
    void asked.ask({ source: study.reference, fear: rules('fear'), want: rules('want') });
  }

  watch([basis, onScreen], () => {
    if (onScreen.value && basis.value !== answered) again();
  });
  onMounted(() => (onScreen.value = true));
  onActivated(() => (onScreen.value = true));
  onDeactivated(() => (onScreen.value = false));

  return { ...asked, ready, again };
}
