import { expect, test } from 'vitest';
import { withBridge } from '../../src/serve/pages.ts';
import { readCookie } from '../../src/serve/readCookie.ts';

test('the bridge stands before every other script', () => {
  const page = withBridge('<html><head><script type="module" src="/app.js"></script></head></html>');
  expect(page.indexOf('/bridge.js')).toBeLessThan(page.indexOf('/app.js'));
});

test('a cookie among others, by its whole name', () => {
  expect(readCookie('theme=dark; larger-freedom-8123=abc-_9; x=1', 'larger-freedom-8123')).toBe('abc-_9');
  expect(readCookie('larger-freedom-81234=abc', 'larger-freedom-8123')).toBeUndefined();
  expect(readCookie(undefined, 'larger-freedom-8123')).toBeUndefined();
});
