import { computed, ref, shallowRef, watch, type ComputedRef, type Ref, type ShallowRef } from 'vue';
import type { Progress } from '#contract/envelope.ts';
import type { Input, Output } from '#contract/index.ts';
import type { ProblemMessage } from '#contract/problem.ts';
import type { SurveyReference } from '#contract/source.ts';
import type { CorrectionChanges } from '#contract/surveyChanges.ts';
import { useBridge, useClient } from '../../api.ts';
import { useConcernsStore } from '../../stores/concerns.ts';
import { explainedBy } from '../../stores/explainedBy.ts';
import { useFileReading, type FileReading } from '../../stores/fileReading.ts';
import { useStudyStore } from '../../stores/study.ts';
import { useVariablesStore } from '../../stores/variables.ts';
import { toProblem } from '../../toProblem.ts';
import { useAsked } from '../../useAsked.ts';

export interface Replacement {
  readonly fileName: Ref<string>;
  /** How the file is read and what stays out: as it was for the survey, until the user says otherwise. */
  readonly file: FileReading;
  readonly changes: ShallowRef<CorrectionChanges | null>;
  readonly comparing: ComputedRef<boolean>;
  readonly replacing: Ref<boolean>;
  /** What is shown is what a replacement would do. */
  readonly ready: ComputedRef<boolean>;
  readonly progress: ComputedRef<Progress | null>;
  readonly problem: ComputedRef<ProblemMessage | null>;
  /** Compares a file with the survey; nothing is stored. */
  take(files: readonly File[]): Promise<void>;
  /** Files dropped later: a form explains the file, another file takes its place. */
  drop(files: readonly File[]): Promise<void>;
  leaveOut(names: ReadonlySet<string>): void;
  /** `true` once the file has taken the survey's place. */
  confirm(): Promise<boolean>;
  stop(): void;
  clear(): void;
}

const ending = (name: string): string => /\.[^.]*$/.exec(name.toLowerCase())?.[0] ?? '';

type Remembered = Output<'survey.reading'>;

/** A corrected file: compared first, then put in the survey's place. */
export function useReplace(): Replacement {
  const bridge = useBridge();
  const client = useClient();
  const study = useStudyStore();
  const variables = useVariablesStore();
  const concerns = useConcernsStore();
  const fileName = ref('');
  const file = useFileReading();
  const survey = shallowRef<SurveyReference | null>(null);
  const remembered = shallowRef<Remembered | null>(null);
  const opening = ref(false);
  const refused = shallowRef<ProblemMessage | null>(null);
  const comparing = useAsked((asked: Input<'survey.compare'>, options) =>
    client.survey.compare(asked, options),
  );
  const replacing = useAsked((asked: Input<'survey.replace'>, options) =>
    client.survey.replace(asked, options),
  );

  const question = computed<Input<'survey.compare'> | null>(() => {
    const path = file.preview?.file;
    if (survey.value === null || path === undefined || opening.value || file.looking) return null;
    return {
      ...survey.value,
      file: path,
      reading: file.reading,
      keptCompanion: file.keptOf !== null,
      leaveOut: [...new Set([...file.leaveOut, ...unseen()])],
    };
  });
  watch(
    () => JSON.stringify(question.value),
    () => {
      comparing.clear();
      if (question.value) void comparing.ask(question.value);
    },
  );

  /** Left out before and not in this file: left out again when a later one has it. */
  function unseen(): readonly string[] {
    const shown = new Set(file.personal.map(({ variable }) => variable.toLowerCase()));
    return (remembered.value?.leftOut ?? []).filter((name) => !shown.has(name.toLowerCase()));
  }

  async function take(files: readonly File[]): Promise<void> {
    clear();
    const { reference } = study;
    if (!reference || files.length === 0) return;
    fileName.value = files[0].name;
    survey.value = reference;
    opening.value = true;
    try {
      const [path] = await bridge.chosen(files.slice(0, 1));
      if (!(await concerns.flush())) {
        refused.value = concerns.saveProblem;
        return;
      }
      const was = (remembered.value = await client.survey.reading(reference));
      if (survey.value === reference) await look(path, was, reference);
    } catch (error) {
      refused.value = toProblem(error);
    } finally {
      opening.value = false;
    }
  }

  async function drop(files: readonly File[]): Promise<void> {
    if (replacing.loading.value || (await explainedBy(file, files))) return;
    await take(files);
  }

  /** As the survey's own file was read; where this one does not bear that, as it reads by itself. */
  async function look(path: string, was: Remembered, reference: SurveyReference): Promise<void> {
    const reading = fitting(was.reading, path, study.survey?.fileName ?? '');
    const keptOf = was.companion === null ? null : reference;
    if (!(await file.look(path, { reading, keptOf, before: was }))) {
      const { problem } = file;
      const isPlain = Object.keys(reading).length === 0 && keptOf === null;
      if (!problem || isPlain || !(await file.look(path, { before: was }))) return;
      file.refusedReading = { choice: keptOf === null ? 'sheet' : 'companion', problem };
    }
    const offered = (file.preview?.choices?.repeats ?? []).map(({ name }) => name);
    file.repeats = was.repeats.flatMap(({ sheet }) => (offered.includes(sheet) ? [sheet] : []));
  }

  /** An encoding is that of one kind of file: a survey out of a CSV may be corrected by one out of SPSS. */
  function fitting(reading: Remembered['reading'], path: string, earlier: string): Remembered['reading'] {
    if (ending(path) === ending(earlier)) return reading;
    const fitted = { ...reading };
    delete fitted.encoding;
    return fitted;
  }

  async function confirm(): Promise<boolean> {
    if (!question.value || !(await concerns.flush())) return false;
    const done = await replacing.ask(question.value);
    if (!done) return false;
    study.replaced(done.study);
    await variables.changed();
    return true;
  }

  function stop(): void {
    comparing.stop();
    replacing.stop();
  }

  function clear(): void {
    survey.value = null;
    remembered.value = null;
    refused.value = null;
    file.clear();
    comparing.clear();
    replacing.clear();
  }

  const isComparing = computed(() => opening.value || file.looking || comparing.loading.value);
  return {
    fileName,
    file,
    changes: comparing.answer,
    comparing: isComparing,
    replacing: replacing.loading,
    ready: computed(() => question.value !== null && comparing.answer.value !== null && !isComparing.value),
    progress: computed(() => comparing.progress.value ?? replacing.progress.value),
    problem: computed(
      () =>
        refused.value ??
        (file.preview ? null : file.problem) ??
        comparing.problem.value ??
        replacing.problem.value,
    ),
    take,
    drop,
    leaveOut: (names) => (file.leaveOut = new Set(names)),
    confirm,
    stop,
    clear,
  };
}
