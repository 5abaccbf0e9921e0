// @vitest-environment happy-dom
import { flushPromises, mount } from '@vue/test-utils';
import { expect, test } from 'vitest';
import type { SurveyRoles, StudyState } from '#contract/study.ts';
import KnownTotals from '#renderer/src/features/survey/KnownTotals.vue';
import ReplicateFields from '#renderer/src/features/survey/ReplicateFields.vue';
import {
  draftOfReplicates,
  inShort,
  replicatesOfDraft,
} from '#renderer/src/features/survey/replicateDraft.ts';
import { fieldOf } from '#renderer/src/features/survey/useRoles.ts';
import DesignChip from '#renderer/src/shell/DesignChip.vue';
import { useMoreDesignStore } from '#renderer/src/stores/moreDesign.ts';
import { useStudyStore } from '#renderer/src/stores/study.ts';
import { fakeBridge, type Answers } from '../../fakeBridge.ts';
import { globalWith } from '../../mountApp.ts';
import { studyFixture, variableFixture } from '../../studyFixture.ts';

const [one] = studyFixture.surveys;
const withRoles = (change: Partial<SurveyRoles>): StudyState => ({
  ...studyFixture,
  surveys: [{ ...one, roles: { ...one.roles, ...change } }],
});

function show(
  component: typeof KnownTotals | typeof ReplicateFields,
  change: Partial<SurveyRoles>,
  answers: Answers = {},
) {
  const bridge = fakeBridge({
    'variable.list': () => ({ variables: ['sex', 'rw1', 'rw2', 'rw3'].map((name) => variableFixture(name)) }),
    'survey.setRoles': ({ roles }) => withRoles(roles),
    ...answers,
  });
  const shown = mount(component, { global: globalWith(bridge) });
  useStudyStore().show(withRoles(change), 1);
  const asked = (name: string) =>
    bridge.asked.filter(({ operation }) => operation === name).map(({ input }) => input);
  return { shown, asked };
}

const button = (shown: ReturnType<typeof show>['shown'], text: string) =>
  shown.findAll('button').find((found) => found.text() === text);

test('replicate weights that were noticed are looked at, and take the place of strata and clusters', async () => {
  const { shown, asked } = show(ReplicateFields, { weight: 'w', strata: 's', psu: 'p' });
  useMoreDesignStore().offer({
    first: 'rw1',
    last: 'rw3',
    count: 3,
    variables: ['rw1-rw3'],
    type: 'BRR',
    inUse: false,
  });
  await flushPromises();
  await button(shown, 'Use them in the place of strata and clusters')!.trigger('click');
  await flushPromises();
  expect(asked('survey.setRoles')).toMatchObject([
    {
      roles: {
        weight: 'w',
        strata: null,
        psu: null,
        replicates: { type: 'BRR', variables: ['rw1-rw3'] },
      },
    },
  ]);
});

test('what is kept says how many columns there are, and can be taken out', async () => {
  const replicates = { type: 'JKn' as const, variables: ['rw1', 'rw2', 'rw3'], rscales: [0.5, 0.5, 0.5] };
  const { shown, asked } = show(ReplicateFields, { weight: 'w', replicates });
  await flushPromises();
  expect(shown.text()).toContain('3 replicate weights: rw1 to rw3');
  expect(shown.findAll('input').map(({ element }) => element.value)).toEqual(['rw1-rw3', '0.5']);
  await button(shown, 'Take out')!.trigger('click');
  await flushPromises();
  expect(asked('survey.setRoles')).toMatchObject([{ roles: { replicates: null } }]);
});

test('fields ask for what their kind uses, and for nothing before columns and kind are said', () => {
  const draft = { columns: 'a, b', type: 'Fay' as const, rho: '0.3', scale: '2', rscales: '1' };
  expect(replicatesOfDraft(draft, null)).toEqual({
    replicates: { type: 'Fay', variables: ['a', 'b'], rho: 0.3 },
  });
  expect(replicatesOfDraft({ ...draft, type: 'JKn', rscales: '.5 .75' }, null)).toEqual({
    replicates: { type: 'JKn', variables: ['a', 'b'], rscales: [0.5, 0.75] },
  });
  expect(replicatesOfDraft({ ...draft, rho: 'half' }, null)).toEqual({ notANumber: 'half' });
  expect(replicatesOfDraft({ ...draft, type: '' }, null)).toBeNull();
  expect(replicatesOfDraft({ ...draft, columns: ' , ' }, null)).toBeNull();
  expect(draftOfReplicates(null, [])).toMatchObject({ columns: '', type: '' });
  expect(inShort(['b', 'c', 'd'], ['a', 'b', 'c', 'd'])).toBe('b-d');
  expect(inShort(['b', 'd', 'e'], ['a', 'b', 'c', 'd', 'e'])).toBe('b, d, e');
});

