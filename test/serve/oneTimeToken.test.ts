import { expect, test } from 'vitest';
import { createOneTimeToken } from '../../src/serve/oneTimeToken.ts';

test('the token works once; its session goes on', () => {
  const access = createOneTimeToken();
  const session = access.exchange(access.token);
  expect(access.exchange(access.token)).toBeUndefined();
  expect(access.isCookie(session?.cookie ?? '')).toBe(true);
  expect(access.isKey(session?.key ?? '')).toBe(true);
});

test('the cookie, which other servers of the machine see, is not the key', () => {
  const access = createOneTimeToken();
  const session = access.exchange(access.token);
  expect(access.isKey(session?.cookie ?? '')).toBe(false);
  expect(access.isCookie(session?.key ?? '')).toBe(false);
});

test('a wrong token does not spend the right one', () => {
  const access = createOneTimeToken();
  expect(access.exchange('wrong')).toBeUndefined();
  expect(access.exchange('')).toBeUndefined();
  expect(access.exchange(access.token)).toBeDefined();
});

test('the token is no session, and nothing is one before the exchange', () => {
  const access = createOneTimeToken();
  for (const offered of [access.token, '']) {
    expect(access.isCookie(offered)).toBe(false);
    expect(access.isKey(offered)).toBe(false);
  }
});

test('tokens are long and never the same', () => {
  const [first, second] = [createOneTimeToken(), createOneTimeToken()];
  expect(first.token).toMatch(/^[\w-]{43}$/);
  expect(first.token).not.toBe(second.token);
});
