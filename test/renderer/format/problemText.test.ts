// @vitest-environment happy-dom
import { mount } from '@vue/test-utils';
import { expect, test } from 'vitest';
import { defineComponent, h } from 'vue';
import type { ProblemMessage } from '#contract/problem.ts';
import { useProblemText } from '#renderer/src/format/useProblemText.ts';
import { makeI18n, speak } from '#renderer/src/i18n.ts';
import { catalogue } from '#words/fr/catalogue.ts';

function inFrench(problem: ProblemMessage): string {
  const i18n = makeI18n();
  speak(i18n, { language: 'fr', digits: 'western' }, catalogue);
  const shown = defineComponent(() => {
    const problemText = useProblemText();
    return () => h('p', problemText(problem));
  });
  return mount(shown, { global: { plugins: [i18n] } })
    .text()
    .replace(/[\u00a0\u202f]/g, ' ');
}

test('phrases in a problem are worded and their numbers written in the reader’s language', () => {
  const place = {
    phrase: 'byteIn',
    offset: 12345,
    part: { phrase: 'namedVariable', variable: 'Q1' },
  } as const;
  const detail = { phrase: 'widthOf', width: 300 } as const;
  expect(inFrench({ code: 'file.damaged', params: { file: '/data/a.sav', place, detail } })).toMatch(
    /^Le fichier a\.sav est endommagé \(octet 12 345, variable Q1 : une largeur de 300\)\. /,
  );
});

test('an expression that cannot be read is explained in one sentence', () => {
  const detail = { phrase: 'tooFewValues', name: 'mean', count: 2 } as const;
  const params = { expression: 'mean(a', position: 7, detail, expected: [] };
  expect(inFrench({ code: 'expression.invalid', params })).toBe(
    'L’expression ne se comprend pas au caractère 7 : mean demande 2 valeurs. C’était : mean(a',
  );
});
