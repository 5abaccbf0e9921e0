import { computed, shallowRef, watch, type ComputedRef } from 'vue';
import type { ConcernDefinition } from '#contract/concern.ts';
import type { Output } from '#contract/index.ts';
import { pointsApart } from '#presentation/tables/naiveTable.ts';
import { useClient } from '../../api.ts';
import { useConcernsStore } from '../../stores/concerns.ts';
import { naiveDesign, useNaiveStore } from '../../stores/naive.ts';
import { useStudyStore } from '../../stores/study.ts';

export type ConcernShare = Output<'concern.share'>;

/** The share of each concern as if the rows were a simple random sample, where that is wished for. */
export interface NaiveShares {
  of(concern: ConcernDefinition): ConcernShare | null;
  /** Shares beside which a naïve one stands, and how many lie apart; `null` while some are asked for. */
  readonly counts: ComputedRef<{ readonly shares: number; readonly apart: number } | null>;
}

export function useNaiveShares(): NaiveShares {
  const client = useClient();
  const study = useStudyStore();
  const concerns = useConcernsStore();
  const naive = useNaiveStore();
  /** What was asked and, once it is there, answered. A rule that has no share yet is `null` too. */
  const asked = shallowRef<ReadonlyMap<string, ConcernShare | null | 'working'>>(new Map());

  const keyOf = ({ variable, concernedWhen }: ConcernDefinition): string =>
    JSON.stringify([study.reference, study.revision, variable, concernedWhen]);
  const ticked = computed(() => concerns.concerns.filter(({ concernedWhen }) => concernedWhen.length > 0));

  async function ask({ variable, concernedWhen }: ConcernDefinition, key: string): Promise<void> {
    const { reference } = study;
    if (!reference) return;
    const keep = (answer: ConcernShare | null | 'working'): void => {
      asked.value = new Map(asked.value).set(key, answer);
    };
    keep('working');
    const question = { ...reference, variable, concernedWhen: [...concernedWhen], design: naiveDesign };
    // Why a rule has no share is told where the share itself stands.
    keep(await client.concern.share(question).catch(() => null));
  }

  watch(
    () => (naive.beside ? ticked.value.map((concern) => ({ concern, key: keyOf(concern) })) : []),
    (wanted) => {
      const keys = new Set(wanted.map(({ key }) => key));
      asked.value = new Map([...asked.value].filter(([key]) => keys.has(key)));
      for (const { concern, key } of wanted) if (!asked.value.has(key)) void ask(concern, key);
    },
    { immediate: true },
  );

  function of(concern: ConcernDefinition): ConcernShare | null {
    const answer = naive.beside ? asked.value.get(keyOf(concern)) : null;
    return answer === 'working' ? null : (answer ?? null);
  }

  const counts = computed(() => {
    const answers = ticked.value.map((concern) => asked.value.get(keyOf(concern)));
    if (answers.some((answer) => answer === undefined || answer === 'working')) return null;
    const pairs = ticked.value.map((concern) => ({
      own: concerns.states.get(concern.variable)?.share?.estimate ?? null,
      other: of(concern)?.share?.estimate ?? null,
    }));
    return {
      shares: pairs.filter(({ own, other }) => own !== null && other !== null).length,
      apart: pairs.filter(({ own, other }) => liesApart(own, other)).length,
    };
  });

  return { of, counts };
}

/** A naïve share that is more than 2 points off. */
export const liesApart = (own: number | null, other: number | null): boolean =>
  own !== null && other !== null && Math.abs(own - other) > pointsApart;
