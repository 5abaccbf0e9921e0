import { describe, expect, it } from 'vitest';
import { changeGroups } from '#renderer/src/features/waves/changeGroups.ts';
import {
  leftLines,
  matchDifferences,
  matchWordings,
  takenCounts,
} from '#renderer/src/features/waves/matchLines.ts';
import { createFormats } from '#presentation/text/createFormats.ts';
import { noChanges } from './noChanges.ts';

const say = (key: string, words: object = {}): string => `${key}(${Object.values(words).join('|')})`;
const words = { t: say, formats: createFormats('en'), problemText: ({ code }: { code: string }) => code };

describe('what a corrected file would change', () => {
  it('is nothing where names, labels and codes are the same', () => {
    expect(changeGroups(noChanges, words)).toEqual([]);
  });

  it('begins with what would wait, and says why', () => {
    const groups = changeGroups(
      {
        ...noChanges,
        removed: [{ name: 'water', label: 'Water' }],
        waiting: {
          ...noChanges.waiting,
          marks: ['water'],
          edits: ['water', 'food'],
          roles: [{ role: 'weight', variable: 'w' }],
          concerns: [
            { variable: 'water', codes: [] },
            { variable: 'food', codes: [3, 4] },
          ],
          derived: [{ variable: 'r', problem: { code: 'variable.unknown', params: { variable: 'water' } } }],
        },
      },
      words,
    );
    expect(groups.map(({ kind, loses, lines }) => [kind, loses, lines.map(({ text }) => text)])).toEqual([
      ['concerns', true, ['waves.gone()', 'waves.codesGone(3, 4)']],
      ['derived', true, ['variable.unknown']],
      ['roles', true, ['waves.roleGone(waves.role.weight())']],
      ['marks', true, ['waves.gone()', 'waves.gone()']],
      ['removed', false, ['Water']],
    ]);
  });

  it('says what becomes of labels, codes and missing rules', () => {
    const rule = (codes: number[]) => ({ codes, range: null });
    const groups = changeGroups(
      {
        ...noChanges,
        labels: [{ variable: 'a', before: 'A', after: '' }],
        valueLabels: [{ variable: 'a', codes: [{ value: 1, before: null, after: 'Yes' }] }],
        codes: [{ variable: 'a', added: [5], gone: [1, 2] }],
        missing: [{ variable: 'a', before: rule([9]), after: { codes: [], range: { low: 90, high: null } } }],
      },
      words,
    );
    expect(groups.map(({ kind, lines }) => [kind, lines[0].text])).toEqual([
      ['codes', 'waves.codesNew(5) and waves.codesGone(1, 2)'],
      ['valueLabels', '1: waves.becomes(waves.nothing()|Yes)'],
      ['labels', 'waves.becomes(A|waves.nothing())'],
      ['missing', 'waves.becomes(9|90–…)'],
    ]);
  });
});

describe('two waves beside each other', () => {
  const match = {
    variable: 'a',
    label: 'A',
    other: 'a',
    otherLabel: 'A',
    by: 'name' as const,
    sameType: true,
    sameLabel: true,
    codes: [],
  };

  it('differ where a code means something else or the name is another', () => {
    const codes = [{ value: 3, label: 'Often', otherLabel: null }];
    const differ = [
      match,
      { ...match, variable: 'b', codes },
      { ...match, variable: 'c', other: 'c1', by: 'label' as const },
      { ...match, variable: 'd', sameType: false },
    ];
    expect(matchDifferences(differ, say).map(({ name, text }) => [name, text])).toEqual([
      ['c', 'waves.calledThere(c1)'],
      ['d', 'waves.otherType()'],
      ['b', 'waves.codesHere(waves.codeNamed(3|Often))'],
    ]);
  });

  it('say first where codes mean something else, and of many codes only some', () => {
    const gone = { value: 9, label: null, otherLabel: 'Refused' };
    const region = Array.from({ length: 6 }, (_, value) => ({ value, label: 'here', otherLabel: 'there' }));
    const differ = [
      { ...match, variable: 'b', codes: [gone] },
      { ...match, variable: 'region', codes: region },
    ];
    expect(matchDifferences(differ, say).map(({ name, text }) => [name, text])).toEqual([
      [
        'region',
        'waves.codeMeans(0|here|there); waves.codeMeans(1|here|there); waves.codeMeans(2|here|there); waves.moreCodes(3)',
      ],
      ['b', 'waves.codesThere(waves.codeNamed(9|Refused))'],
    ]);
  });

  it('are listed apart where only the wording of a label is another', () => {
    const worded = { ...match, sameLabel: false, otherLabel: 'AA' };
    expect(matchDifferences([worded], say)).toEqual([]);
    expect(matchWordings([match, worded])).toEqual([{ name: 'a', text: 'A ← AA' }]);
  });

  it('say what was taken over and why the rest was not', () => {
    const one = (kind: 'concern' | 'role') => ({ kind, name: 'x', variable: 'x' });
    expect(takenCounts([one('concern'), one('role'), one('concern')])).toEqual([
      { kind: 'role', count: 1 },
      { kind: 'concern', count: 2 },
    ]);
    const left = { kind: 'concern', name: 'x', reason: 'codesDiffer', codes: [3], problem: null } as const;
    expect(leftLines([{ ...left, codes: [3] }], say, ({ code }) => code)).toEqual([
      { name: 'x', text: 'waves.kind.concern(): waves.reason.codesDiffer(3)' },
    ]);
    const mark = { ...left, kind: 'mark' as const, codes: [] };
    expect(
      leftLines([mark, { ...left, codes: [3] }], say, ({ code }) => code).map(
        ({ text }) => text.split(':')[0],
      ),
    ).toEqual(['waves.kind.concern()', 'waves.kind.mark()']);
  });
});
