// @vitest-environment happy-dom
import { mount } from '@vue/test-utils';
import { expect, test } from 'vitest';
import { defineComponent, h } from 'vue';
import type { Answers, FakeBridge } from '../../fakeBridge.ts';
import { fakeBridge } from '../../fakeBridge.ts';
import { globalWith } from '../../mountApp.ts';
import { studyFixture } from '../../studyFixture.ts';
import { useExport, type SurveyExport } from '#renderer/src/features/export/useExport.ts';
import { useStudyStore } from '#renderer/src/stores/study.ts';

function exportIn(bridge: FakeBridge): SurveyExport {
  let made: SurveyExport | undefined;
  mount(
    defineComponent({
      setup() {
        useStudyStore().show(studyFixture, null);
        made = useExport();
        return () => h('div');
      },
    }),
    { global: globalWith(bridge) },
  );
  return made!;
}

const writes: Answers = {
  'export.run': ({ to }) => ({
    files: [to],
    format: 'dta',
    rows: 1200,
    variables: 3,
    losses: [
      { variable: 'Q1', kind: 'label', count: 1 },
      { variable: 'Q2', kind: 'missingCode', count: 1, becomes: '9 → .a' },
      { variable: 'Q3', kind: 'label', count: 1 },
    ],
  }),
};

test('asks where, writes there in the format of the ending, and hands the file over', async () => {
  const bridge = fakeBridge(writes);
  const survey = exportIn(bridge);
  survey.format.value = 'dta';
  survey.choices.value = { applyMissing: true };
  await survey.start();
  expect(bridge.asked.find(({ operation }) => operation === 'export.run')?.input).toEqual({
    source: { study: studyFixture.study, survey: 1 },
    to: '/written/One.dta',
    replace: true,
    applyMissing: true,
  });
  expect(bridge.delivered).toEqual(['/written/One.dta']);
  expect(
    survey.lossGroups.value.map(({ kind, losses }) => [kind, losses.map(({ variable }) => variable)]),
  ).toEqual([
    ['label', ['Q1', 'Q3']],
    ['missingCode', ['Q2']],
  ]);
});

test('does nothing where the user thinks better of it', async () => {
  const bridge = { ...fakeBridge(writes), saveTarget: async () => null };
  const survey = exportIn(bridge);
  await survey.start();
  expect(bridge.asked.some(({ operation }) => operation === 'export.run')).toBe(false);
  expect(survey.written.value).toBeNull();
  expect(survey.problem.value).toBeNull();
});

test('shows a problem, and hands nothing over', async () => {
  const bridge = fakeBridge({
    'export.run': () => Promise.reject({ code: 'export.diskFull', params: { file: '/written/One.sav' } }),
  });
  const survey = exportIn(bridge);
  await survey.start();
  expect(survey.problem.value?.code).toBe('export.diskFull');
  expect(bridge.delivered).toEqual([]);
});

test('a place that cannot be had is a problem too', async () => {
  const refuse = Object.assign(new Error('no'), {
    code: 'file.noSpace',
    params: { file: 'a', folder: '/tmp' },
  });
  const bridge = { ...fakeBridge(writes), saveTarget: () => Promise.reject(refuse) };
  const survey = exportIn(bridge);
  await survey.start();
  expect(survey.problem.value?.code).toBe('file.noSpace');
});
