import {
  computed,
  onScopeDispose,
  reactive,
  ref,
  watch,
  type ComputedRef,
  type Ref,
  type ShallowRef,
} from 'vue';
import type { AnalysisDefinition } from '#contract/analysisDefinition.ts';
import type { Input, Output } from '#contract/index.ts';
import type { ProblemMessage } from '#contract/problem.ts';
import type { FigureFormat, PublicationPart } from '#contract/publication.ts';
import { useClient } from '../../api.ts';
import { useLanguageStore } from '../../stores/language.ts';
import { useStudyStore } from '../../stores/study.ts';
import { useAsked } from '../../useAsked.ts';
import { useSavedFile } from '../../useSavedFile.ts';
import { usePublicationWords, type PublicationWords } from './usePublicationWords.ts';
import { useResult } from './useResult.ts';

export const widths = { column: 85, page: 170, slide: 254 } as const;
export type WidthChoice = keyof typeof widths | 'own';
/** The height that there is room for, in millimetres: A4 between margins of 20 mm, a slide of 4:3. */
export const highest = { page: 257, slide: 190.5 } as const;
export const resolutions = { screen: 150, print: 300, fine: 600 } as const;
export type Resolution = keyof typeof resolutions;

type Preview = Output<'publication.preview'>;

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
  readonly words: PublicationWords;
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

/** A figure from its choices to its file; what is looked at is what the same operation writes. */
export function useFigure(
  definition: () => AnalysisDefinition | null,
  part: () => PublicationPart,
): FigureDialog {
  const client = useClient();
  const language = useLanguageStore();
  const study = useStudyStore();
  const { name } = useResult();
  const choices = reactive<FigureChoices>({
    format: 'png',
    width: 'page',
    ownWidth: '170',
    resolution: 'print',
  });
  const address = ref('');
  const open = ref(false);
  const asked = useAsked((input: Input<'publication.preview'>, options) =>
    client.publication.preview(input, options),
  );
  const saved = useSavedFile((input: Input<'publication.figure'>, options) =>
    client.publication.figure(input, options),
  );
  const { words, text, changed, suggest, fileName } = usePublicationWords(
    () => asked.answer.value?.suggested ?? null,
  );

  const width = computed(() =>
    choices.width === 'own' ? Number(choices.ownWidth.replace(',', '.')) : widths[choices.width],
  );
  const widthProblem = computed(() => !(width.value >= 60 && width.value <= 600));
  const question = computed((): Input<'publication.preview'> | null => {
    const shown = definition();
    if (!open.value || !study.reference || shown === null || widthProblem.value) return null;
    return {
      ...study.reference,
      definition: shown,
      part: part(),
      name: part() === 'room' ? name.value : null,
      reader: language.reader,
      width: width.value,
      text: text.value,
    };
  });

  let waiting: ReturnType<typeof setTimeout> | undefined;
  async function draw(): Promise<void> {
    if (question.value === null) return;
    const drawn = await asked.ask(question.value);
    if (!drawn) return;
    show(drawn.svg);
  }
  function show(svg: string): void {
    URL.revokeObjectURL(address.value);
    address.value = svg === '' ? '' : URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  }
  const basis = computed(() => JSON.stringify(question.value));
  watch(basis, () => {
    clearTimeout(waiting);
    if (question.value !== null) waiting = setTimeout(() => void draw(), asked.answer.value ? pause : 0);
  });

  function begin(): void {
    asked.clear();
    saved.clear();
    open.value = true;
  }
  function end(): void {
    open.value = false;
    clearTimeout(waiting);
    asked.stop();
    saved.stop();
    show('');
  }
  onScopeDispose(end);

  async function save(): Promise<boolean> {
    const asks = question.value;
    if (asks === null) return false;
    const { format } = choices;
    const more = { replace: true, format, resolution: resolutions[choices.resolution] };
    return (await saved.save(`${fileName()}.${format}`, (to) => ({ ...asks, ...more, to }))) !== null;
  }

  return {
    choices,
    words,
    preview: asked.answer,
    address,
    drawing: asked.loading,
    widthProblem,
    changed,
    problem: computed(() => saved.problem.value ?? asked.problem.value),
    saving: saved.saving,
    begin,
    end,
    suggest,
    save,
  };
}
