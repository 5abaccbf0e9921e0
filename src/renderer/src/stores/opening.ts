import { defineStore } from 'pinia';
import { computed, ref, shallowRef } from 'vue';
import type { Analyses } from '#contract/analysis.ts';
import type { Input } from '#contract/index.ts';
import type { LeftOut } from '#contract/personal.ts';
import type { ProblemMessage } from '#contract/problem.ts';
import type { StudyPlace } from '#contract/settings.ts';
import type { OpenedStudy, ReadOnlyReason, StudyState } from '#contract/study.ts';
import { useBridge, useClient } from '../api.ts';
import { toProblem } from '../toProblem.ts';
import { useAsked } from '../useAsked.ts';
import { useAnalysesStore } from './analyses.ts';
import { useConcernsStore } from './concerns.ts';
import { useDefinitionsStore } from './definitions.ts';
import { explainedBy } from './explainedBy.ts';
import { useFileReading } from './fileReading.ts';
import { dataWithCompanion, type FileTogether } from './filesTogether.ts';
import { useRecentStore } from './recent.ts';
import { useRoomStore } from './room.ts';
import { useStudyStore } from './study.ts';

type SampleName = Input<'study.openSample'>['sample'];

interface LastLeftOut extends LeftOut {
  readonly study: string;
  readonly survey: number;
}

interface Arrival {
  readonly state: StudyState;
  readonly survey: number | null;
  readonly room: StudyPlace['room'];
  readonly readOnly: ReadOnlyReason | null;
  /** `null`: nothing of them was read, for nothing can have changed. */
  readonly analyses: Analyses | null;
}

interface StudyToOpen {
  readonly path: string;
  /** Also where another window has it. */
  readonly toLookAt: boolean;
  /** Of one that is locked. */
  readonly passphrase?: string;
}

/** Data, and the two sheets of a form. */
const mostTogether = 3;

