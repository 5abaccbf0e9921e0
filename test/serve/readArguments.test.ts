import { expect, test } from 'vitest';
import { readArguments, UsageError } from '../../src/serve/readArguments.ts';

const read = (...args: string[]) => readArguments(args, '/home/amina');

test('nothing named: a free port, a browser where there is a desktop', () => {
  expect(read()).toEqual({ port: 0, open: undefined, help: false, start: {} });
});

test('options with a value after a space or after =', () => {
  expect(read('--port', '8123', '--sample=benin', '--no-open')).toEqual({
    port: 8123,
    open: false,
    help: false,
    start: { sample: 'benin' },
  });
});

test('a study or a file', () => {
  expect(read('--open', 'r7.sav')).toMatchObject({ open: true, start: { file: '/home/amina/r7.sav' } });
  expect(read('a.lfstudy')).toMatchObject({ start: { study: '/home/amina/a.lfstudy' } });
});

test.each([
  [['--port', '0']],
  [['--port', '65536']],
  [['--port=']],
  [['--sample', 'x']],
  [['--all']],
  [['--open=1']],
  [['a', 'b']],
  [['--sample=benin', 'a.sav']],
])('%j is wrong usage', (args) => {
  expect(() => read(...args)).toThrow(UsageError);
});
