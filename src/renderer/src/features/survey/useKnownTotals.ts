import { computed, ref, shallowRef, watch, type ComputedRef, type Ref, type ShallowRef } from 'vue';
import type { ProblemMessage } from '#contract/problem.ts';
import { useClient } from '../../api.ts';
import { useStudyStore } from '../../stores/study.ts';
import { useVariablesStore } from '../../stores/variables.ts';
import { toProblem } from '../../toProblem.ts';
import {
  answersOf,
  draftOfTotals,
  isWholeTable,
  tableOf,
  withPasted,
  type VariableTotals,
} from './totalsDraft.ts';
import { useRoles } from './useRoles.ts';

/** Known totals while they are typed, pasted or read from a file; they count once `use` is called. */
export function useKnownTotals(): {
  readonly draft: Ref<readonly VariableTotals[]>;
  readonly problem: ComputedRef<ProblemMessage | null>;
  /** A variable with too many values. */
  readonly tooMany: ShallowRef<string | null>;
  readonly isNew: ComputedRef<boolean>;
  readonly saving: Ref<boolean>;
  readonly add: (variable: string | null) => Promise<void>;
  readonly remove: (variable: string) => Promise<void>;
  readonly type: (variable: string, place: number, total: string) => void;
  /** Whether the text was taken as several cells. */
  readonly paste: (variable: string, place: number, text: string) => boolean;
  readonly read: (text: string) => Promise<void>;
  readonly use: () => Promise<void>;
} {
  const client = useClient();
  const variables = useVariablesStore();
  const study = useStudyStore();
  const { set, problemAt, refused, saving } = useRoles();
  const wrong = shallowRef<ProblemMessage | null>(null);
  const tooMany = shallowRef<string | null>(null);
  const margins = computed(() => study.survey?.roles.margins ?? []);
  const kept = computed(() => draftOfTotals(margins.value, variables.byName));
  const draft = ref<readonly VariableTotals[]>(kept.value);
  watch(kept, (now, before) => {
    if (tableOf(now) !== tableOf(before) || tableOf(draft.value) === tableOf(before)) draft.value = now;
  });

  async function attempt(work: () => Promise<void>): Promise<void> {
    wrong.value = null;
    tooMany.value = null;
    try {
      await work();
    } catch (error) {
      wrong.value = toProblem(error);
    }
  }

  const change = (variable: string, to: (one: VariableTotals) => VariableTotals): void => {
    draft.value = draft.value.map((one) => (one.variable === variable ? to(one) : one));
  };

  const use = (): Promise<void> =>
    attempt(async () => {
      const read = await client.survey.readTotals({ text: tableOf(draft.value) });
      await set({ margins: read.margins });
    });

  const read = (text: string): Promise<void> =>
    attempt(async () => {
      const read = await client.survey.readTotals({ text });
      draft.value = draftOfTotals(read.margins, variables.byName);
    });

  return {
    draft,
    tooMany,
    saving,
    use,
    read,
    problem: computed(() => wrong.value ?? refused.value ?? problemAt('margins')),
    isNew: computed(() => tableOf(draft.value) !== tableOf(kept.value)),
    add: (variable) =>
      attempt(async () => {
        if (variable === null || draft.value.some((one) => one.variable === variable)) return;
        const answers = answersOf(await variables.distribution(variable));
        if (answers === null) tooMany.value = variable;
        else draft.value = [...draft.value, { variable, answers }];
      }),
    remove: async (variable) => {
      draft.value = draft.value.filter((one) => one.variable !== variable);
      const left = margins.value.filter((one) => one.variable !== variable);
      if (left.length < margins.value.length) await set({ margins: left });
    },
    type: (variable, place, total) =>
      change(variable, ({ answers }) => ({
        variable,
        answers: answers.map((one, index) => (index === place ? { ...one, total } : one)),
      })),
    paste: (variable, place, text) => {
      if (!/[\t\n]/.test(text.trim())) return false;
      if (isWholeTable(text)) void read(text);
      else change(variable, ({ answers }) => ({ variable, answers: withPasted(answers, text, place) }));
      return true;
    },
  };
}
