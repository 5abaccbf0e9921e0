import { defineStore } from 'pinia';
import { computed, ref, shallowRef, watch } from 'vue';
import type { Reading } from '#contract/file.ts';
import type { Input, Output } from '#contract/index.ts';
import type { LeftOut } from '#contract/personal.ts';
import type { ProblemMessage } from '#contract/problem.ts';
import type { StudyState } from '#contract/study.ts';
import { useBridge, useClient } from '../api.ts';
import { toProblem } from '../toProblem.ts';
import { useAsked } from '../useAsked.ts';
import { useConcernsStore } from './concerns.ts';
import { dataWithCompanion, type FileTogether } from './filesTogether.ts';
import { useRoomStore, type Room } from './room.ts';
import { useStudyStore } from './study.ts';

export type Preview = Output<'file.preview'>;
type SampleName = Input<'study.openSample'>['sample'];

interface LastLeftOut extends LeftOut {
  readonly study: string;
  readonly survey: number;
}

interface Arrival {
  readonly state: StudyState;
  readonly survey: number | null;
  readonly room: Room;
}

/** A change to how the file is read that the file did not bear. */
export interface RefusedReading {
  readonly choice: keyof Reading;
  readonly problem: ProblemMessage;
}

/** From a chosen file, a study or a sample to an open study. */
export const useOpeningStore = defineStore('opening', () => {
  const bridge = useBridge();
  const client = useClient();
  const study = useStudyStore();
  const room = useRoomStore();
  const concerns = useConcernsStore();

  const fileName = ref<string | null>(null);
  const chosenProblem = shallowRef<ProblemMessage | null>(null);
  /** How the file is read, where the user said so. */
  const reading = shallowRef<Reading>({});
  const refusedReading = shallowRef<RefusedReading | null>(null);
  /** Repeated parts of the form that come in as surveys of their own. */
  const repeats = shallowRef<readonly string[]>([]);
  /** The study that the file joins as another survey; `null`: it becomes a study. */
  const joins = ref<string | null>(null);
  /** A survey that has just joined the others of its study, to be matched with them. */
  const joined = ref<number | null>(null);
  const preview = useAsked((asked: Input<'file.preview'>, { signal }) =>
    client.file.preview(asked, { signal }),
  );
  /** The repeats that come in too hold people of their own. */
  const repeatsLook = useAsked(
    async ({ file, sheets }: { file: string; sheets: readonly string[] }, { signal }) => {
      const found: Preview['personal'] = [];
      for (const sheet of sheets) {
        const asked = { file, reading: { ...reading.value, sheet } };
        found.push(...(await client.file.preview(asked, { signal })).personal);
      }
      return found;
    },
  );
  watch(
    repeats,
    (sheets) => {
      const file = preview.answer.value?.file;
      if (file === undefined || sheets.length === 0) repeatsLook.clear();
      else void repeatsLook.ask({ file, sheets });
    },
    { flush: 'sync' },
  );
  /** What was chosen last is still being looked at: it could hold what must not be stored. */
  const looking = computed(() => preview.loading.value || repeatsLook.loading.value);
  const personal = computed(() => {
    const all = [...(preview.answer.value?.personal ?? []), ...(repeatsLook.answer.value ?? [])];
    return [...new Map(all.map((one) => [one.variable, one])).values()];
  });
  /** Columns that are not to be stored; those ticked or unticked stay so when the file is read in another way. */
  const leaveOut = ref<ReadonlySet<string>>(new Set());
  let decidedFor: string | undefined;
  watch(personal, (now, before) => {
    const file = preview.answer.value?.file;
    const seen = new Set(file === decidedFor ? before.map(({ variable }) => variable) : []);
    decidedFor = file;
    const wanted = now.filter(({ variable, suggested }) =>
      seen.has(variable) ? leaveOut.value.has(variable) : suggested,
    );
    leaveOut.value = new Set(wanted.map(({ variable }) => variable));
  });
  /** What the last import did not store, for as long as the program runs. */
  const lastLeftOut = shallowRef<LastLeftOut | null>(null);
  const importing = useAsked((asked: Input<'survey.import'>, { signal, onProgress }) =>
    client.survey.import(asked, { signal, onProgress }),
  );
  const existing = useAsked(async (path: string) => withRoom(await client.study.open({ study: path })));
  const sample = useAsked(async (name: SampleName, { signal, onProgress }) =>
    withRoom(await client.study.openSample({ sample: name }, { signal, onProgress })),
  );

  const problem = computed(
    () =>
      chosenProblem.value ??
      (preview.answer.value ? null : preview.problem.value) ??
      existing.problem.value ??
      sample.problem.value,
  );
  const busy = computed(
    () => preview.loading.value || existing.loading.value || sample.loading.value || importing.loading.value,
  );

  /**
   * Files that the user dropped or chose. Of two, one may be the form or codebook of the other;
   * otherwise the first one counts.
   */
  async function take(files: readonly File[], study: string | null = null): Promise<void> {
    if (files.length === 0 || importing.loading.value) return;
    reset();
    joins.value = study;
    fileName.value = files[0].name;
    try {
      const paths = await bridge.chosen(files.slice(0, 2));
      const together = files.slice(0, 2).map(({ name }, index) => ({ name, path: paths[index] }));
      if (/\.lfstudy$/i.test(files[0].name)) await openStudy(paths[0]);
      else await look(together);
    } catch (error) {
      chosenProblem.value = toProblem(error);
    }
  }

  async function look(files: readonly FileTogether[]): Promise<void> {
    let refused: ProblemMessage | null = null;
    const tries = dataWithCompanion(files);
    for (const { data, companion } of tries) {
      fileName.value = data.name;
      reading.value = { companion: companion.path };
      if (await preview.ask({ file: data.path, reading: reading.value })) return;
      if (!preview.problem.value) return;
      refused ??= preview.problem.value;
    }
    reading.value = {};
    fileName.value = (tries.at(0)?.data ?? files[0]).name;
    const alone = await preview.ask({ file: (tries.at(0)?.data ?? files[0]).path });
    if (alone && refused) refusedReading.value = { choice: 'companion', problem: refused };
  }

  /** Reads the file anew. Where it does not bear that, it stays read as it was, and the problem is said. */
  async function read(choice: keyof Reading, change: Reading): Promise<void> {
    const file = preview.answer.value?.file;
    if (file === undefined) return;
    const before = reading.value;
    reading.value = { ...before, ...change };
    refusedReading.value = null;
    const answer = await preview.ask({ file, reading: reading.value });
    if (answer) {
      const offered = (answer.choices?.repeats ?? []).map(({ name }) => name);
      repeats.value = repeats.value.filter((name) => offered.includes(name));
    } else if (preview.problem.value && !preview.loading.value) {
      reading.value = before;
      refusedReading.value = { choice, problem: preview.problem.value };
    }
  }

  async function addCompanion(files: readonly File[]): Promise<void> {
    if (files.length === 0) return;
    try {
      const [companion] = await bridge.chosen(files.slice(0, 1));
      await read('companion', { companion, language: undefined });
    } catch (error) {
      refusedReading.value = { choice: 'companion', problem: toProblem(error) };
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
      await preview.ask({ file });
    }
  }

  async function openStudy(path: string): Promise<void> {
    reset();
    await arrive(await existing.ask(path));
  }

  async function openSample(name: SampleName): Promise<void> {
    reset();
    await arrive(await sample.ask(name));
  }

  async function startImport(name: string): Promise<void> {
    const file = preview.answer.value?.file;
    if (file === undefined || looking.value) return;
    importing.clear();
    const into = joins.value;
    const imported = await importing.ask({
      file,
      study: into,
      name,
      reading: reading.value,
      repeats: [...repeats.value],
      leaveOut: [...leaveOut.value],
    });
    if (!imported) return;
    lastLeftOut.value = { study: imported.study.study, survey: imported.survey, ...imported.leftOut };
    await arrive({ state: imported.study, survey: imported.survey, room: 'survey' });
    if (into !== null) joined.value = imported.survey;
  }

  /** Back to the list of studies, unless a change to the concerns cannot be saved. */
  async function leave(): Promise<void> {
    if (!(await concerns.flush())) {
      room.room = 'concerns';
      return;
    }
    reset();
    await study.close();
  }

  /** Work that has its concerns goes on where they are set against each other. */
  async function withRoom(state: StudyState): Promise<Arrival> {
    const first = state.surveys.at(0);
    const survey = first?.survey ?? null;
    const tagged = first ? (await client.concern.list({ study: state.study, survey })).concerns : [];
    const has = (freedom: string): boolean =>
      tagged.some((concern) => concern.freedom === freedom && concern.concernedWhen.length > 0);
    return { state, survey, room: has('fear') && has('want') ? 'matrix' : 'survey' };
  }

  async function arrive(arrival: Arrival | null): Promise<void> {
    if (!arrival || !(await concerns.flush())) return;
    room.room = arrival.room;
    room.surveyTab = 'setUp';
    study.show(arrival.state, arrival.survey);
    reset();
  }

  function reset(): void {
    fileName.value = null;
    chosenProblem.value = null;
    reading.value = {};
    refusedReading.value = null;
    repeats.value = [];
    joins.value = null;
    joined.value = null;
    preview.clear();
    repeatsLook.clear();
    existing.clear();
    sample.clear();
    importing.clear();
  }

  return {
    fileName,
    preview: preview.answer,
    personal,
    looking,
    leaveOut,
    lastLeftOut,
    previewing: preview.loading,
    reading,
    refusedReading,
    repeats,
    joins,
    joined,
    problem,
    busy,
    importing: importing.loading,
    importProgress: importing.progress,
    importProblem: importing.problem,
    makingSample: sample.loading,
    sampleProgress: sample.progress,
    openingStudy: existing.loading,
    take,
    read,
    addCompanion,
    openAtStart,
    openStudy,
    openSample,
    startImport,
    stopImport: importing.stop,
    stopSample: sample.stop,
    leave,
    reset,
  };
});
