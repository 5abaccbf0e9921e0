import { watch } from 'vue';
import type { Input } from '#contract/index.ts';
import type { ConcernRule } from '#contract/matrix.ts';
import { onlyWhere } from '#presentation/analysis/filter.ts';
import { useClient } from '../../api.ts';
import { useStudyStore } from '../../stores/study.ts';
import { useAsked, type Asked } from '../../useAsked.ts';
import type { Ranking } from '#presentation/priorities/priorityRows.ts';

/** One concern by the groups of one variable, asked for as either changes. */
export function useConcernByGroup(
  rule: () => ConcernRule,
  by: () => string | null,
  where: () => string,
): Asked<Input<'ranking.run'>, Ranking> {
  const client = useClient();
  const study = useStudyStore();
  const asked = useAsked((input: Input<'ranking.run'>, { signal }) => client.ranking.run(input, { signal }));
  watch(
    () => JSON.stringify([study.reference, study.revision, rule(), by(), where()]),
    () => {
      const variable = by();
      asked.clear();
      if (variable === null || !study.reference) return;
      void asked.ask({
        source: study.reference,
        fear: [rule()],
        by: variable,
        compare: {},
        ...onlyWhere(where()),
      });
    },
    { immediate: true },
  );
  return asked;
}
