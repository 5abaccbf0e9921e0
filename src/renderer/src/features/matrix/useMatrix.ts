import { computed, watch, type ComputedRef, type Ref } from 'vue';
import type { MatrixDefinition } from '#contract/analysisDefinition.ts';
import type { Input } from '#contract/index.ts';
import type { MatrixBeside, MatrixIndependence } from '#contract/matrix.ts';
import { useClient } from '../../api.ts';
import { onlyWhere } from '#presentation/analysis/filter.ts';
import { matrixQuestion } from '#presentation/analysis/questions.ts';
import { concernRules } from '#presentation/concerns/concernRules.ts';
import { useConcernsStore } from '../../stores/concerns.ts';
import { useStudyStore } from '../../stores/study.ts';
import { useAnswer, type Answered } from '../../useAnswer.ts';
import { useAsked, type Asked } from '../../useAsked.ts';

type Question = Input<'matrix.beside'>;

/** The matrix of the tagged concerns. */
export function useMatrix(facets: Readonly<Ref<Pick<MatrixDefinition, 'by' | 'values' | 'where'>>>): Answered<
  Question,
  MatrixBeside
> & {
  /** There are concerns of both freedoms with ticked answers. */
  readonly ready: ComputedRef<boolean>;
  readonly independence: Pick<Asked<unknown, MatrixIndependence>, 'answer' | 'problem'>;
} {
  const client = useClient();
  const study = useStudyStore();
  const concerns = useConcernsStore();
  const ready = computed(() => concerns.count('fear') > 0 && concerns.count('want') > 0);

  const answered = useAnswer<Question, MatrixBeside>(
    (input, { signal }) => client.matrix.beside(input, { signal }),
    () => study.reference && matrixQuestion(facets.value, concerns.concerns, study.reference),
  );
  /** All pairs together: asked for once the pairs are there, which need not wait for it. */
  const independence = useAsked((input: Input<'matrix.independence'>, { signal }) =>
    client.matrix.independence(input, { signal }),
  );
  let askedFor = '';
  watch(answered.answer, (answer) => {
    if (answer === null || !study.reference) {
      askedFor = '';
      independence.clear();
      return;
    }
    const { fear, want } = concernRules(concerns.concerns);
    const question = { source: study.reference, fear, want, ...onlyWhere(facets.value.where) };
    const basis = JSON.stringify([question, study.revision]);
    // Other facets are of the same pairs.
    if (basis === askedFor && independence.problem.value === null) return;
    askedFor = basis;
    void independence.ask(question);
  });
  return { ...answered, independence, ready };
}
