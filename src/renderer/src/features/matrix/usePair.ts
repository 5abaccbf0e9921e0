import { ref, watch, type Ref } from 'vue';
import type { ConcernRule, MatrixPair, MatrixResult, PairResult } from '#contract/matrix.ts';
import { useClient } from '../../api.ts';
import { useStudyStore } from '../../stores/study.ts';
import { useAsked, type Asked } from '../../useAsked.ts';

export interface ChosenPair {
  readonly fear: string;
  readonly want: string;
}

type PairQuestion = { readonly fear: ConcernRule; readonly want: ConcernRule };

/** The pair that is looked at; it follows the matrix when that changes, and closes when it has left it. */
export function usePair(matrix: Readonly<Ref<MatrixResult | null>>): Asked<PairQuestion, PairResult> & {
  readonly chosen: Ref<ChosenPair | null>;
  readonly inMatrix: () => MatrixPair | null;
} {
  const client = useClient();
  const study = useStudyStore();
  const chosen = ref<ChosenPair | null>(null);
  const asked = useAsked(async ({ fear, want }: PairQuestion, { signal }) => {
    if (!study.reference) throw new Error('no survey is open');
    return client.matrix.pair({ source: study.reference, fear, want }, { signal });
  });

  const inMatrix = (): MatrixPair | null =>
    matrix.value?.pairs.find(
      ({ fear, want }) => fear === chosen.value?.fear && want === chosen.value?.want,
    ) ?? null;
  const ruleOf = (margins: MatrixResult['fear'], name: string): ConcernRule | null => {
    const margin = margins.find(({ variable }) => variable === name);
    return margin ? { variable: margin.variable, concernedWhen: [...margin.concernedWhen] } : null;
  };

  watch([chosen, matrix], ([pair, result], [before]) => {
    if (pair?.fear !== before?.fear || pair?.want !== before?.want) asked.clear();
    if (!pair || !result) return;
    const fear = ruleOf(result.fear, pair.fear);
    const want = ruleOf(result.want, pair.want);
    if (fear && want) void asked.ask({ fear, want });
    else chosen.value = null;
  });

  return { ...asked, chosen, inMatrix };
}
