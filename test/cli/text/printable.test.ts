import { expect, test } from 'vitest';
import { printable, printableJson } from '../../../src/cli/text/printable.ts';
import { textTable } from '../../../src/cli/text/textTable.ts';

test('what a terminal would take for a command is not printed', () => {
  // Erase the screen; write the clipboard (OSC 52); the same in one character (C1); a return; a bell; an override.
  const label = 'a\x1b[2J\x1b]52;c;ZXZpbA==\x07\u009b2Jb\rc\u202ed';
  expect(printable(label)).toBe('a [2J ]52;c;ZXZpbA==  2Jb c d');
  expect(printable('Où ? 何 أين\nسؤال')).toBe('Où ? 何 أين\nسؤال');
});

test('a JSON document says the same without any control character', () => {
  const result = { label: 'a\x1b[2J\u007f\u009b2J\u202e' };
  const json = printableJson(JSON.stringify(result));
  expect(json).not.toMatch(/\p{Cc}/u);
  expect(JSON.parse(json)).toEqual(result);
});

test('a label of several lines stays in its row of a table', () => {
  expect(textTable(['name', '<label'], [['a', 'one\ntwo\x1b[1A']])).toBe(
    ['name  label', '────  ───────────', 'a     one two [1A'].join('\n'),
  );
});

test('a table may have more rows than a function takes arguments', () => {
  expect(
    textTable(
      ['name'],
      Array.from({ length: 300_000 }, () => ['a']),
    ).length,
  ).toBe(600_009);
});
