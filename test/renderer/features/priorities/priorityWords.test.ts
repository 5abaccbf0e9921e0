import { describe, expect, it } from 'vitest';
import type { ConcernDefinition } from '#contract/concern.ts';
import { groupVariables } from '#renderer/src/format/groupVariables.ts';
import { neighbourWords } from '#presentation/priorities/neighbourWords.ts';
import { firstSort, sortRows, type SortKey } from '#presentation/priorities/sortRows.ts';
import { chosenConcerns } from '#presentation/analysis/questions.ts';
import { concernRules } from '#presentation/concerns/concernRules.ts';
import { variableFixture } from '../../studyFixture.ts';
import {
  byResidence,
  formats,
  four,
  plausibleRanking,
  rowsOf,
} from '../../../presentation/priorities/plausibleRanking.ts';

const { rows, shared } = rowsOf(plausibleRanking(four));

describe('a ranking as it is written', () => {
  it('says once what all labels begin with', () => {
    expect(shared).toBe('Problem where you live: …');
    expect(rows.map(({ name }) => name)).toEqual([
      'Poverty',
      'Theft and robbery',
      'Not being heard',
      'Firearms',
    ]);
  });

  it('puts few respondents in parentheses and hides too few', () => {
    expect(rows.map(({ text }) => text)).toEqual(['69.0%', '42.0%', '(40.0%)', '(*)']);
    expect(rows[3].interval).toBe('');
  });

  it('marks the groups that differ from the others', () => {
    const [poverty, theft] = rowsOf(plausibleRanking(byResidence)).rows;
    expect(poverty.groups.map(({ label, differs }) => [label, differs])).toEqual([
      ['Urban', 'lower'],
      ['Rural', 'higher'],
    ]);
    expect(theft.groups.map(({ differs }) => differs)).toEqual([null, null]);
  });
});

describe('what is said of two neighbours', () => {
  it('is that one is ahead, or that they cannot be told apart', () => {
    expect(neighbourWords(rows[0], rows[1], formats)).toEqual({
      key: 'priorities.apart',
      params: { first: 'Poverty', second: 'Theft and robbery', points: '27.0', low: '23.0', high: '31.0' },
    });
    expect(neighbourWords(rows[1], rows[2], formats)).toEqual({
      key: 'priorities.notApart',
      params: {
        first: 'Theft and robbery',
        second: 'Not being heard',
        points: '2.0',
        low: '−2.0',
        high: '6.0',
      },
    });
  });

  it('is nothing where one of them is not shown', () => {
    expect(neighbourWords(rows[2], rows[3], formats)).toBeNull();
  });
});

describe('sorting the table', () => {
  const order = (key: SortKey, turned = false) => {
    const sort = firstSort(key);
    const how = turned ? { key, descending: !sort.descending } : sort;
    return sortRows(rows, how, 'en').map(({ variable }) => variable);
  };

  it('begins with the first name and the largest number', () => {
    expect(order('name')).toEqual(['q4', 'q3', 'q1', 'q2']);
    expect(order('severity').slice(0, 3)).toEqual(['q1', 'q3', 'q2']);
    expect(order('n')).toEqual(['q4', 'q3', 'q2', 'q1']);
  });

  it('keeps what is not shown last in both directions', () => {
    expect(order('share').at(-1)).toBe('q4');
    expect(order('share', true)).toEqual(['q3', 'q2', 'q1', 'q4']);
  });
});

describe('which concerns are ranked', () => {
  const concern = (variable: string, change: Partial<ConcernDefinition>): ConcernDefinition => ({
    variable,
    freedom: 'fear',
    dimensions: ['personal'],
    concernedWhen: [3],
    ...change,
  });
  const all = [
    concern('a', {}),
    concern('b', { freedom: 'want', dimensions: ['economic', 'food'] }),
    concern('c', { freedom: 'want', concernedWhen: [] }),
    concern('d', { freedom: 'dignity' }),
  ];

  it('are those of the freedom and the dimension with ticked answers', () => {
    const left = (freedom: 'all' | 'want', dimension: 'all' | 'food' | 'personal') =>
      chosenConcerns(all, { freedom, dimension }).map(({ variable }) => variable);
    expect(left('all', 'all')).toEqual(['a', 'b', 'd']);
    expect(left('want', 'all')).toEqual(['b']);
    expect(left('all', 'food')).toEqual(['b']);
    expect(left('want', 'personal')).toEqual([]);
  });

  it('are asked for by freedom', () => {
    expect(concernRules(all.filter(({ concernedWhen }) => concernedWhen.length > 0))).toEqual({
      fear: [{ variable: 'a', concernedWhen: [3] }],
      want: [{ variable: 'b', concernedWhen: [3] }],
      dignity: [{ variable: 'd', concernedWhen: [3] }],
    });
  });

  it('and groups are variables with few answers that are not concerns', () => {
    const variables = [
      variableFixture('sex', { distinct: 2 }),
      variableFixture('age', { distinct: 70 }),
      variableFixture('id', { distinct: null }),
      variableFixture('country', { distinct: 1 }),
      variableFixture('theft', { distinct: 4 }),
    ];
    expect(groupVariables(variables, (name) => name === 'theft').map(({ name }) => name)).toEqual(['sex']);
  });
});
