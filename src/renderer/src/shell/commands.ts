import { computed, nextTick, type ComputedRef } from 'vue';
import { useI18n } from 'vue-i18n';
import { languageNames, languages } from '#words/languages.ts';
import { useBridge } from '../api.ts';
import { useAnalysesStore } from '../stores/analyses.ts';
import { useBackupsStore } from '../stores/backups.ts';
import { useConcernsStore } from '../stores/concerns.ts';
import { useLanguageStore } from '../stores/language.ts';
import { useOpeningStore } from '../stores/opening.ts';
import { useRecentStore } from '../stores/recent.ts';
import { rooms, useRoomStore } from '../stores/room.ts';
import { useSaidStore } from '../stores/said.ts';
import { useStudyStore } from '../stores/study.ts';
import { useThemeStore } from '../stores/theme.ts';
import { useVariablesStore } from '../stores/variables.ts';
import { useWishStore, type Wish } from '../stores/wish.ts';
import { chooseFiles } from './chooseFiles.ts';
import type { Shortcut } from './shortcut.ts';
import { useUndo } from './useUndo.ts';

export const commandGroups = [
  'rooms',
  'actions',
  'analyses',
  'surveys',
  'recent',
  'concerns',
  'variables',
] as const;
export type CommandGroup = (typeof commandGroups)[number];

/** Something that the user can ask for from anywhere in the window. */
export interface Command {
  readonly id: string;
  readonly group: CommandGroup;
  readonly text: string;
  /** What it is about, in second place. */
  readonly more?: string;
  readonly shortcut?: Shortcut;
  /** Other keys for the same. */
  readonly also?: Shortcut;
  /** In a text field its keys are the field's own. */
  readonly sparesFields?: boolean;
  run(): void;
}

export interface Commands {
  /** What can be done now. */
  readonly own: ComputedRef<readonly Command[]>;
  /** With every place that one can jump to. */
  readonly all: ComputedRef<readonly Command[]>;
}

