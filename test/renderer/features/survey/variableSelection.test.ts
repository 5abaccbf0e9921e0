import { describe, expect, it } from 'vitest';
import { listEntries, setKey } from '#renderer/src/features/survey/listEntries.ts';
import { namesOf, rangeOf, sharedCodes } from '#renderer/src/features/survey/variableSelection.ts';
import { variableFixture } from '../../studyFixture.ts';

const variables = ['a', 'b', 'c', 'd'].map((name) => variableFixture(name));
const set = {
  name: '$s',
  label: '',
  kind: 'dichotomy',
  counted: 1,
  variables: ['c', 'd'],
  origin: 'hand',
} as const;
const entries = listEntries('', variables, [{ ...set, variables: [...set.variables], lost: [] }]);

describe('variables chosen together', () => {
  it('reach from one to another, either way, without the sets between them', () => {
    expect(entries.map(({ key }) => key)).toEqual(['a', 'b', setKey('$s'), 'c', 'd']);
    expect(rangeOf(entries, 'b', 'd')).toEqual(['b', 'c', 'd']);
    expect(rangeOf(entries, 'd', 'b')).toEqual(['b', 'c', 'd']);
    expect(rangeOf(entries, setKey('$s'), 'a')).toEqual(['a', 'b']);
  });

  it('are one alone where a range has no beginning', () => {
    expect(rangeOf(entries, null, 'c')).toEqual(['c']);
    expect(rangeOf(entries, 'gone', 'c')).toEqual(['c']);
  });

  it('are all that were found', () => {
    expect(namesOf(entries)).toEqual(['a', 'b', 'c', 'd']);
  });

  it('share codes of the same label, marked where all of them have the mark', () => {
    const [first, second] = sharedCodes([
      variableFixture('a', { valueLabels: [{ value: 9, label: 'Refused' }], marked: [9] }),
      variableFixture('b', {
        valueLabels: [
          { value: 1, label: 'Yes' },
          { value: 9, label: 'refused ' },
        ],
        marked: [9],
      }),
    ]);
    expect(first).toEqual({ value: 9, label: 'Refused', variables: ['a', 'b'], marked: true });
    expect(second).toMatchObject({ value: 1, variables: ['b'], marked: false });
  });
});
