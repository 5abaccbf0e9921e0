// @vitest-environment happy-dom
import { mount } from '@vue/test-utils';
import { expect, test } from 'vitest';
import { nextTick } from 'vue';
import AnswerProblem from '#renderer/src/components/AnswerProblem.vue';
import MethodLine from '#renderer/src/components/MethodLine.vue';
import { fakeBridge } from '../fakeBridge.ts';
import { globalWith } from '../mountApp.ts';
import { designFixture } from '../studyFixture.ts';

test('the words of a method line are explained at a question mark that the keyboard reaches', async () => {
  const line = mount(MethodLine, {
    props: { design: designFixture, rest: [], terms: ['deff'] as const },
    global: globalWith(fakeBridge({})),
    attachTo: document.body,
  });
  const help = line.get('button');
  expect(help.attributes('aria-label')).toBe('Explain the words of statistics');
  await help.trigger('click');
  await nextTick();
  const explained = [...document.querySelectorAll('dt')].map((each) => each.textContent);
  expect(explained).toEqual(['Design effect (Deff)', 'Interval', 'Degrees of freedom (df)']);
  line.unmount();
});

test('a problem of the design has its own way out, unless a nearer one is given', () => {
  const shown = (slots: Record<string, string> = {}) =>
    mount(AnswerProblem, {
      props: { problem: { code: 'design.noRespondents', params: {} } },
      slots,
      global: globalWith(fakeBridge({})),
    });
  expect(shown().get('button').text()).toBe('Change the design…');
  expect(shown({ default: '<button>Clear the filter</button>' }).text()).toMatch(/Clear the filter$/);
});
