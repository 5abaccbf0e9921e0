import { describe, expect, test } from 'vitest';
import { completionsAt } from '#engine/expression/completionsAt.ts';

const names = ['age', 'sex', 'Q1 village', 'minutes', 'year'];

/** `|` is the cursor. */
function completed(text: string): { from: number; to: number; texts: string[] } {
  const position = text.indexOf('|');
  const { from, to, items } = completionsAt(text.replace('|', ''), position, names);
  return { from, to, texts: items.map((item) => item.text) };
}

test('an empty expression begins with a variable, a function or a word', () => {
  const { texts } = completed('|');
  expect(texts).toEqual(expect.arrayContaining(['age', '`Q1 village`', 'mean(', 'missing(', 'not', '(']));
  expect(texts).not.toContain('and');
});

describe('what goes on as the text begins; names that only contain it come later', () => {
  test.each([
    ['a|', 0, 1, ['age', 'abs(', '`Q1 village`', 'year']],
    ['sex = 1 and mi|', 12, 14, ['minutes', 'missing(', 'min(']],
    ['sex = 1 a|', 8, 9, ['and']],
    ['age i|', 4, 5, ['in']],
    ['mean(ag|e, sex)', 5, 8, ['age', '`Q1 village`']],
    ['1 + `Q1|', 4, 7, ['`Q1 village`']],
    ['`Q1 village` = se|', 15, 17, ['sex']],
  ])('%s', (text, from, to, texts) => {
    const found = completed(text);
    expect(found).toMatchObject({ from, to });
    expect(found.texts.toSorted()).toEqual(texts.toSorted());
    expect(found.texts[0]).toBe(texts[0]);
  });
});

test.each(['sex = "N|', 'age = 1|', 'age ; |', 'sqrt(a) + |'])('%s: nothing', (text) =>
  expect(completed(text).texts).toEqual([]),
);

test('after a number, what one can do with it', () => {
  const { texts } = completed('age |');
  expect(texts).toEqual(expect.arrayContaining(['=', '>=', 'in', '+', '**', 'not']));
  expect(texts).not.toContain('and');
  expect(completed('age = 1 |').texts).toEqual(expect.arrayContaining(['and', 'or']));
});
