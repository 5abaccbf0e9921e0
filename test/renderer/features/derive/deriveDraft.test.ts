import { describe, expect, it } from 'vitest';
import type { DerivedDefinition, DerivedState } from '#contract/derived.ts';
import {
  definitionOf,
  draftOf,
  emptyDraft,
  newCodes,
  variableOf,
} from '#renderer/src/features/derive/deriveDraft.ts';
import { definitionWords } from '#renderer/src/features/derive/definitionWords.ts';
import { markProblem } from '#renderer/src/features/derive/markProblem.ts';
import { numberOf, numbersOf } from '#renderer/src/features/derive/numberText.ts';
import { suggestName } from '#renderer/src/features/derive/suggestName.ts';

const kept = (definition: DerivedDefinition): DerivedState => ({
  name: 'd',
  label: 'D',
  measure: 'nominal',
  valueLabels: [{ value: 1, label: 'One' }],
  definition,
  sources: [],
  usedBy: [],
  problem: null,
});

describe('a variable that is being defined', () => {
  it('puts answers with the same new code together, and leaves untouched ones to the rest', () => {
    const draft = {
      ...emptyDraft(),
      source: 'Q1',
      to: new Map([
        [1, '0'],
        [2, '0'],
        [3, '1'],
        [4, ''],
        [5, '.'],
      ]),
    };
    expect(definitionOf(draft)).toEqual({
      kind: 'recode',
      source: 'Q1',
      rules: [
        { values: [1, 2], ranges: [], to: 0 },
        { values: [3], ranges: [], to: 1 },
        { values: [5], ranges: [], to: null },
      ],
      otherwise: 'missing',
      whenMissing: null,
    });
    expect(newCodes(draft)).toEqual([0, 1]);
  });

  it('is not asked for before it says anything', () => {
    const source = 'Q1';
    expect(definitionOf({ ...emptyDraft(), source })).toBeNull();
    expect(definitionOf({ ...emptyDraft(), kind: 'band', source, cuts: '18, x' })).toBeNull();
    expect(definitionOf({ ...emptyDraft(), kind: 'band', source, by: 'quantiles', groups: '1' })).toBeNull();
    expect(definitionOf({ ...emptyDraft(), kind: 'topBox', source })).toBeNull();
    expect(definitionOf({ ...emptyDraft(), kind: 'count', codes: [1] })).toBeNull();
    expect(definitionOf({ ...emptyDraft(), kind: 'combine' })).toBeNull();
    expect(definitionOf({ ...emptyDraft(), kind: 'expression', expression: '  ' })).toBeNull();
    expect(definitionOf({ ...emptyDraft(), kind: 'standardise' })).toBeNull();
  });

  it('keeps labels of the codes that it gives, and of no others', () => {
    const draft = { ...emptyDraft(), source: 'Q1', to: new Map([[1, '7']]) };
    const labels = { '7': ' Seven ', '8': 'Eight' };
    expect(variableOf({ ...draft, name: ' n ', labels })).toMatchObject({
      name: 'n',
      valueLabels: [{ value: 7, label: 'Seven' }],
    });
  });

  const definitions: readonly DerivedDefinition[] = [
    {
      kind: 'recode',
      source: 'Q1',
      rules: [
        { values: [1, 2], ranges: [], to: 0 },
        { values: [], ranges: [{ low: 3, high: null }], to: null },
      ],
      otherwise: 'keep',
      whenMissing: 9,
    },
    { kind: 'band', source: 'age', by: { how: 'cuts', cuts: [18, 45.5], closed: 'right' } },
    { kind: 'band', source: 'age', by: { how: 'quantiles', groups: 4, weighted: true } },
    { kind: 'combine', rules: [{ when: 'a = 1 and b > 2', to: 1 }], otherwise: null },
    { kind: 'topBox', source: 'Q1', codes: [4, 5] },
    { kind: 'count', sources: ['a', 'b'], codes: [1], minimumValid: 2 },
    { kind: 'standardise', source: 'age', weighted: true },
    { kind: 'expression', expression: 'a + b' },
  ];
  it.each(definitions)('comes back from the study as it went there: $kind', (definition) => {
    expect(definitionOf(draftOf(kept(definition)))).toEqual(definition);
  });
});

describe('numbers as they are typed', () => {
  it.each([
    ['1,5', 1.5],
    [' −2 ', -2],
    ['', null],
    ['1,000,5', null],
    ['x', null],
  ] as const)('“%s” is %s', (text, value) => expect(numberOf(text)).toBe(value));

  it('stand in lists with commas, semicolons or spaces', () => {
    expect(numbersOf('18, 25;45  65')).toEqual([18, 25, 45, 65]);
    expect(numbersOf('')).toEqual([]);
    expect(numbersOf('18, x')).toBeNull();
  });
});

describe('where a problem lies in an expression', () => {
  const invalid = (position: number) => ({
    code: 'expression.invalid' as const,
    params: { position, detail: '', expression: '' },
  });

  it('is the character, with the word that begins there', () => {
    expect(markProblem('age + + 3', invalid(7))).toEqual({ before: 'age + ', at: '+', after: ' 3' });
    expect(markProblem('age wrong', invalid(5))).toEqual({ before: 'age ', at: 'wrong', after: '' });
  });

  it('is a place after the end where something is still to come', () => {
    expect(markProblem('age +', invalid(6))).toEqual({ before: 'age +', at: ' ', after: '' });
  });

  it('is the name that is not known, as a word of its own', () => {
    const unknown = { code: 'variable.unknown', params: { variable: 'ag' } } as const;
    expect(markProblem('age + ag', unknown)).toEqual({ before: 'age + ', at: 'ag', after: '' });
    expect(markProblem('age', unknown)).toBeNull();
  });
});

describe('a name that is proposed', () => {
  it('says what it was made from and how, and is no variable’s yet', () => {
    expect(suggestName('band', 'age', new Set(['age']))).toBe('age_band');
    expect(suggestName('band', 'age', new Set(['AGE_BAND', 'age_band2']))).toBe('age_band3');
    expect(suggestName('recode', null, new Set())).toBe('');
    expect(suggestName('expression', null, new Set())).toBe('computed');
  });
});

describe('a definition in words', () => {
  it('says each rule on a line of its own', () => {
    const say = (key: string, words: object = {}) => `${key}(${Object.values(words).join('|')})`;
    const [recode] = [
      {
        kind: 'recode',
        source: 'Q1',
        rules: [{ values: [1, 2], ranges: [{ low: 5, high: null }], to: null }],
        otherwise: 4,
        whenMissing: 9,
      } as const,
    ].map(({ rules, ...rest }) => ({
      ...rest,
      rules: rules.map((rule) => ({ ...rule, values: [...rule.values], ranges: [...rule.ranges] })),
    }));
    expect(definitionWords(recode, say)).toEqual([
      'derive.says.recode(Q1)',
      'derive.says.rule(1, 2, 5–…|derive.missing())',
      'derive.says.others(4)',
      'derive.says.whenMissing(9)',
    ]);
  });
});
