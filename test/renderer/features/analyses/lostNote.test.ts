// @vitest-environment happy-dom
import { flushPromises, mount } from '@vue/test-utils';
import { expect, test } from 'vitest';
import { defineComponent, h } from 'vue';
import type { Output } from '#contract/index.ts';
import { firstDefinitions } from '#presentation/analysis/firstDefinitions.ts';
import LostNote from '#renderer/src/features/analyses/LostNote.vue';
import { useDefinitionsStore } from '#renderer/src/stores/definitions.ts';
import { useStudyStore } from '#renderer/src/stores/study.ts';
import { fakeBridge } from '../../fakeBridge.ts';
import { globalWith } from '../../mountApp.ts';
import { studyFixture, variableFixture } from '../../studyFixture.ts';

const { tables } = firstDefinitions;

const oneAnswer: Output<'variable.distribution'> = {
  ...{ variable: 'zone', truncated: false },
  categories: [
    {
      ...{ value: 1, label: 'North', n: 10, weightedN: 10, share: 1, missing: 'no' as const },
      ...{ from: null, to: null },
    },
  ],
};

test('a layer and a net of answers that are gone are told, and taken out at the word', async () => {
  const bridge = fakeBridge({
    'variable.list': () => ({ variables: [variableFixture('zone')] }),
    'variable.distribution': () => oneAnswer,
    'derived.list': () => ({ derived: [] }),
    'responseSet.list': () => ({ sets: [] }),
    'concern.list': () => ({ concerns: [] }),
  });
  const note = mount(
    defineComponent(() => {
      useStudyStore().show(studyFixture, 1);
      useDefinitionsStore().change(1, {
        ...tables,
        rows: [{ kind: 'variable', name: 'zone' }],
        layer: { variable: 'zone', value: 3 },
        nets: [{ variable: 'zone', label: 'Both', values: [1, 4] }],
      });
      return () => h(LostNote, { room: 'tables' });
    }),
    { global: globalWith(bridge) },
  );
  await flushPromises();
  expect(note.get('p').text()).toContain('answer 3 of zone and answer 4 of zone');
  await note.get('button').trigger('click');
  expect(note.find('p').exists()).toBe(false);
  expect(useDefinitionsStore().shownIn(1).tables).toMatchObject({
    layer: { variable: 'zone', value: null },
    nets: [{ label: 'Both', values: [1] }],
  });
});