/** From a chosen file, a study or a sample to an open study. */
export const useOpeningStore = defineStore('opening', () => {
  const bridge = useBridge();
  const client = useClient();
  const study = useStudyStore();
  const room = useRoomStore();
  const concerns = useConcernsStore();
  const analyses = useAnalysesStore();
  const definitions = useDefinitionsStore();
  const recent = useRecentStore();

  const fileName = ref<string | null>(null);
  const chosenProblem = shallowRef<ProblemMessage | null>(null);
  const file = useFileReading();
  /** The study that the file joins as another survey; `null`: it becomes a study. */
  const joins = ref<string | null>(null);
  /** A survey that has just joined the others of its study, to be matched with them. */
  const joined = ref<number | null>(null);
  /** What the last import did not store, for as long as the program runs. */
  const lastLeftOut = shallowRef<LastLeftOut | null>(null);
  const importing = useAsked((asked: Input<'survey.import'>, { signal, onProgress }) =>
    client.survey.import(asked, { signal, onProgress }),
  );
  const existing = useAsked(async ({ path, toLookAt, passphrase }: StudyToOpen) => {
    if (passphrase !== undefined) await client.study.unlock({ study: path, passphrase });
    return withRoom(await client.study.open({ study: path, toLookAt }));
  });
  const sample = useAsked(async (name: SampleName, { signal, onProgress }) => {
    const made = await client.study.openSample({ sample: name }, { signal, onProgress });
    return withRoom(await client.study.open({ study: made.study }));
  });
  const again = useAsked((path: string) => client.study.open({ study: path, toLookAt: true }));

  const problem = computed(
    () =>
      chosenProblem.value ??
      (file.preview ? null : file.problem) ??
      existing.problem.value ??
      sample.problem.value,
  );
  /** The study that was to be opened and is open in another window. */
  const elsewhere = computed(() => {
    const { code, params } = problem.value ?? {};
    return code === 'study.openInWindow' && typeof params?.study === 'string' ? params.study : null;
  });
  /** The study that was to be opened and is under a passphrase. */
  const locked = computed(() => {
    const { code = '', params } = problem.value ?? {};
    const isLocked = code === 'study.locked' || code === 'study.wrongPassphrase';
    return isLocked && typeof params?.study === 'string' ? params.study : null;
  });
  const busy = computed(
    () => file.previewing || existing.loading.value || sample.loading.value || importing.loading.value,
  );

  /**
   * Files that the user dropped or chose. Of two, one may be the form or codebook of the other;
   * otherwise the first one counts.
   */
  async function take(files: readonly File[], study: string | null = null): Promise<void> {
    if (files.length === 0 || importing.loading.value || (await explainedBy(file, files))) return;
    reset();
    joins.value = study;
    fileName.value = files[0].name;
    try {
      const paths = await bridge.chosen(files.slice(0, mostTogether));
      const together = files.slice(0, mostTogether).map(({ name }, index) => ({ name, path: paths[index] }));
      if (/\.lfstudy$/i.test(files[0].name)) await openStudy(paths[0], bridge.place === 'browser');
      else await look(together);
    } catch (error) {
      chosenProblem.value = toProblem(error);
    }
  }

  async function look(files: readonly FileTogether[]): Promise<void> {
    let refused: ProblemMessage | null = null;
    const tries = dataWithCompanion(files);
    for (const { data, companion, sibling } of tries) {
      fileName.value = data.name;
      if (
        await file.look(data.path, {
          reading: { companion: companion.path, ...(sibling && { sibling: sibling.path }) },
        })
      )
        return;
      if (!file.problem) return;
      refused ??= file.problem;
    }
    const data = tries.at(0)?.data ?? files[0];
    fileName.value = data.name;
    if ((await file.look(data.path)) && refused)
      file.refusedReading = { choice: 'companion', problem: refused };
  }

  /**
   * A form or codebook that is dropped on a preview explains the file that is shown. `false`: it is neither,
   * so that it is a file of its own.
   */
  /** What the program was started with stands in the page's address. */
  async function openAtStart(search: string): Promise<void> {
    const start = new URLSearchParams(search);
    const named = start.get('sample');
    const studyPath = start.get('study');
    const path = start.get('file');
    const known = (['benin', 'bangladesh'] as const).find((name) => name === named);
    if (known) await openSample(known);
    else if (studyPath !== null) await openStudy(studyPath);
    else if (path !== null) {
      fileName.value = path.split(/[\\/]/).at(-1) ?? path;
      await file.look(path);
    }
  }

  /** What a browser hands over is a `copy`, which goes when the program ends. */
  async function openStudy(path: string, copy = false, toLookAt = false): Promise<void> {
    reset();
    await arrive(await existing.ask({ path, toLookAt }), copy);
  }

  /** Opens a locked study; the problem that said so stays until it is. */
  async function unlock(path: string, passphrase: string): Promise<void> {
    await arrive(await existing.ask({ path, toLookAt: false, passphrase }));
  }

  /** The study that is only looked at is opened to be changed, and read anew, if whoever had it has let go. */
  async function openAgain(): Promise<void> {
    const path = study.study?.study;
    if (path === undefined) return;
    const opened = await again.ask(path);
    if (!opened || study.study?.study !== path || opened.readOnly === study.readOnly) return;
    study.show(opened, study.chosenSurvey, opened.readOnly);
  }

  async function openSample(name: SampleName): Promise<void> {
    reset();
    await arrive(await sample.ask(name));
  }

  async function startImport(name: string): Promise<void> {
    const path = file.preview?.file;
    if (path === undefined || file.looking) return;
    importing.clear();
    const into = joins.value;
    const imported = await importing.ask({
      file: path,
      study: into,
      name,
      reading: file.reading,
      repeats: [...file.repeats],
      leaveOut: [...file.leaveOut],
    });
    if (!imported) return;
    lastLeftOut.value = { study: imported.study.study, survey: imported.survey, ...imported.leftOut };
    await arrive({
      state: imported.study,
      survey: imported.survey,
      room: 'survey',
      readOnly: null,
      analyses: null,
    });
    if (into !== null) joined.value = imported.survey;
  }

  /** Back to the list of studies, unless a change cannot be saved. */
  async function leave(): Promise<void> {
    if (!(await saved())) return;
    reset();
    await study.close();
  }

  /** Work goes on where it was left, or, where it has its concerns, where they are set against each other. */
  async function withRoom({ readOnly, ...state }: OpenedStudy): Promise<Arrival> {
    // Of the study that is open already, what waits to be saved is read again.
    await definitions.flush();
    const kept = await client.analysis.list({ study: state.study });
    const left = await recent.placeIn(state.study);
    if (left && state.surveys.some(({ survey }) => survey === left.survey))
      return { state, survey: left.survey, readOnly, analyses: kept, room: left.room };
    const first = state.surveys.at(0);
    const survey = first?.survey ?? null;
    const tagged = first ? (await client.concern.list({ study: state.study, survey })).concerns : [];
    const has = (freedom: string): boolean =>
      tagged.some((concern) => concern.freedom === freedom && concern.concernedWhen.length > 0);
    return {
      state,
      survey,
      readOnly,
      analyses: kept,
      room: has('fear') && has('want') ? 'matrix' : 'survey',
    };
  }

  async function arrive(arrival: Arrival | null, copy = false): Promise<void> {
    if (!arrival || !(await saved())) return;
    if (!copy) void recent.remember(arrival.state.study);
    room.showPlace(arrival.room);
    room.surveyTab = 'setUp';
    const same = study.study?.study === arrival.state.study;
    study.show(arrival.state, arrival.survey, arrival.readOnly);
    if (arrival.analyses) analyses.restore(arrival.analyses);
    else if (!same) analyses.clear();
    reset();
  }

  /** `false`: a change cannot be saved; the room where it was made says why. */
  async function saved(): Promise<boolean> {
    if (!(await concerns.flush())) {
      room.room = 'concerns';
      return false;
    }
    if (await definitions.flush()) return true;
    const wanted = definitions.unsavedRoom();
    if (wanted !== null) room.showAnalysis(wanted);
    return false;
  }

  function reset(): void {
    fileName.value = null;
    chosenProblem.value = null;
    file.clear();
    joins.value = null;
    joined.value = null;
    existing.clear();
    sample.clear();
    importing.clear();
  }

  return {
    fileName,
    file,
    lastLeftOut,
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
    elsewhere,
    locked,
    openingAgain: again.loading,
    againProblem: again.problem,
    take,
    openAtStart,
    openStudy,
    unlock,
    openAgain,
    openSample,
    startImport,
    stopImport: importing.stop,
    stopSample: sample.stop,
    leave,
    reset,
  };
});
