import { computed, ref, shallowRef, type ComputedRef, type Ref, type ShallowRef } from 'vue';
import type { ExportFormat, ExportLoss } from '#contract/export.ts';
import type { Progress } from '#contract/envelope.ts';
import type { Input, Output } from '#contract/index.ts';
import type { ProblemMessage } from '#contract/problem.ts';
import { useClient } from '../../api.ts';
import { useStudyStore } from '../../stores/study.ts';
import { useSavedFile } from '../../useSavedFile.ts';

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
  const client = useClient();
  const study = useStudyStore();
  const format = ref<ExportFormat>('sav');
  const choices = shallowRef<ExportChoices>({});
  const exporting = useSavedFile((input: Input<'export.run'>, options) => client.export.run(input, options));

  async function start(): Promise<void> {
    const { reference, survey } = study;
    if (!reference || !survey) return;
    const name = survey.name.replace(/[/\\]/g, '-') + exportEndings[format.value];
    await exporting.save(name, (to) => ({ source: reference, to, replace: true, ...choices.value }));
  }

  const lossGroups = computed<LossGroup[]>(() => {
    const groups = new Map<ExportLoss['kind'], ExportLoss[]>();
    for (const loss of exporting.written.value?.losses ?? []) {
      groups.set(loss.kind, [...(groups.get(loss.kind) ?? []), loss]);
    }
    return [...groups].map(([kind, losses]) => ({ kind, losses }));
  });

  return {
    format,
    choices,
    running: exporting.saving,
    progress: exporting.progress,
    problem: exporting.problem,
    written: exporting.written,
    lossGroups,
    start,
    stop: exporting.stop,
    clear: exporting.clear,
  };
}
