// @vitest-environment happy-dom
import { mount } from '@vue/test-utils';
import { expect, test } from 'vitest';
import type { ConcernSuggestion } from '#contract/concern.ts';
import { suggestionGroups } from '#renderer/src/features/concerns/suggestionGroups.ts';
import SuggestedConcerns from '#renderer/src/features/concerns/SuggestedConcerns.vue';
import { fakeBridge } from '../../fakeBridge.ts';
import { globalWith } from '../../mountApp.ts';
import { variableFixture } from '../../studyFixture.ts';

const suggestion = (variable: string, change: Partial<ConcernSuggestion> = {}): ConcernSuggestion => ({
  ...{ variable, label: `Fear of ${variable}`, freedom: 'fear', dimensions: ['personal'] },
  ...{ concernedWhen: [2, 3], answers: ['Often', 'Always'], confidence: 'strong' },
  ...{ language: 'en', scale: 'frequency', words: [variable, 'Fear'] },
  ...change,
});
const variables = new Map(
  ['theft', 'guns', 'water'].map((name) => [
    name,
    variableFixture(
      name,
      name === 'water'
        ? {
            valueLabels: [
              { value: 0, label: 'No' },
              { value: 1, label: 'Yes' },
            ],
          }
        : {},
    ),
  ]),
);
const water = suggestion('water', {
  freedom: 'want',
  concernedWhen: [0],
  answers: ['No'],
  confidence: 'likely',
});
const all = [suggestion('theft'), water, suggestion('guns')];

test('those with the same answers stand together; what is tagged, dismissed or gone does not stand there', () => {
  const names = (isOpen: (one: ConcernSuggestion) => boolean) =>
    suggestionGroups(all, variables, isOpen).map(({ suggestions }) =>
      suggestions.map(({ variable }) => variable),
    );
  expect(names(() => true)).toEqual([['theft', 'guns'], ['water']]);
  expect(names(({ variable }) => variable !== 'water')).toEqual([['theft', 'guns']]);
  expect(suggestionGroups([suggestion('gone')], variables, () => true)).toEqual([]);
});

test('each has its reason, and is added by itself or with its battery', async () => {
  const groups = suggestionGroups(all, variables, () => true);
  const panel = mount(SuggestedConcerns, {
    props: { groups, dismissedCount: 1 },
    global: globalWith(fakeBridge({})),
  });
  expect(panel.text()).toContain('3 suggestions');
  expect(panel.text()).toContain('Concerned when: Often / Always');
  const rows = panel.findAll('li');
  expect(rows[0].text()).toContain('Found by “theft” and “Fear”');
  expect(rows[0].text()).not.toContain('Likely');
  expect(rows[2].text()).toContain('Likely, not sure');

  await panel.get('[aria-label="Add all 2 with the answers Often / Always"]').trigger('click');
  await panel.get('[aria-label="Add Fear of water as Want"]').trigger('click');
  await panel.get('[aria-label="Dismiss Fear of guns"]').trigger('click');
  expect(panel.emitted('add')).toEqual([[groups[0].suggestions], [[water]]]);
  expect(panel.emitted('dismiss')).toEqual([['guns']]);
  expect(panel.get('[role=status]').text()).toBe('Dismissed Fear of guns');
});
