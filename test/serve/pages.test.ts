import { expect, test } from 'vitest';
import { messagePage, withBridge } from '../../src/serve/pages.ts';
import { browserLanguage } from '../../src/serve/browserLanguage.ts';
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

test.each([
  ['fr-BJ,fr;q=0.9,en;q=0.8', 'fr', 'Introuvable'],
  ['bn', 'bn', 'পাওয়া যায়নি'],
  ['de', 'en', 'Not found'],
  [undefined, 'en', 'Not found'],
])('a browser that reads %s is told so in %s', (list, language, title) => {
  const found = browserLanguage({ 'accept-language': list });
  expect(found).toBe(language);
  expect(messagePage('notFound', found).content).toMatch(
    new RegExp(`<html lang="${language}">[^]*<h1>${title}</h1>`),
  );
});
