import {
  computed,
  onScopeDispose,
  reactive,
  ref,
  shallowRef,
  watch,
  type ComputedRef,
  type Ref,
  type ShallowRef,
} from 'vue';
import type { AnalysisDefinition } from '#contract/analysisDefinition.ts';
import type { Input, Output } from '#contract/index.ts';
import type { ProblemMessage } from '#contract/problem.ts';
import type { FigureFormat, PublicationPart } from '#contract/publication.ts';
import { useBridge, useClient } from '../../api.ts';
import { useLanguageStore } from '../../stores/language.ts';
import { useStudyStore } from '../../stores/study.ts';
import { toProblem } from '../../toProblem.ts';
import { useAsked } from '../../useAsked.ts';

export const widths = { column: 85, page: 170, slide: 254 } as const;
export type WidthChoice = keyof typeof widths | 'own';
export const resolutions = { screen: 150, print: 300, fine: 600 } as const;
export type Resolution = keyof typeof resolutions;

type Preview = Output<'publication.preview'>;
export type FigureWords = { -readonly [Part in keyof Preview['suggested']]: string };

/** A pause in typing after which the picture is drawn again, in milliseconds. */
const pause = 250;

export interface FigureChoices {
  format: FigureFormat;
  width: WidthChoice;
  ownWidth: string;
  resolution: Resolution;
}

export interface FigureDialog {
  readonly choices: FigureChoices;
  readonly words: FigureWords;
  readonly preview: ShallowRef<Preview | null>;
  /** The picture for an `<img>`. */
  readonly address: Ref<string>;
  readonly drawing: Ref<boolean>;
  readonly widthProblem: ComputedRef<boolean>;
  readonly changed: ComputedRef<boolean>;
  readonly problem: ComputedRef<ProblemMessage | null>;
  readonly saving: Ref<boolean>;
  begin(): void;
  end(): void;
  suggest(): void;
  /** Gives whether a file was written. */
  save(): Promise<boolean>;
}

/** A title as the name of a file: without the signs that some system does not allow in one. */
const fileName = (title: string): string =>
  title
    .replace(/[/\\:*?"<>|]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 80);

/** A figure from its choices to its file; what is looked at is what the same operation writes. */
export function useFigure(
  definition: () => AnalysisDefinition | null,
  part: () => PublicationPart,
): FigureDialog {
  const bridge = useBridge();
  const client = useClient();
  const language = useLanguageStore();
  const study = useStudyStore();
  const choices = reactive<FigureChoices>({
    format: 'png',
    width: 'page',
    ownWidth: '170',
    resolution: 'print',
  });
  const words = reactive<FigureWords>({ title: '', subtitle: '', source: '', note: '' });
  const address = ref('');
  const open = ref(false);
  const placeProblem = shallowRef<ProblemMessage | null>(null);
  const asked = useAsked((input: Input<'publication.preview'>, options) =>
    client.publication.preview(input, options),
  );
  const saving = useAsked((input: Input<'publication.figure'>, options) =>
    client.publication.figure(input, options),
  );

  const width = computed(() =>
    choices.width === 'own' ? Number(choices.ownWidth.replace(',', '.')) : widths[choices.width],
  );
  const widthProblem = computed(() => !(width.value >= 60 && width.value <= 600));
  const suggested = computed(() => asked.answer.value?.suggested ?? null);
  const isOwn = (name: keyof FigureWords): boolean =>
    suggested.value !== null && words[name] !== suggested.value[name];
  const changed = computed(() => (['title', 'subtitle', 'source', 'note'] as const).some(isOwn));

  /** Words that the user left as they are suggested follow the language and the analysis. */
  const question = computed((): Input<'publication.preview'> | null => {
    const shown = definition();
    if (!open.value || !study.reference || shown === null || widthProblem.value) return null;
    const own = (name: keyof FigureWords): string | null => (isOwn(name) ? words[name] : null);
    return {
      ...study.reference,
      definition: shown,
      part: part(),
      reader: language.reader,
      width: width.value,
      text: { title: own('title'), subtitle: own('subtitle'), source: own('source'), note: own('note') },
    };
  });

  let waiting: ReturnType<typeof setTimeout> | undefined;
  let first = true;
  async function draw(): Promise<void> {
    if (question.value === null) return;
    const drawn = await asked.ask(question.value);
    if (!drawn) return;
    if (first) Object.assign(words, drawn.suggested);
    first = false;
    show(drawn.svg);
  }
  function show(svg: string): void {
    URL.revokeObjectURL(address.value);
    address.value = svg === '' ? '' : URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  }
  const basis = computed(() => JSON.stringify(question.value));
  watch(basis, () => {
    clearTimeout(waiting);
    if (question.value !== null) waiting = setTimeout(() => void draw(), first ? 0 : pause);
  });

  function begin(): void {
    first = true;
    placeProblem.value = null;
    asked.clear();
    saving.clear();
    open.value = true;
  }
  function end(): void {
    open.value = false;
    clearTimeout(waiting);
    asked.stop();
    saving.stop();
    show('');
  }
  onScopeDispose(end);

  async function save(): Promise<boolean> {
    if (question.value === null) return false;
    placeProblem.value = null;
    try {
      const name = fileName(words.title) || fileName(suggested.value?.title ?? '');
      const to = await bridge.saveTarget(`${name}.${choices.format}`);
      if (to === null) return false;
      const { format } = choices;
      const resolution = resolutions[choices.resolution];
      const written = await saving.ask({ ...question.value, to, replace: true, format, resolution });
      if (!written) return false;
      await bridge.deliver(written.files);
      return true;
    } catch (error) {
      placeProblem.value = toProblem(error);
      return false;
    }
  }

  return {
    choices,
    words,
    preview: asked.answer,
    address,
    drawing: asked.loading,
    widthProblem,
    changed,
    problem: computed(() => placeProblem.value ?? saving.problem.value ?? asked.problem.value),
    saving: saving.loading,
    begin,
    end,
    suggest: () => {
      if (suggested.value) Object.assign(words, suggested.value);
    },
    save,
  };
}
