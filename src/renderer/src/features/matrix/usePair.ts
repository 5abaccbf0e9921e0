import { watch, type Ref } from 'vue';
import type { MatrixDefinition } from '#contract/analysisDefinition.ts';
import type { ConcernRule, MatrixBeside, MatrixPair, PairResult } from '#contract/matrix.ts';
import { onlyWhere } from '#presentation/analysis/filter.ts';
import { useClient } from '../../api.ts';
import { naiveDesign, useNaiveStore } from '../../stores/naive.ts';
import { useStudyStore } from '../../stores/study.ts';
import { useAsked, type Asked } from '../../useAsked.ts';

export type ChosenPair = Readonly<NonNullable<MatrixDefinition['pair']>>;

type PairQuestion = { readonly fear: ConcernRule; readonly want: ConcernRule };

/** The pair that is looked at, and its groups; it follows the matrix when that changes. */
export function usePair(
  matrix: Readonly<Ref<MatrixBeside | null>>,
  chosen: Readonly<Ref<ChosenPair | null>>,
  by: Readonly<Ref<string | null>>,
  where: Readonly<Ref<string>>,
): Asked<PairQuestion, PairResult> & {
  /** `null`: none is looked at, or one that is not in this matrix. */
  readonly inMatrix: () => MatrixPair | null;
  /** The same without weights, strata and clusters, where that is wished for. */
  readonly naive: Asked<PairQuestion, PairResult>;
} {
  const client = useClient();
  const study = useStudyStore();
  const naiveStore = useNaiveStore();
  const asked = useAsked(async (question: PairQuestion, { signal }) => {
    if (!study.reference) throw new Error('no survey is open');
    const group = by.value === null ? {} : { by: by.value };
    const asked = { source: study.reference, ...question, ...onlyWhere(where.value), ...group };
    return client.matrix.pair(asked, { signal });
  });
  const naive = useAsked(async (question: PairQuestion, { signal }) => {
    if (!study.reference) throw new Error('no survey is open');
    const asked = { source: study.reference, ...question, ...onlyWhere(where.value), design: naiveDesign };
    return client.matrix.pair(asked, { signal });
  });

  const inMatrix = (): MatrixPair | null =>
    matrix.value?.pairs.find(
      ({ fear, want }) => fear === chosen.value?.fear && want === chosen.value?.want,
    ) ?? null;
  const ruleOf = (margins: MatrixBeside['fear'], name: string): ConcernRule | null => {
    const margin = margins.find(({ variable }) => variable === name);
    return margin ? { variable: margin.variable, concernedWhen: [...margin.concernedWhen] } : null;
  };

  let askedFor = '';
  watch([chosen, matrix, by, () => naiveStore.beside], ([pair, result, , beside], [before]) => {
    if (pair?.fear !== before?.fear || pair?.want !== before?.want) {
      askedFor = '';
      asked.clear();
      naive.clear();
    }
    if (!beside) naive.clear();
    if (!pair || !result) return;
    const fear = ruleOf(result.fear, pair.fear);
    const want = ruleOf(result.want, pair.want);
    if (!fear || !want) return;
    const basis = JSON.stringify([fear, want, by.value, where.value, study.reference, study.revision]);
    // The matrix may have been asked for other facets only.
    const isNew = basis !== askedFor || asked.problem.value !== null;
    askedFor = basis;
    if (isNew) void asked.ask({ fear, want });
    if (beside && (isNew || naive.answer.value === null)) void naive.ask({ fear, want });
  });

  return { ...asked, inMatrix, naive };
}
