import { expect, test } from 'vitest';
import { KeptResults } from '#operations/keptResults.ts';

test('what was computed for a question is handed out again, and what was used longest ago goes first', () => {
  const computed: string[] = [];
  const kept = new KeptResults<string>(3, ({ length }) => length);
  const ask = (question: string): string =>
    kept.of([question, { of: 'one' }], () => {
      computed.push(question);
      return question.toUpperCase();
    });

  expect([ask('a'), ask('b'), ask('c'), ask('a')]).toEqual(['A', 'B', 'C', 'A']);
  expect(computed).toEqual(['a', 'b', 'c']);
  ask('d');
  ask('a');
  ask('b');
  expect(computed).toEqual(['a', 'b', 'c', 'd', 'b']);
});

test('a result larger than there is room for is given, but not kept', () => {
  let times = 0;
  const kept = new KeptResults<string>(3, ({ length }) => length);
  const ask = (): string => kept.of(['large'], () => `large ${++times}`);
  expect([ask(), ask()]).toEqual(['large 1', 'large 2']);
});
