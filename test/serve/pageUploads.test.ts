import { beforeEach, expect, test } from 'vitest';
import type { Reply } from '#contract/envelope.ts';
import type { OperationName } from '#contract/index.ts';
import { createPageUploads, type PageUploads } from '../../src/serve/pageUploads.ts';

let removed: string[];
let sent: PageUploads;

beforeEach(() => {
  removed = [];
  sent = createPageUploads({ remove: (path) => void removed.push(path) });
  for (const path of ['a', 'form', 'b', 'c']) sent.came('page', path);
  sent.came('other', 'd');
});

const answered = (operation: OperationName, input: unknown, kind: 'result' | 'error' = 'result'): void =>
  sent.answered('page', { id: '1', operation, input }, { id: '1', kind, result: null } as unknown as Reply);

test('a file is let go of with its form once it is in a study', () => {
  answered('survey.import', { file: 'a', reading: { companion: 'form' } }, 'error');
  expect(removed).toEqual([]);
  answered('survey.import', { file: 'a', reading: { companion: 'form' } });
  expect(removed).toEqual(['a', 'form']);
});

test('files that were looked at before the last two are let go of', () => {
  answered('file.preview', { file: 'a' });
  answered('file.preview', { file: 'a', reading: { companion: 'form' } });
  answered('file.preview', { file: 'b' });
  expect(removed).toEqual([]);
  answered('file.preview', { file: 'c' }, 'error');
  expect(removed).toEqual(['a', 'form']);
});

test('a page that is gone needs nothing, another keeps its own', () => {
  sent.gone('page');
  expect(removed).toEqual(['a', 'form', 'b', 'c']);
});

test('what was not sent by this page is not its to let go of', () => {
  answered('survey.import', { file: 'd' });
  expect(removed).toEqual([]);
});
