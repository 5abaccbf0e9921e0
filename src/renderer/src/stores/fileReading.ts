import { computed, reactive, ref, shallowRef, watch } from 'vue';
import type { Input, Output } from '#contract/index.ts';
import type { PersonalVariable } from '#contract/personal.ts';
import type { ProblemMessage } from '#contract/problem.ts';
import type { Reading } from '#contract/reading.ts';
import type { SurveyReference } from '#contract/source.ts';
import { useBridge, useClient } from '../api.ts';
import { toProblem } from '../toProblem.ts';
import { useAsked } from '../useAsked.ts';
import { formSheets } from './filesTogether.ts';

export type Preview = Output<'file.preview'>;

/** A change to how the file is read that the file did not bear. */
export interface RefusedReading {
  readonly choice: keyof Reading;
  readonly problem: ProblemMessage;
}

/** A column that may stay out of the study. `kind: null`: it stayed out before. */
export type Offered = Pick<PersonalVariable, 'variable' | 'label' | 'suggested'> &
  (Pick<PersonalVariable, 'kind' | 'reason'> | { readonly kind: null; readonly reason: null });

/** What was decided about the file that this one takes the place of. */
export interface Before {
  readonly leftOut: readonly string[];
  readonly variables: readonly string[];
}

interface Opening {
  readonly reading?: Reading;
  /** The survey whose form or codebook, as its study keeps it, explains the file. */
  readonly keptOf?: SurveyReference | null;
  readonly before?: Before | null;
}

/** A file that is looked at before it is stored: how it is read, and which of its columns are to stay out. */
export type FileReading = ReturnType<typeof useFileReading>;

export function useFileReading() {
  const bridge = useBridge();
  const client = useClient();

  /** How the file is read, where the user said so. */
  const reading = shallowRef<Reading>({});
  const keptOf = shallowRef<SurveyReference | null>(null);
  const refusedReading = shallowRef<RefusedReading | null>(null);
  /** Repeated parts of the form that come in as surveys of their own. */
  const repeats = shallowRef<readonly string[]>([]);
  const before = shallowRef<Before | null>(null);

  const asking = useAsked((asked: Input<'file.preview'>, { signal }) =>
    client.file.preview(asked, { signal }),
  );
  /** The repeats that come in too hold people of their own. */
  const repeatsLook = useAsked(
    async ({ file, sheets }: { file: string; sheets: readonly string[] }, { signal }) => {
      const found: Preview['personal'] = [];
      for (const sheet of sheets) {
        const asked = question(file, { ...reading.value, sheet });
        found.push(...(await client.file.preview(asked, { signal })).personal);
      }
      return found;
    },
  );
  watch(
    repeats,
    (sheets) => {
      const file = asking.answer.value?.file;
      if (file === undefined || sheets.length === 0) repeatsLook.clear();
      else void repeatsLook.ask({ file, sheets });
    },
    { flush: 'sync' },
  );

  /** What was chosen last is still being looked at: it could hold what must not be stored. */
  const looking = computed(() => asking.loading.value || repeatsLook.loading.value);
  const isIn = (names: readonly string[], name: string): boolean =>
    names.some((one) => one.toLowerCase() === name.toLowerCase());
  const personal = computed<readonly Offered[]>(() => {
    const found = [...(asking.answer.value?.personal ?? []), ...(repeatsLook.answer.value ?? [])];
    const byName = new Map<string, Offered>(found.map((one) => [one.variable, one]));
    for (const { name, label } of asking.answer.value?.variables ?? [])
      if (!byName.has(name) && isIn(before.value?.leftOut ?? [], name))
        byName.set(name, { variable: name, label, suggested: true, kind: null, reason: null });
    return [...byName.values()];
  });
  /** What was decided about the file before counts for this one too. */
  const staysOut = ({ variable, suggested }: Offered): boolean =>
    before.value === null
      ? suggested
      : isIn(before.value.leftOut, variable) || (suggested && !isIn(before.value.variables, variable));

  /** Columns that are not to be stored; those ticked or unticked stay so when the file is read in another way. */
  const leaveOut = ref<ReadonlySet<string>>(new Set());
  let decidedFor: string | undefined;
  watch(personal, (now, then) => {
    const file = asking.answer.value?.file;
    const seen = new Set(file === decidedFor ? then.map(({ variable }) => variable) : []);
    decidedFor = file;
    const wanted = now.filter((one) =>
      seen.has(one.variable) ? leaveOut.value.has(one.variable) : staysOut(one),
    );
    leaveOut.value = new Set(wanted.map(({ variable }) => variable));
  });

  function question(file: string, as: Reading): Input<'file.preview'> {
    return {
      file,
      ...(Object.keys(as).length > 0 ? { reading: as } : {}),
      ...(keptOf.value && as.companion === undefined ? { keptOf: keptOf.value } : {}),
    };
  }

  /** Looks at a file. `false`: it was overtaken, or met a problem. */
  async function look(
    file: string,
    { reading: as = {}, keptOf: kept = null, before: decided = null }: Opening = {},
  ): Promise<boolean> {
    reading.value = as;
    keptOf.value = kept;
    before.value = decided;
    return (await asking.ask(question(file, as))) !== null;
  }

  /** Reads the file anew. Where it does not bear that, it stays read as it was, and the problem is said. */
  async function read(choice: keyof Reading, change: Reading, kept = keptOf.value): Promise<boolean> {
    const file = asking.answer.value?.file;
    if (file === undefined) return false;
    const was = { reading: reading.value, keptOf: keptOf.value };
    reading.value = { ...was.reading, ...change };
    keptOf.value = kept;
    refusedReading.value = null;
    const answer = await asking.ask(question(file, reading.value));
    if (answer) {
      const offered = (answer.choices?.repeats ?? []).map(({ name }) => name);
      repeats.value = repeats.value.filter((name) => offered.includes(name));
    } else if (asking.problem.value && !asking.loading.value) {
      reading.value = was.reading;
      keptOf.value = was.keptOf;
      refusedReading.value = { choice, problem: asking.problem.value };
    }
    return answer !== null;
  }

  async function addCompanion(files: readonly File[]): Promise<void> {
    if (files.length === 0) return;
    try {
      const sheets = formSheets(files) ?? files.slice(0, 1);
      const [companion, sibling] = await bridge.chosen(sheets);
      await read('companion', { companion, sibling, language: undefined });
    } catch (error) {
      refusedReading.value = { choice: 'companion', problem: toProblem(error) };
    }
  }

  const withoutCompanion = (): Promise<boolean> =>
    read('companion', { companion: undefined, sibling: undefined, language: undefined }, null);

  function clear(): void {
    reading.value = {};
    keptOf.value = null;
    refusedReading.value = null;
    repeats.value = [];
    before.value = null;
    asking.clear();
    repeatsLook.clear();
  }

  return reactive({
    preview: asking.answer,
    previewing: asking.loading,
    problem: asking.problem,
    reading,
    keptOf,
    refusedReading,
    repeats,
    personal,
    looking,
    leaveOut,
    look,
    read,
    addCompanion,
    withoutCompanion,
    clear,
  });
}
