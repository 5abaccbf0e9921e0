import { expect, test } from 'vitest';
import { isFromHere } from '../../src/serve/isFromHere.ts';

const here = { host: '127.0.0.1:8123', origin: 'http://127.0.0.1:8123' };

test('the page’s own requests, by either of its names', () => {
  expect(isFromHere('POST', { ...here, 'sec-fetch-site': 'same-origin' }, 8123)).toBe(true);
  expect(isFromHere('POST', { host: 'localhost:8123', origin: 'http://localhost:8123' }, 8123)).toBe(true);
  expect(isFromHere('GET', { host: here.host, 'sec-fetch-site': 'same-origin' }, 8123)).toBe(true);
});

test('an address typed by the user', () => {
  expect(isFromHere('GET', { host: here.host, 'sec-fetch-site': 'none' }, 8123)).toBe(true);
  expect(isFromHere('GET', { host: here.host }, 8123)).toBe(true);
});

test('a foreign name that leads to this machine', () => {
  expect(isFromHere('GET', { host: 'rebound.example:8123' }, 8123)).toBe(false);
  expect(isFromHere('GET', { host: '127.0.0.1:8124' }, 8123)).toBe(false);
  expect(isFromHere('GET', {}, 8123)).toBe(false);
});

test('one name’s page asking the other name', () => {
  expect(isFromHere('POST', { host: 'localhost:8123', origin: 'http://127.0.0.1:8123' }, 8123)).toBe(false);
});

test('another site, however it asks', () => {
  for (const site of ['cross-site', 'same-site']) {
    expect(isFromHere('GET', { host: here.host, 'sec-fetch-site': site }, 8123)).toBe(false);
    expect(isFromHere('POST', { ...here, 'sec-fetch-site': site }, 8123)).toBe(false);
  }
  expect(isFromHere('GET', { host: here.host, origin: 'https://evil.example' }, 8123)).toBe(false);
  expect(isFromHere('POST', { host: here.host, origin: 'null' }, 8123)).toBe(false);
});

test('a change that names no origin', () => {
  expect(isFromHere('POST', { host: here.host }, 8123)).toBe(false);
  expect(isFromHere('POST', { host: here.host, 'sec-fetch-site': 'same-origin' }, 8123)).toBe(false);
  expect(isFromHere('DELETE', { host: here.host }, 8123)).toBe(false);
});
