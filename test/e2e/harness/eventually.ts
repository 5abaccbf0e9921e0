import { expect } from 'vitest';

/** Asks again until it holds; a busy machine may take its time. */
export const eventually = <Value>(value: () => Value | Promise<Value>) =>
  expect.poll(value, { timeout: 15_000 });
