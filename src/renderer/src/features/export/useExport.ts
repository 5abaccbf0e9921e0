import { computed, ref, shallowRef, type ComputedRef, type Ref, type ShallowRef } from 'vue';
import type { ExportFormat, ExportLoss } from '#contract/export.ts';
import type { Progress } from '#contract/envelope.ts';
import type { Input, Output } from '#contract/index.ts';
import type { ProblemMessage } from '#contract/problem.ts';
import { useBridge, useClient } from '../../api.ts';
import { useStudyStore } from '../../stores/study.ts';
import { toProblem } from '../../toProblem.ts';
import { useAsked } from '../../useAsked.ts';

export const exportEndings: Readonly<Record<ExportFormat, string>> = {
  sav: '.sav',
  zsav: '.zsav',
  dta: '.dta',
  csv: '.csv',
  xlsx: '.xlsx',
  ddi: '.xml',
};

export interface LossGroup {
  readonly kind: ExportLoss['kind'];
  readonly losses: readonly ExportLoss[];
}

type Written = Output<'export.run'>;
export type ExportChoices = Pick<Input<'export.run'>, 'applyMissing' | 'csv'>;

export interface SurveyExport {
  readonly format: Ref<ExportFormat>;
  readonly choices: ShallowRef<ExportChoices>;
  readonly running: Ref<boolean>;
  readonly progress: ShallowRef<Progress | null>;
  readonly problem: ComputedRef<ProblemMessage | null>;
  readonly written: ShallowRef<Written | null>;
  /** What the format could not hold, kind by kind. */
  readonly lossGroups: ComputedRef<readonly LossGroup[]>;
  start(): Promise<void>;
  stop(): void;
  clear(): void;
}

/** From a choice of format to a written file, or a download of it. */
export function useExport(): SurveyExport {
  const bridge = useBridge();
  const client = useClient();
  const study = useStudyStore();
  const format = ref<ExportFormat>('sav');
  const choices = shallowRef<ExportChoices>({});
  const placeProblem = shallowRef<ProblemMessage | null>(null);
  const exporting = useAsked((input: Input<'export.run'>, options) => client.export.run(input, options));

  async function start(): Promise<void> {
    const { reference, survey } = study;
    if (!reference || !survey) return;
    clear();
    try {
      const to = await bridge.saveTarget(survey.name.replace(/[/\\]/g, '-') + exportEndings[format.value]);
      if (to === null) return;
      const written = await exporting.ask({ source: reference, to, replace: true, ...choices.value });
      if (written) await bridge.deliver(written.files);
    } catch (error) {
      placeProblem.value = toProblem(error);
    }
  }

  function clear(): void {
    placeProblem.value = null;
    exporting.clear();
  }

  const lossGroups = computed<LossGroup[]>(() => {
    const groups = new Map<ExportLoss['kind'], ExportLoss[]>();
    for (const loss of exporting.answer.value?.losses ?? []) {
      groups.set(loss.kind, [...(groups.get(loss.kind) ?? []), loss]);
    }
    return [...groups].map(([kind, losses]) => ({ kind, losses }));
  });

  return {
    format,
    choices,
    running: exporting.loading,
    progress: exporting.progress,
    problem: computed(() => placeProblem.value ?? exporting.problem.value),
    written: exporting.answer,
    lossGroups,
    start,
    stop: exporting.stop,
    clear,
  };
}
