import { expect, test } from 'vitest';
import { pageHeaders } from '#page/pageHeaders.ts';

const policy = Object.fromEntries(
  pageHeaders['content-security-policy'].split('; ').map((directive) => {
    const [name, ...sources] = directive.split(' ');
    return [name, sources];
  }),
);

test('everything that is not named is refused', () => {
  expect(policy['default-src']).toEqual(["'none'"]);
});

test('no directive lets in another origin, inline code or evaluated text', () => {
  const sources = new Set(Object.values(policy).flat());
  expect([...sources].sort()).toEqual(["'none'", "'self'", 'blob:', 'data:']);
  expect(policy['script-src']).toEqual(["'self'"]);
});

test('no feature of the browser is left to the page', () => {
  for (const feature of ['camera', 'microphone', 'geolocation', 'usb', 'local-fonts']) {
    expect(pageHeaders['permissions-policy']).toContain(`${feature}=()`);
  }
});