test('known totals are typed or pasted, read by the program, and used once one says so', async () => {
  const margins = [{ variable: 'sex', totals: [{ value: 0, total: 40 }], shares: true }];
  const { shown, asked } = show(
    KnownTotals,
    { margins },
    { 'survey.readTotals': () => ({ margins: [{ variable: 'sex', totals: [{ value: 0, total: 50 }] }] }) },
  );
  await flushPromises();
  const input = shown.get('input.input.numbers');
  expect((input.element as HTMLInputElement).value).toBe('40%');
  expect(input.attributes('aria-label')).toBe('Total of Never, sex');
  expect(button(shown, 'Use these totals')).toBeUndefined();
  await input.setValue('50');
  await button(shown, 'Use these totals')!.trigger('click');
  await flushPromises();
  expect(asked('survey.readTotals')).toEqual([{ text: 'variable,value,total\n"sex","0","50"' }]);
  expect(asked('survey.setRoles')).toMatchObject([
    { roles: { margins: [{ variable: 'sex', totals: [{ value: 0, total: 50 }] }] } },
  ]);
});

test('what is wrong with the totals stands beside them, and they stay as they were typed', async () => {
  const margins = [{ variable: 'sex', totals: [{ value: 0, total: 40 }] }];
  const problem = { code: 'calibration.notANumber', params: { line: 2, text: 'sex, 0, many' } } as const;
  const { shown } = show(
    KnownTotals,
    { margins },
    {
      'survey.readTotals': () => {
        throw Object.assign(new Error('totals'), problem);
      },
    },
  );
  await flushPromises();
  await shown.get('input.input.numbers').setValue('many');
  await button(shown, 'Use these totals')!.trigger('click');
  await flushPromises();
  expect(shown.text()).toContain('Line 2 of the known totals cannot be read');
  expect((shown.get('input.input.numbers').element as HTMLInputElement).value).toBe('many');
});

test.each([
  [
    { replicates: { type: 'JKn', count: 80 }, calibration: { variables: ['a', 'b'] } },
    'Weighted · 80 replicate weights (JKn) · raked to 2 margins · df 40',
  ],
  [{ psu: 'p', fpc: 'n', secondStage: 's' }, 'Weighted · 1,200 PSUs · two stages · df 40'],
  [{ calibration: { variables: ['a'] } }, 'Weighted · no PSUs · post-stratified · df 40'],
])('the chip says it: %j', (change, words) => {
  const { design } = one;
  if (!('summary' in design)) throw new Error('the fixture has a design');
  const summary = { ...design.summary, weight: 'w', df: 40, ...change };
  const shown = mount(DesignChip, { props: { design: { summary } }, global: globalWith(fakeBridge({})) });
  expect(shown.get('button').attributes('aria-label')).toBe(words);
});

test.each([
  ['design.replicateScale', undefined, 'replicates'],
  ['design.replicatesWithSample', undefined, 'replicates'],
  ['calibration.totalsDiffer', 'sex', 'margins'],
  ['design.secondFpcWithoutFirst', 'n2', 'secondStage'],
  ['variable.unknown', 'rw2', 'replicates'],
  ['variable.unknown', 'sex', 'margins'],
  ['variable.notNumeric', 'n2', 'secondStage'],
  ['design.fpcInvalid', 'n1', 'fpc'],
] as const)('%s of %s stands beside %s', (code, variable, field) => {
  const roles: SurveyRoles = {
    ...one.roles,
    fpc: 'n1',
    secondStage: { ids: 'house', fpc: 'n2' },
    replicates: { type: 'BRR', variables: ['rw1', 'rw2'] },
    margins: [{ variable: 'sex', totals: [{ value: 1, total: 1 }] }],
  };
  expect(fieldOf({ code, params: variable ? { variable } : {} }, roles)).toBe(field);
});
