import { defineStore } from 'pinia';
import { computed, ref } from 'vue';
import type { DesignRoles } from '#contract/design.ts';
import { useStudyStore } from './study.ts';

/** As if the rows of the file were a simple random sample of everybody. */
export const naiveDesign: Omit<DesignRoles, 'lonelyPsu'> = {
  weight: null,
  strata: null,
  psu: null,
  fpc: null,
  secondStage: null,
  replicates: null,
  margins: [],
};

/** Whether results stand beside what an analysis without weights, strata and clusters would have said. */
export const useNaiveStore = defineStore('naive', () => {
  const study = useStudyStore();
  const asked = ref(false);
  /** Without a design there is nothing to compare with. */
  const possible = computed(() => {
    const design = study.survey?.design;
    if (!design || 'problem' in design) return false;
    const { weight, strata, psu, replicates, calibration } = design.summary;
    return [weight, strata, psu, replicates, calibration].some((part) => part !== null && part !== undefined);
  });
  const beside = computed(() => asked.value && possible.value);
  return { asked, possible, beside };
});
