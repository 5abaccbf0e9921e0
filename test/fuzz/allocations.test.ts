import { expect, it } from 'vitest';
import { bytesAskedFor } from './allocations.ts';

it.each([
  ['an array of numbers', () => new Float64Array(1000), 8000],
  ['an array over the memory of another', () => new Uint8Array(new ArrayBuffer(8000)), 8000],
  ['a zeroed buffer', () => Buffer.alloc(8000), 8000],
  ['a buffer as it comes', () => Buffer.allocUnsafe(8000), 8000],
  ['a buffer out of the pool', () => Buffer.allocUnsafeSlow(8000), 8000],
  ['buffers put together', () => Buffer.concat([Buffer.alloc(3000), Buffer.alloc(1000)]), 8000],
])('%s counts once', (_, ask, bytes) => {
  const before = bytesAskedFor();
  ask();
  expect(bytesAskedFor() - before).toBe(bytes);
});
