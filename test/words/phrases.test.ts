import { expect, it } from 'vitest';
import { problemText } from '#cli/text/problemText.ts';
import { problem } from '#contract/problem.ts';
import { phrase } from '#engine/survey/phrase.ts';
import { Problem } from '#engine/survey/problem.ts';
import { problemMessage } from '#operations/problems.ts';
import { catalogues } from '#words/catalogues.ts';
import { fill } from '#words/fill.ts';
import { phraseText } from '#words/phraseText.ts';

const nested = phrase('byteIn', { offset: 64, part: phrase('namedVariable', { variable: 'Q1' }) });

it('words the phrases within a phrase first', () => {
  const say = (code: keyof typeof catalogues.fr.phrase, params: object): string =>
    fill(catalogues.fr.phrase[code], { ...params });
  expect(phraseText(nested, say)).toBe('octet 64, variable Q1');
});

it('says a problem in the terminal with its phrases in English', () => {
  const params = { file: 'a.sav', place: nested, detail: phrase('widthOf', { width: 300 }) };
  expect(problemText({ code: 'file.damaged', params })).toMatch(
    /^The file a\.sav is damaged at byte 64 \(variable Q1\): a width of 300\. /,
  );
});

it('lets a problem travel with its phrases, as plain JSON', () => {
  const params = { variable: 'q', use: phrase('asMean'), rows: [1, 2], place: nested };
  const message = problemMessage(new Problem('variable.notNumeric', params));
  expect(problem.parse(JSON.parse(JSON.stringify(message)))).toEqual({ code: 'variable.notNumeric', params });
});

it('refuses a phrase that nobody knows', () => {
  const message = { code: 'variable.notNumeric', params: { use: { phrase: 'nonsense' } } };
  expect(problem.safeParse(message).success).toBe(false);
});
