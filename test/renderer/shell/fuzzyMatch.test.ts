import { describe, expect, it } from 'vitest';
import { fuzzyMatch, markedParts, searchable, wordsOf } from '#renderer/src/shell/fuzzyMatch.ts';

const match = (query: string, ...texts: string[]) => fuzzyMatch(wordsOf(query), texts.map(searchable));
/** The text with what matched in brackets. */
function marked(query: string, text: string): string | null {
  const found = match(query, text);
  return (
    found &&
    markedParts(searchable(text), found.marks[0])
      .map((part) => (part.matches ? `[${part.text}]` : part.text))
      .join('')
  );
}

describe('a fuzzy match', () => {
  it.each([
    ['expo', 'Export this survey…', '[Expo]rt this survey…'],
    ['THIS sur', 'Export this survey…', 'Export [this] [sur]vey…'],
    ['fw', 'Fear × Want', '[F]ear × [W]ant'],
    ['feawa', 'Fear × Want', '[Fea]r × [Wa]nt'],
    ['q12', 'Q112', '[Q1]1[2]'],
    ['vle', 'La Ville', 'La [V]i[l]l[e]'],
    ['francais', 'Français', '[Français]'],
    ['sécurité', 'La securite', 'La [securite]'],
    ['জানি', 'আমি জানি না', 'আমি [জানি] না'],
    ['দারিদ্র্য', 'খাদ্য ও দারিদ্র্য', 'খাদ্য ও [দারিদ্র্য]'],
    ['zz', 'Export', null],
    ['xport survey gone', 'Export this survey…', null],
  ])('of %s in %s', (query, text, expected) => {
    expect(marked(query, text)).toBe(expected);
  });

  it('takes letters that stand apart only in short texts', () => {
    expect(match('hwd', 'How often have you gone without food over the past year')).toBeNull();
    expect(match('hwf', 'How often without food')).not.toBeNull();
  });

  it('puts first what is the word, then what begins with it, then beginnings of words, then the rest', () => {
    const order = ['age', 'agent', 'voting age', 'language', 'a green egg', 'able change'];
    const scores = order.map((text) => match('age', text)?.score ?? -1);
    expect(scores).toEqual(scores.toSorted((left, right) => right - left));
    expect(new Set(scores).size).toBe(order.length);
  });

  it('prefers the name to the label', () => {
    const [name, label] = [match('water', 'water', 'Source'), match('water', 'q7', 'Water')];
    expect(name!.score).toBeGreaterThan(label!.score);
    expect([...label!.marks[1]]).toEqual([0, 1, 2, 3, 4]);
  });
});
