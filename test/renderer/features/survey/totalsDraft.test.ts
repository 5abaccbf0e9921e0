import { expect, test } from 'vitest';
import {
  answersOf,
  draftOfTotals,
  isWholeTable,
  tableOf,
  withPasted,
} from '#renderer/src/features/survey/totalsDraft.ts';
import type { Distribution } from '#renderer/src/stores/variables.ts';

const answers = [
  { value: 1, label: 'North', total: '' },
  { value: 2, label: 'South', total: '' },
  { value: 3, label: '', total: '' },
];
const totalsOf = (text: string, from = 0): string[] =>
  withPasted(answers, text, from).map(({ total }) => total);

test('cells pasted from a spreadsheet find their answers by label or code', () => {
  expect(totalsOf('south\t20\r\nNorth\t10\r\n3\t5\r\nEast\t9\r\n')).toEqual(['10', '20', '5']);
  expect(totalsOf('1\tNorth\t48.5%\n2\tSouth\t51.5%')).toEqual(['48.5%', '51.5%', '']);
});

test('a pasted column fills from where it is pasted, and no further than the last answer', () => {
  expect(totalsOf('7\n8\n9', 1)).toEqual(['', '7', '8']);
});

test('a whole table is known by its first line', () => {
  expect(isWholeTable('Variable\tValue\tTotal\nsex\t1\t5')).toBe(true);
  expect(isWholeTable('North\t5')).toBe(false);
});

test('what is kept is shown with labels, shares with their sign, and asked for again as it was', () => {
  const margins = [
    {
      variable: 'sex',
      totals: [
        { value: 1, total: 48.5 },
        { value: 2, total: 51.5 },
      ],
      shares: true,
    },
    { variable: 'say "x"', totals: [{ value: 'a, b', total: 12 }] },
  ];
  const draft = draftOfTotals(margins, new Map([['sex', { valueLabels: [{ value: 1, label: 'Woman' }] }]]));
  expect(draft[0].answers).toEqual([
    { value: 1, label: 'Woman', total: '48.5%' },
    { value: 2, label: '', total: '51.5%' },
  ]);
  expect(tableOf(draft)).toBe(
    'variable,value,total\n"sex","1","48.5%"\n"sex","2","51.5%"\n"say ""x""","a, b","12"',
  );
});

test('answers set aside are not asked for; too many answers are none', () => {
  const category = (
    value: number | null,
    missing: 'no' | 'marked' = 'no',
  ): Distribution['categories'][number] => ({
    value,
    label: '',
    n: 1,
    weightedN: 1,
    share: 0.5,
    missing,
    from: null,
    to: null,
  });
  const distribution = { variable: 'v', truncated: false };
  expect(answersOf({ ...distribution, categories: [category(1), category(9, 'marked')] })).toEqual([
    { value: 1, label: '', total: '' },
  ]);
  expect(answersOf({ ...distribution, categories: [category(null)] })).toBeNull();
  expect(answersOf({ ...distribution, truncated: true, categories: [category(1)] })).toBeNull();
});
