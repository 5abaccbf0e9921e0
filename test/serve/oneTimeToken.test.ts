import { expect, test } from 'vitest';
import { createOneTimeToken } from '../../src/serve/oneTimeToken.ts';

test('the token works once; its session goes on', () => {
  const access = createOneTimeToken();
  const session = access.exchange(access.token);
  expect(session).toBeTypeOf('string');
  expect(access.isSession(session ?? '')).toBe(true);
  expect(access.exchange(access.token)).toBeUndefined();
  expect(access.isSession(session ?? '')).toBe(true);
});

test('a wrong token does not spend the right one', () => {
  const access = createOneTimeToken();
  expect(access.exchange('wrong')).toBeUndefined();
  expect(access.exchange('')).toBeUndefined();
  expect(access.exchange(access.token)).toBeDefined();
});

test('the token is no session, and nothing is one before the exchange', () => {
  const access = createOneTimeToken();
  expect(access.isSession(access.token)).toBe(false);
  expect(access.isSession('')).toBe(false);
});

test('tokens are long and never the same', () => {
  const [first, second] = [createOneTimeToken(), createOneTimeToken()];
  expect(first.token).toMatch(/^[\w-]{43}$/);
  expect(first.token).not.toBe(second.token);
});
