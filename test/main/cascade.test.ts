import { expect, test } from 'vitest';
import { cascade } from '../../src/main/cascade.ts';

const screen = { x: 0, y: 24, width: 1920, height: 1056 };
const size = { width: 1280, height: 860 };

test('a second window stands a step off the first', () => {
  const front = { x: 100, y: 60, ...size };
  expect(cascade(front, [front], screen)).toEqual({ x: 128, y: 88, ...size });
});

test('a third stands on neither of the two, whichever is in front', () => {
  const first = { x: 100, y: 60, ...size };
  const second = { x: 128, y: 88, ...size };
  expect(cascade(first, [first, second], screen)).toEqual({ x: 156, y: 116, ...size });
  expect(cascade(second, [first, second], screen)).toEqual({ x: 156, y: 116, ...size });
});

test('where the screen is full, they begin at its corner again', () => {
  const front = { x: 640, y: 220, ...size };
  expect(cascade(front, [front], screen)).toEqual({ x: 0, y: 24, ...size });
});

test('a window as large as the screen covers no other exactly', () => {
  const front = { ...screen };
  const next = cascade(front, [front], screen);
  expect([next.x, next.y]).not.toEqual([front.x, front.y]);
});
