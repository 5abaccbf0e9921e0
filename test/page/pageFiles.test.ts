import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { listPageFiles } from '#page/pageFiles.ts';

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'page-files-'));
  mkdirSync(join(folder, 'renderer', 'assets'), { recursive: true });
  writeFileSync(join(folder, 'secret.html'), 'secret');
  writeFileSync(join(folder, 'renderer', 'index.html'), '<head></head>');
  writeFileSync(join(folder, 'renderer', 'assets', 'app-1a2b.js'), '');
  writeFileSync(join(folder, 'renderer', 'assets', 'inter.woff2'), '');
  writeFileSync(join(folder, 'renderer', 'notes.sqlite'), '');
  symlinkSync(join(folder, 'secret.html'), join(folder, 'renderer', 'link.html'));
});
afterAll(() => rmSync(folder, { recursive: true }));

test('each file of the folder has one address, and the folder itself means its index', () => {
  const files = listPageFiles(join(folder, 'renderer'));
  expect([...files.keys()].sort()).toEqual([
    '/',
    '/assets/app-1a2b.js',
    '/assets/inter.woff2',
    '/index.html',
  ]);
  expect(files.get('/')?.file).toBe(join(folder, 'renderer', 'index.html'));
});

test('content types are named, so that none is guessed', () => {
  const files = listPageFiles(join(folder, 'renderer'));
  expect(files.get('/assets/app-1a2b.js')?.contentType).toBe('text/javascript; charset=utf-8');
  expect(files.get('/assets/inter.woff2')?.contentType).toBe('font/woff2');
});

test('a link out of the folder is not followed, and a kind of file that no page needs is not served', () => {
  const files = listPageFiles(join(folder, 'renderer'));
  expect(files.has('/link.html')).toBe(false);
  expect(files.has('/notes.sqlite')).toBe(false);
});
