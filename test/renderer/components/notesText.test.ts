// @vitest-environment happy-dom
import { mount } from '@vue/test-utils';
import { expect, test } from 'vitest';
import NotesText from '#renderer/src/components/NotesText.vue';
import { englishI18n } from '../englishI18n.ts';

const show = (notes: readonly string[], count?: number) =>
  mount(NotesText, {
    props: { notes, title: 'Notes in the file', ...(count === undefined ? {} : { count }) },
    global: { plugins: [englishI18n()] },
  });

test('short notes stand there as they are', () => {
  const shown = show(['Asked of everyone', 'Second']);
  expect(shown.find('details').exists()).toBe(false);
  expect(shown.findAll('p').map((one) => one.text())).toEqual(['Asked of everyone', 'Second']);
});

test('long ones are folded under their title and number', () => {
  const shown = show(['x'.repeat(500), 'Second'], 12);
  expect(shown.get('summary').text()).toBe('Notes in the file (12)');
  expect(shown.get('details').attributes('open')).toBeUndefined();
  expect(shown.text()).toContain('10 more notes');
});

test('many lines are long', () => {
  expect(show(['1\n2\n3\n4']).find('details').exists()).toBe(true);
});

test('empty ones are not there', () => {
  expect(show(['', ' ']).html()).not.toContain('<p');
});
