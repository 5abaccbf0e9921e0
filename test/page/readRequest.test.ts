import { expect, test } from 'vitest';
import { readRequest } from '#page/readRequest.ts';

test('a call is an id, an operation and an input, nothing more', () => {
  const call = { id: 'study.list:1', operation: 'study.list', input: {} };
  expect(readRequest(call)).toEqual(call);
  for (const nonsense of [
    null,
    'call',
    [],
    {},
    { ...call, id: '' },
    { ...call, id: 7 },
    { ...call, id: 'x'.repeat(201) },
    { ...call, operation: {} },
    { ...call, more: 1 },
  ]) {
    expect(readRequest(nonsense)).toBeUndefined();
  }
});
