// @vitest-environment happy-dom
import { expect, it, vi } from 'vitest';
import type { Output } from '#contract/index.ts';
import { useReplace } from '#renderer/src/features/waves/useReplace.ts';
import { useStudyStore } from '#renderer/src/stores/study.ts';
import { fakeBridge, type Answers } from '../../fakeBridge.ts';
import { appWith } from '../../mountApp.ts';
import { studyFixture } from '../../studyFixture.ts';
import { noChanges } from './noChanges.ts';

const about = (variable: string) =>
  ({ variable, label: '', kind: 'name', reason: 'name', suggested: true }) as const;

const preview: Output<'file.preview'> = {
  file: '/chosen/a.csv',
  fileName: 'a.csv',
  bytes: 10,
  format: 'csv',
  encoding: 'utf-8',
  rows: 2,
  fileLabel: '',
  weight: null,
  variables: ['name', 'phone', 'Street', 'age'].map((name) => ({ name, label: '', type: 'text' })),
  firstRows: [],
  personal: ['name', 'phone'].map(about),
};
const remembered: Output<'survey.reading'> = {
  reading: { delimiter: ';' },
  companion: 'form.xlsx',
  repeats: [],
  leftOut: ['street', 'gps'],
  variables: ['name', 'age'],
};
const reference = { study: studyFixture.study, survey: 1 };

function start(answers: Answers) {
  const bridge = fakeBridge({
    'survey.reading': () => remembered,
    'survey.compare': () => noChanges,
    'concern.list': () => ({ concerns: [] }),
    ...answers,
  });
  return appWith(bridge).runWithContext(() => {
    useStudyStore().show(studyFixture, 1);
    const replacement = useReplace();
    const asked = (name: string) =>
      bridge.asked.filter(({ operation }) => operation === name).map(({ input }) => input);
    return { replacement, asked };
  });
}

const file = [new File(['x'], 'a.csv')];

it('reads a corrected file as the first was, without what was left out or is personal and new', async () => {
  const { replacement, asked } = start({ 'file.preview': () => preview });
  await replacement.take(file);
  await vi.waitFor(() => expect(replacement.ready.value).toBe(true));
  expect(asked('file.preview')).toEqual([
    { file: '/chosen/a.csv', reading: { delimiter: ';' }, keptOf: reference },
  ]);
  expect(replacement.file.personal.map(({ variable, kind }) => [variable, kind])).toEqual([
    ['name', 'name'],
    ['phone', 'name'],
    ['Street', null],
  ]);
  expect(asked('survey.compare')).toEqual([
    {
      ...reference,
      file: '/chosen/a.csv',
      reading: { delimiter: ';' },
      keptCompanion: true,
      leaveOut: ['phone', 'Street', 'gps'],
    },
  ]);
});

it('compares again as soon as the file is read or left out in another way', async () => {
  const { replacement, asked } = start({ 'file.preview': () => preview });
  await replacement.take(file);
  await vi.waitFor(() => expect(replacement.ready.value).toBe(true));
  await replacement.file.withoutCompanion();
  replacement.file.leaveOut = new Set();
  await vi.waitFor(() => expect(replacement.ready.value).toBe(true));
  expect(asked('survey.compare').at(-1)).toEqual({
    ...reference,
    file: '/chosen/a.csv',
    reading: { delimiter: ';' },
    keptCompanion: false,
    leaveOut: ['gps'],
  });
});

it('reads a file by itself that does not bear the first one’s reading, and says so', async () => {
  const problem = { code: 'file.notItsForm', params: { file: 'a.csv' } } as const;
  const { replacement, asked } = start({
    'file.preview': ({ keptOf }) => {
      if (keptOf) throw Object.assign(new Error('form'), problem);
      return preview;
    },
  });
  await replacement.take(file);
  await vi.waitFor(() => expect(replacement.ready.value).toBe(true));
  expect(replacement.file.refusedReading).toEqual({ choice: 'companion', problem });
  expect(asked('survey.compare')).toMatchObject([{ reading: {}, keptCompanion: false }]);
});
