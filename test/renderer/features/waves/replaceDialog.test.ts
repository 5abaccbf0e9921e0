// @vitest-environment happy-dom
import { mount } from '@vue/test-utils';
import { expect, it, vi } from 'vitest';
import { defineComponent, h, nextTick, ref } from 'vue';
import type { Output } from '#contract/index.ts';
import ReplaceDialog from '#renderer/src/features/waves/ReplaceDialog.vue';
import { useReplace } from '#renderer/src/features/waves/useReplace.ts';
import { useFileDrop } from '#renderer/src/shell/useFileDrop.ts';
import { useStudyStore } from '#renderer/src/stores/study.ts';
import { fakeBridge } from '../../fakeBridge.ts';
import { globalWith } from '../../mountApp.ts';
import { studyFixture } from '../../studyFixture.ts';
import { noChanges } from './noChanges.ts';

const previewOf = (file: string): Output<'file.preview'> => ({
  file,
  fileName: file.replace('/chosen/', ''),
  bytes: 10,
  format: 'csv',
  encoding: 'utf-8',
  rows: 2,
  fileLabel: '',
  weight: null,
  variables: [{ name: 'age', label: '', type: 'text' }],
  firstRows: [],
  personal: [],
});

function dropOnWindow(name: string): Event {
  const event = new Event('drop', { bubbles: true, cancelable: true });
  Object.defineProperty(event, 'dataTransfer', {
    value: { types: ['Files'], files: [new File(['x'], name)] },
  });
  document.body.dispatchEvent(event);
  return event;
}

function shown() {
  const bridge = fakeBridge({
    'survey.reading': () => ({
      reading: {},
      companion: null,
      repeats: [],
      leftOut: [],
      variables: ['age'],
    }),
    'file.preview': ({ file }) => previewOf(file),
    'survey.compare': () => noChanges,
    'concern.list': () => ({ concerns: [] }),
  });
  const open = ref(false);
  const onWindow = vi.fn<(files: readonly File[]) => void>();
  const Shell = defineComponent(() => {
    useFileDrop(onWindow);
    useStudyStore().show(studyFixture, 1);
    const replacement = useReplace();
    return () =>
      h(ReplaceDialog, {
        replacement,
        open: open.value,
        'onUpdate:open': (isOpen: boolean) => (open.value = isOpen),
      });
  });
  const wrapper = mount(Shell, { global: globalWith(bridge), attachTo: document.body });
  const compared = () =>
    bridge.asked.flatMap(({ operation, input }) =>
      operation === 'survey.compare' ? [(input as { file: string }).file] : [],
    );
  return { wrapper, open, onWindow, compared };
}

it('takes a file that is dropped anywhere while it is open, and the window does not', async () => {
  const { wrapper, open, onWindow, compared } = shown();
  open.value = true;
  await nextTick();
  expect(dropOnWindow('better.csv').defaultPrevented).toBe(true);
  await vi.waitFor(() => expect(compared()).toEqual(['/chosen/better.csv']));
  await vi.waitFor(() => expect(document.body.textContent).toContain('better.csv'));

  dropOnWindow('best.csv');
  await vi.waitFor(() => expect(compared()).toEqual(['/chosen/better.csv', '/chosen/best.csv']));
  expect(onWindow).not.toHaveBeenCalled();
  wrapper.unmount();
});

it('leaves a file to the window while it is closed, and once it was closed', async () => {
  const { wrapper, open, onWindow, compared } = shown();
  dropOnWindow('new.csv');
  open.value = true;
  await nextTick();
  open.value = false;
  await nextTick();
  dropOnWindow('newer.csv');
  expect(onWindow.mock.calls.map(([[file]]) => file.name)).toEqual(['new.csv', 'newer.csv']);
  expect(compared()).toEqual([]);
  wrapper.unmount();
});