/** All commands, for the palette, the shortcuts, and menus. */
export function useCommands(): Commands {
  const { t } = useI18n();
  const bridge = useBridge();
  const room = useRoomStore();
  const study = useStudyStore();
  const opening = useOpeningStore();
  const concerns = useConcernsStore();
  const variables = useVariablesStore();
  const theme = useThemeStore();
  const language = useLanguageStore();
  const recent = useRecentStore();
  const wish = useWishStore();
  const analyses = useAnalysesStore();
  const said = useSaidStore();
  const backups = useBackupsStore();
  const undo = useUndo();

  /** The keyboard goes on in the room. */
  function go(act: () => void): void {
    act();
    void nextTick(() => document.getElementById('content')?.focus());
  }
  const action = (id: string, text: string, run: () => void, shortcut?: Shortcut): Command => ({
    id,
    group: 'actions',
    text,
    shortcut,
    run,
  });
  /** A browser keeps these keys for itself. */
  const newWindowKeys: Shortcut | undefined =
    bridge.place === 'desktop' ? { key: 'n', command: true, shift: true } : undefined;
  const inSurvey = (wanted: Wish): void => {
    room.room = 'survey';
    wish.wish = wanted;
  };
  const inStudy = computed(() => study.survey !== null && !opening.file.preview && !opening.file.previewing);

  const roomCommands = computed(() =>
    rooms.map((each, index): Command => ({
      id: `room ${each}`,
      group: 'rooms',
      text: t(`shell.${each}`),
      shortcut: { key: String(index + 1), command: true },
      run: () => go(() => (room.room = each)),
    })),
  );

  /** Of what a room of results shows; everything else is saved as it is made. */
  function keep(): void {
    if (room.analysisRoom === null) said.say(t('analyses.nothingToKeep'));
    else wish.wish = 'keep';
  }
  const ofRoom = (wanted: Wish) => (): void => {
    if (room.analysisRoom === null) said.say(t('analyses.nothingToKeep'));
    else wish.wish = wanted;
  };
  const changing = computed((): readonly Command[] => [
    action('keep', t('analyses.keepThis'), keep, { key: 's', command: true }),
    {
      ...action('undo', undo.texts.value.undo, () => void undo.move('undo'), { key: 'z', command: true }),
      sparesFields: true,
    },
    {
      ...action('redo', undo.texts.value.redo, () => void undo.move('redo'), {
        key: 'z',
        command: true,
        shift: true,
      }),
      also: { key: 'y', command: true },
      sparesFields: true,
    },
  ]);

  const keptAnalyses = computed(() =>
    analyses.kept.map(({ id, name, definition }): Command => ({
      id: `kept ${id}`,
      group: 'analyses',
      text: name,
      more: t(definition.room === 'freedoms' ? 'freedoms.partsOfRoom.freedoms' : `shell.${definition.room}`),
      run: () => go(() => void analyses.open(id)),
    })),
  );

  const studyActions = computed(() => [
    ...(study.readOnly === null ? changing.value : []),
    action('picture', t('publication.savePicture'), ofRoom('picture')),
    action('copyTable', t('publication.copyTable'), ofRoom('copyTable'), {
      key: 'c',
      command: true,
      shift: true,
    }),
    action('table', t('publication.saveTable'), ofRoom('table')),
    action('code', t('code.show'), ofRoom('code')),
    action('filter', t('filter.open'), ofRoom('filter'), { key: 'f', command: true, shift: true }),
    action('export', t('commands.export'), () => inSurvey('export'), { key: 'e', command: true }),
    ...(study.readOnly === null
      ? [
          action('replace', t('waves.replace'), () => inSurvey('replace')),
          action('addWave', t('waves.add'), () => inSurvey('addWave')),
        ]
      : []),
    ...(study.readOnly === null && (study.study?.surveys.length ?? 0) > 1
      ? [action('match', t('waves.match'), () => inSurvey('match'))]
      : []),
    action('design', t('commands.design'), () => (wish.wish = 'design')),
    action('backups', t('backups.open'), () => (backups.shown = study.study?.study ?? null)),
    ...(study.readOnly === null
      ? [action('protect', t('protection.open'), () => (wish.wish = 'protect'))]
      : []),
    action('leave', t('shell.backToStudies'), () => void opening.leave()),
  ]);

  const languageCommands = computed(() => [
    ...languages.map((each) =>
      action(
        `language ${each}`,
        t('commands.language', { language: languageNames[each] }),
        () => void language.choose(each),
      ),
    ),
    action('language system', t('commands.languageSystem'), () => void language.choose('system')),
    ...(language.reader.language === 'bn'
      ? [action('digits', t(`commands.digits.${language.otherDigits}`), () => void language.changeDigits())]
      : []),
  ]);

  const always = computed(() => [
    action('open', t('commands.open'), () => chooseFiles((files) => void opening.take(files)), {
      key: 'o',
      command: true,
    }),
    action('newWindow', t(`commands.newWindow.${bridge.place}`), () => bridge.newWindow(), newWindowKeys),
    ...(inStudy.value ? studyActions.value : []),
    action('light', t('commands.light'), () => void theme.choose('light')),
    action('dark', t('commands.dark'), () => void theme.choose('dark')),
    action('system', t('commands.system'), () => void theme.choose('system')),
    ...languageCommands.value,
    action('shortcuts', t('commands.shortcuts'), () => (wish.wish = 'shortcuts'), { key: '?' }),
    action('about', t('about.title'), () => (wish.wish = 'about')),
  ]);

  const surveys = computed(() =>
    (study.study?.surveys ?? [])
      .filter((each) => each.survey !== study.survey?.survey)
      .map((each): Command => ({
        id: `survey ${each.survey}`,
        group: 'surveys',
        text: each.name,
        run: () => void showSurvey(each.survey),
      })),
  );

  /** What waits to be saved belongs to the survey that is left. */
  async function showSurvey(survey: number): Promise<void> {
    if (await concerns.flush()) go(() => (study.chosenSurvey = survey));
  }

  const recentStudies = computed(() =>
    (recent.studies ?? [])
      .filter((each) => each.there && each.study !== study.study?.study)
      .map((each): Command => ({
        id: `recent ${each.recent}`,
        group: 'recent',
        text: each.name,
        more: each.surveys
          .map(({ name }) => name)
          .filter((name) => name !== each.name)
          .join(', '),
        run: () => void opening.openStudy(each.study),
      })),
  );

  const concernCommands = computed(() =>
    concerns.concerns.map(({ variable }): Command => ({
      id: `concern ${variable}`,
      group: 'concerns',
      text: variable,
      more: variables.byName.get(variable)?.label ?? '',
      run: () => room.showConcern(variable),
    })),
  );

  const variableCommands = computed(() =>
    variables.variables.map(({ name, label }): Command => ({
      id: `variable ${name}`,
      group: 'variables',
      text: name,
      more: label,
      run: () => go(() => room.showVariable(name)),
    })),
  );

  const own = computed(() => [...(inStudy.value ? roomCommands.value : []), ...always.value]);
  const all = computed(() => [
    ...own.value,
    ...(inStudy.value ? [...keptAnalyses.value, ...surveys.value] : []),
    ...recentStudies.value,
    ...(inStudy.value ? [...concernCommands.value, ...variableCommands.value] : []),
  ]);
  return { own, all };
}
