import { expect } from 'vitest';
import { patience } from './patience.ts';

/** Asks again until it holds; a busy machine may take its time. */
export const eventually = <Value>(value: () => Value | Promise<Value>) =>
  expect.poll(value, { timeout: patience });
