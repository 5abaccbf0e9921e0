import { defineStore } from 'pinia';
import { computed, ref, shallowRef } from 'vue';
import type { Input, Output } from '#contract/index.ts';
import type { ProblemMessage } from '#contract/problem.ts';
import { useBridge, useClient } from '../api.ts';
import { toProblem } from '../toProblem.ts';
import { useAsked, type AskOptions } from '../useAsked.ts';
import { useRoomStore } from './room.ts';
import { useStudyStore } from './study.ts';

export type Preview = Output<'file.preview'>;
type SampleName = Input<'study.openSample'>['sample'];

/** From a chosen file, a study or a sample to an open study. */
export const useOpeningStore = defineStore('opening', () => {
  const bridge = useBridge();
  const client = useClient();
  const study = useStudyStore();
  const room = useRoomStore();

  const fileName = ref<string | null>(null);
  const chosenProblem = shallowRef<ProblemMessage | null>(null);
  const preview = useAsked((file: string, { signal }) => client.file.preview({ file }, { signal }));
  const importing = useAsked(({ file, name }: { file: string; name: string }, options: AskOptions) =>
    study.importFile(file, name, options),
  );
  const existing = useAsked((path: string) => study.open(path));
  const sample = useAsked((name: SampleName, options: AskOptions) => study.openSample(name, options));

  const problem = computed(
    () => chosenProblem.value ?? preview.problem.value ?? existing.problem.value ?? sample.problem.value,
  );
  const busy = computed(
    () => preview.loading.value || existing.loading.value || sample.loading.value || importing.loading.value,
  );

  /** Files that the user dropped or chose; the first one counts. */
  async function take(files: readonly File[]): Promise<void> {
    if (files.length === 0 || importing.loading.value) return;
    reset();
    fileName.value = files[0].name;
    try {
      const [path] = await bridge.chosen(files.slice(0, 1));
      if (/\.lfstudy$/i.test(files[0].name)) await openStudy(path);
      else await preview.ask(path);
    } catch (error) {
      chosenProblem.value = toProblem(error);
    }
  }

  /** What the program was started with stands in the page's address. */
  async function openAtStart(search: string): Promise<void> {
    const start = new URLSearchParams(search);
    const named = start.get('sample');
    const studyPath = start.get('study');
    const file = start.get('file');
    const known = (['benin', 'bangladesh'] as const).find((name) => name === named);
    if (known) await openSample(known);
    else if (studyPath !== null) await openStudy(studyPath);
    else if (file !== null) {
      fileName.value = file.split(/[\\/]/).at(-1) ?? file;
      await preview.ask(file);
    }
  }

  async function openStudy(path: string): Promise<void> {
    reset();
    await existing.ask(path);
    arrive(existing.problem.value);
  }

  async function openSample(name: SampleName): Promise<void> {
    reset();
    await sample.ask(name);
    arrive(sample.problem.value);
  }

  async function startImport(name: string): Promise<void> {
    const file = preview.answer.value?.file;
    if (file === undefined) return;
    importing.clear();
    const before = study.study;
    await importing.ask({ file, name });
    if (study.study === before) return;
    reset();
    arrive(null);
  }

  function arrive(failed: ProblemMessage | null): void {
    if (failed) return;
    room.room = 'survey';
    room.surveyTab = 'setUp';
  }

  function reset(): void {
    fileName.value = null;
    chosenProblem.value = null;
    preview.clear();
    existing.clear();
    sample.clear();
    importing.clear();
  }

  return {
    fileName,
    preview: preview.answer,
    previewing: preview.loading,
    problem,
    busy,
    importing: importing.loading,
    importProgress: importing.progress,
    importProblem: importing.problem,
    makingSample: sample.loading,
    sampleProgress: sample.progress,
    openingStudy: existing.loading,
    take,
    openAtStart,
    openStudy,
    openSample,
    startImport,
    stopImport: importing.stop,
    stopSample: sample.stop,
    reset,
  };
});
