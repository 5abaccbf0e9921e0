// @vitest-environment happy-dom
import { mount } from '@vue/test-utils';
import { expect, it, vi } from 'vitest';
import { defineComponent, markRaw, ref } from 'vue';
import type { ProblemMessage } from '#contract/problem.ts';
import { useAnswer } from '#renderer/src/useAnswer.ts';
import { fakeBridge } from './fakeBridge.ts';
import { globalWith } from './mountApp.ts';

const empty: ProblemMessage = { code: 'design.noRespondents', params: {} };
const mistake: ProblemMessage = {
  code: 'expression.invalid',
  params: { expression: 'a =', position: 3, detail: '', expected: [] },
};

function room() {
  const asked = ref('all');
  const run = async ({ of }: { of: string; design?: undefined }): Promise<string> => {
    if (of === 'nobody') throw Object.assign(new Error(empty.code), empty);
    if (of === 'mistyped') throw Object.assign(new Error(mistake.code), mistake);
    return `answer to ${of}`;
  };
  const Room = defineComponent({
    setup: () => ({
      answered: markRaw(
        useAnswer(
          run,
          () => ({ of: asked.value }),
          (_, { code }) => code === mistake.code,
        ),
      ),
    }),
    render: () => null,
  });
  const { vm } = mount(Room, { global: globalWith(fakeBridge({})) });
  return { asked, answered: vm.answered };
}

it('does not show the answer to an earlier question as one to a question that has none', async () => {
  const { asked, answered } = room();
  await vi.waitFor(() => expect(answered.answer.value).toBe('answer to all'));
  asked.value = 'nobody';
  await vi.waitFor(() => expect(answered.problem.value).not.toBeNull());
  expect(answered.answer.value).toBeNull();
  asked.value = 'women';
  await vi.waitFor(() => expect(answered.answer.value).toBe('answer to women'));
});

it('keeps the answer through a problem that it outlasts', async () => {
  const { asked, answered } = room();
  await vi.waitFor(() => expect(answered.answer.value).toBe('answer to all'));
  asked.value = 'mistyped';
  await vi.waitFor(() => expect(answered.problem.value).not.toBeNull());
  expect(answered.answer.value).toBe('answer to all');
});
