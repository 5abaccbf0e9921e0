import { onScopeDispose, ref, watch, type Ref } from 'vue';
import type { Input } from '#contract/index.ts';
import type { TableResult } from '#contract/table.ts';
import { useClient } from '../../api.ts';
import { useStudyStore } from '../../stores/study.ts';
import { useAnswer, type Answered } from '../../useAnswer.ts';
import { questionOf, type TableDefinition } from './tableDefinition.ts';

/** A filter is asked with once the typing rests. */
const restMs = 250;

/** The answer to the table that is being built. */
export function useTable(table: Readonly<Ref<TableDefinition>>): Answered<Input<'table.run'>, TableResult> {
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

  return useAnswer(
    (input: Input<'table.run'>, { signal }) => client.table.run(input, { signal }),
    () => (study.reference ? questionOf({ ...table.value, where: where.value }, study.reference) : null),
  );
}
