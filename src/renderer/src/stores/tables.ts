import { defineStore } from 'pinia';
import { computed, ref, shallowRef } from 'vue';
import { emptyTable, type TableDefinition } from '../features/tables/tableDefinition.ts';
import { useStudyStore } from './study.ts';

export type TableView = 'table' | 'picture' | 'both';

/** The table that is being built, of each survey its own. */
export const useTablesStore = defineStore('tables', () => {
  const study = useStudyStore();
  const kept = shallowRef<ReadonlyMap<string, TableDefinition>>(new Map());
  const view = ref<TableView>('table');
  const key = computed(() => JSON.stringify(study.reference));
  const table = computed(() => kept.value.get(key.value) ?? emptyTable);

  function change(next: TableDefinition): void {
    kept.value = new Map(kept.value).set(key.value, next);
  }

  return { table, view, change };
});
