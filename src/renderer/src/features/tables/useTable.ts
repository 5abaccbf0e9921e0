import { onScopeDispose, ref, watch, type Ref } from 'vue';
import type { Input } from '#contract/index.ts';
import type { ProblemMessage } from '#contract/problem.ts';
import type { TableResult } from '#contract/table.ts';
import { useClient } from '../../api.ts';
import { useStudyStore } from '../../stores/study.ts';
import { useAnswer, type Answered } from '../../useAnswer.ts';
import { questionOf, type TableDefinition } from '#presentation/tables/tableDefinition.ts';

/** A filter is asked with once the typing rests. */
const restMs = 250;

/** A table with the filter that it was made with, and what else was asked. */
export interface FilteredTable extends TableResult {
  readonly where: string;
  readonly unfiltered: string;
}

const unfilteredOf = (question: Input<'table.run'> | null): string =>
  JSON.stringify({ ...question, where: undefined });

export const isFilterMistake = ({ code }: ProblemMessage): boolean => code.startsWith('expression.');

/** The answer to the table that is being built. It stays while the filter is being written. */
export function useTable(table: Readonly<Ref<TableDefinition>>): Answered<Input<'table.run'>, FilteredTable> {
  const client = useClient();
  const study = useStudyStore();
  const where = ref(table.value.where);

  let timer: ReturnType<typeof setTimeout> | undefined;
  watch(
    () => table.value.where,
    (next) => {
      clearTimeout(timer);
      timer = setTimeout(() => (where.value = next), restMs);
    },
  );
  onScopeDispose(() => clearTimeout(timer));

  const question = (): Input<'table.run'> | null =>
    study.reference ? questionOf({ ...table.value, where: where.value }, study.reference) : null;

  return useAnswer(
    async (input: Input<'table.run'>, { signal }) => ({
      ...(await client.table.run(input, { signal })),
      where: input.where ?? '',
      unfiltered: unfilteredOf(input),
    }),
    question,
    ({ unfiltered }, problem) => isFilterMistake(problem) && unfiltered === unfilteredOf(question()),
  );
}
