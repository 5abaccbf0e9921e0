// @vitest-environment happy-dom
import { mount } from '@vue/test-utils';
import { expect, it } from 'vitest';
import VariableCombobox from '#renderer/src/components/VariableCombobox.vue';
import { fakeBridge } from '../fakeBridge.ts';
import { globalWith } from '../mountApp.ts';

const variables = [
  { name: 'ur', label: 'Urbano/Rural' },
  { name: 'Q1', label: 'Q1. Age' },
  { name: 'strata', label: '' },
];
const shown = (modelValue: string, byLabel: boolean): string =>
  mount(VariableCombobox, {
    props: { label: 'By group', inputId: 'by', variables, modelValue, byLabel },
    global: globalWith(fakeBridge({})),
  }).find('input').element.value;

it('calls the chosen variable by its label where that was asked for, without the number of its question', () => {
  expect(shown('ur', true)).toBe('Urbano/Rural');
  expect(shown('Q1', true)).toBe('Age');
  expect(shown('strata', true)).toBe('strata');
});

it('calls it by its name otherwise', () => {
  expect(shown('ur', false)).toBe('ur');
});
