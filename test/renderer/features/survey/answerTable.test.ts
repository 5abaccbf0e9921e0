// @vitest-environment happy-dom
import { mount } from '@vue/test-utils';
import { expect, test } from 'vitest';
import AnswerTable from '#renderer/src/features/survey/AnswerTable.vue';
import type { Distribution } from '#renderer/src/stores/variables.ts';
import { fakeBridge } from '../../fakeBridge.ts';
import { globalWith } from '../../mountApp.ts';
import { variableFixture } from '../../studyFixture.ts';

type Category = Distribution['categories'][number];

const category = (change: Partial<Category>): Category => ({
  value: null,
  label: '',
  n: 10,
  weightedN: 10,
  share: 0.5,
  missing: 'no',
  from: null,
  to: null,
  ...change,
});

function rowsOf(categories: Category[]): (string | null)[][] {
  const shown = mount(AnswerTable, {
    props: {
      variable: variableFixture('asked', { type: 'date' }),
      distribution: { variable: 'asked', categories, truncated: false },
      hue: 'plain',
    },
    global: globalWith(fakeBridge({})),
  });
  return shown
    .findAll('tbody tr')
    .map((row) => [row.find('.code').exists() ? row.get('.code').text() : null, row.get('.text').text()]);
}

test('a date is shown as a date, not as a count of seconds', () => {
  const times = { value: '2010-08-01', from: null, to: null };
  expect(rowsOf([category({ value: 135e8, times })])).toEqual([[null, 'Aug 1, 2010']]);
});

test('bands of dates have dates at their ends; one of a single day has it once', () => {
  const band = (from: string, to: string) => category({ from: 1, to: 2, times: { value: null, from, to } });
  expect(rowsOf([band('2010-08-01', '2010-08-04'), band('2010-08-05', '2010-08-05')])).toEqual([
    [null, 'Aug 1, 2010 – Aug 4, 2010'],
    [null, 'Aug 5, 2010'],
  ]);
});

test('a date with a label of its own keeps it, and a number its code', () => {
  expect(
    rowsOf([
      category({ value: 1, label: 'unknown', times: { value: '1582-10-14', from: null, to: null } }),
      category({ value: 3 }),
    ]),
  ).toEqual([
    ['', 'unknown'],
    ['3', '3'],
  ]);
});

test('the naïve shares stand beside, marked where they are more than 2 points off', () => {
  const answers = (shares: readonly number[]): Distribution => ({
    ...{ variable: 'asked', truncated: false },
    categories: [
      ...shares.map((share, value) => category({ value, label: `Answer ${value}`, share })),
      category({ value: 9, label: 'Refused', share: null, missing: 'marked' }),
    ],
  });
  const shown = mount(AnswerTable, {
    props: {
      ...{ variable: variableFixture('asked'), hue: 'plain' },
      ...{ distribution: answers([0.69, 0.31]), naive: answers([0.58, 0.42]) },
    },
    global: globalWith(fakeBridge({})),
  });
  const shares = shown.findAll('tbody td.number:not(.quiet)').map((each) => each.text());
  expect(shares[0]).toMatch(/^69%\s*naïve 58%, more than 2 points off$/);
  expect(shares[2]).toBe('');
  expect(shown.get('aside').text()).toContain('2 of 2 shares');
});
