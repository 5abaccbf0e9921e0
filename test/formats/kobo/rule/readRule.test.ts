import { describe, expect, it } from 'vitest';
import { readRule, UnreadRule } from '#formats/kobo/rule/readRule.ts';

const whyNot = (words: string): readonly [string, string] | null => {
  try {
    readRule(words);
    return null;
  } catch (error) {
    if (!(error instanceof UnreadRule)) throw error;
    return [error.reason, error.detail];
  }
};

describe('a rule of a form', () => {
  it('binds as XPath does: or, and, equality, order, sums, products', () => {
    const answer = { kind: 'answer' };
    const number = (value: number) => ({ kind: 'number', value });
    expect(readRule('. = 1 or . > 2 + 3 * 4 and true()')).toEqual({
      kind: 'operation',
      operator: 'or',
      left: { kind: 'operation', operator: '=', left: answer, right: number(1) },
      right: {
        kind: 'operation',
        operator: 'and',
        left: {
          kind: 'operation',
          operator: '>',
          left: answer,
          right: {
            kind: 'operation',
            operator: '+',
            left: number(2),
            right: { kind: 'operation', operator: '*', left: number(3), right: number(4) },
          },
        },
        right: { kind: 'call', name: 'true', given: [] },
      },
    });
  });

  it.each([
    '.>=0 and.<=120',
    "regex(., '^[0]{1}[0-9]{9}$')",
    'not(selected(., "none") and count-selected(.) > 1)',
    '. <= today() and . >= ${left_aoo}',
    "if(selected(${currency},'sos'),.>=10000 and .<=30000,.>=10 and .<=30)",
    'selected (., ‘no’)',
    '. = -999',
    '.5 < .',
    '${ total } div 2 >= . mod 3',
  ])('is read: %s', (words) => {
    expect(whyNot(words)).toBeNull();
  });

  it.each([
    ['pulldata("x", "y", "z", .) > 1', 'function', 'pulldata()'],
    ['. < now()', 'function', 'now()'],
    ['not(1, 2)', 'function', 'not()'],
    ['/data/age > 3', 'syntax', '/data/age > 3'],
    ['. > current()/../age', 'syntax', '/../age'],
    ['. >', 'syntax', ''],
    ['. > 1)', 'syntax', ')'],
    ['(. > 1', 'syntax', ''],
    ["'open", 'syntax', "'open"],
    ['. <= age', 'syntax', ' age'],
    ['', 'syntax', ''],
  ])('is not read, with the reason: %s', (words, reason, detail) => {
    const [why, where] = whyNot(words)!;
    expect(why).toBe(reason);
    expect(where.startsWith(detail)).toBe(true);
  });

  it('is neither too deep nor too long', () => {
    expect(whyNot(`${'('.repeat(120)}.${')'.repeat(120)}`)?.[0]).toBe('syntax');
    expect(whyNot(`${'-'.repeat(5000)}1`)?.[0]).toBe('syntax');
    expect(whyNot(`.${' or .'.repeat(6000)}`)?.[0]).toBe('syntax');
  });
});
