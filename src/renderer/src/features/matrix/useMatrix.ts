import { computed, watch, type ComputedRef, type Ref } from 'vue';
import type { Input } from '#contract/index.ts';
import type { MatrixIndependence, MatrixResult } from '#contract/matrix.ts';
import type { Value } from '#contract/source.ts';
import { useClient } from '../../api.ts';
import { concernRules } from '../../stores/concernRules.ts';
import { useConcernsStore } from '../../stores/concerns.ts';
import { useStudyStore } from '../../stores/study.ts';
import { useAnswer, type Answered } from '../../useAnswer.ts';
import { useAsked, type Asked } from '../../useAsked.ts';

/** The variable whose categories have a matrix each, and which of them. */
export interface MatrixFacetsBy {
  readonly variable: string;
  readonly values?: readonly Value[];
}

type Question = Input<'matrix.run'>;

function categoriesOf({ variable, values }: MatrixFacetsBy): NonNullable<Question['by']> {
  return values ? { variable, values: [...values] } : { variable };
}

/** The matrix of the tagged concerns. */
export function useMatrix(by: Readonly<Ref<MatrixFacetsBy | null>>): Answered<Question, MatrixResult> & {
  /** There are concerns of both freedoms with ticked answers. */
  readonly ready: ComputedRef<boolean>;
  readonly independence: Pick<Asked<unknown, MatrixIndependence>, 'answer' | 'problem'>;
} {
  const client = useClient();
  const study = useStudyStore();
  const concerns = useConcernsStore();
  const ready = computed(() => concerns.count('fear') > 0 && concerns.count('want') > 0);

  const answered = useAnswer<Question, MatrixResult>(
    (input, { signal }) => client.matrix.run(input, { signal }),
    () => {
      if (!ready.value || !study.reference) return null;
      const { fear, want } = concernRules(concerns.concerns);
      const question = { source: study.reference, fear, want };
      return by.value === null ? question : { ...question, by: categoriesOf(by.value) };
    },
  );
  /** All pairs together: asked for once the pairs are there, which need not wait for it. */
  const independence = useAsked((input: Input<'matrix.independence'>, { signal }) =>
    client.matrix.independence(input, { signal }),
  );
  watch(answered.answer, (answer) => {
    if (answer === null || !study.reference) {
      independence.clear();
      return;
    }
    const { fear, want } = concernRules(concerns.concerns);
    void independence.ask({ source: study.reference, fear, want });
  });
  return { ...answered, independence, ready };
}
