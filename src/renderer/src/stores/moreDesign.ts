import { defineStore } from 'pinia';
import { ref, shallowRef } from 'vue';
import type { Output } from '#contract/index.ts';

export type ReplicateSeries = NonNullable<Output<'survey.notice'>['replicates']>[number];

/** Whether “More about the design” is unfolded, and the replicate weights that were noticed and are to be looked at. */
export const useMoreDesignStore = defineStore('moreDesign', () => {
  const open = ref(false);
  const offered = shallowRef<ReplicateSeries | null>(null);

  function offer(series: ReplicateSeries): void {
    offered.value = series;
    open.value = true;
  }

  return { open, offered, offer };
});
