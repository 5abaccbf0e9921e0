import { computed, onActivated, onDeactivated, onMounted, onScopeDispose, ref, watch } from 'vue';
import type { Input } from '#contract/index.ts';
import type { TableResult } from '#contract/table.ts';
import { useClient } from '../../api.ts';
import { useStudyStore } from '../../stores/study.ts';
import { useTablesStore } from '../../stores/tables.ts';
import { useAsked, type Asked } from '../../useAsked.ts';
import { questionOf } from './tableDefinition.ts';

/** A filter is asked with once the typing rests. */
const restMs = 250;

/** The answer to the table that is being built, asked for again when it has changed and is on screen. */
export function useTable(): Asked<Input<'table.run'>, TableResult> & { readonly again: () => void } {
  const client = useClient();
  const study = useStudyStore();
  const tables = useTablesStore();
  const onScreen = ref(false);
  const where = ref(tables.table.where);
  const asked = useAsked((input: Input<'table.run'>, { signal }) => client.table.run(input, { signal }));

  let timer: ReturnType<typeof setTimeout> | undefined;
  watch(
    () => tables.table.where,
    (next) => {
      clearTimeout(timer);
      timer = setTimeout(() => (where.value = next), restMs);
    },
  );
  onScopeDispose(() => clearTimeout(timer));

  const question = computed(() =>
    study.reference ? questionOf({ ...tables.table, where: where.value }, study.reference) : null,
  );
  const basis = computed(() => JSON.stringify([question.value, study.revision]));
  let answered = '';

  function again(): void {
    answered = basis.value;
    if (question.value) void asked.ask(question.value);
    else asked.clear();
  }

  watch([basis, onScreen], () => {
    if (onScreen.value && basis.value !== answered) again();
  });
  onMounted(() => (onScreen.value = true));
  onActivated(() => (onScreen.value = true));
  onDeactivated(() => (onScreen.value = false));

  return { ...asked, again };
}
