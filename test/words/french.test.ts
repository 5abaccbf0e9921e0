import { expect, it } from 'vitest';
import { catalogue } from '#words/fr/catalogue.ts';
import { menuWords } from '#words/fr/menu.ts';
import { pages } from '#words/fr/pages.ts';
import { messagesOf } from './messagesOf.ts';

const messages = messagesOf({ ...catalogue, menu: menuWords, page: pages });

/** Messages with something that the rules of printing forbid (Imprimerie nationale, Lexique des règles typographiques). */
function against(rule: RegExp): readonly (readonly [string, string])[] {
  return messages.filter(([, message]) => rule.test(message));
}

it('has typographic apostrophes', () => {
  expect(against(/\p{L}['´`]\p{L}/u)).toEqual([]);
});

it('has a narrow space that does not break before ; ! ? and %', () => {
  // At the start of a head there is nothing to stand apart from: “% du total”.
  expect(against(/(?<!^|\u202f)[;!?%]/u)).toEqual([]);
});

it('has a space that does not break before a colon, but not within the code of other programs', () => {
  expect(against(/(?<![\u00a0:]):(?!:)/u)).toEqual([]);
});

it('has guillemets with narrow spaces inside, and no other quotation marks', () => {
  expect(against(/«(?!\u202f)|(?<!\u202f)»|[“”"]/u)).toEqual([]);
});

it('writes decimals with a comma', () => {
  expect(against(/(?<![\p{L}\d])\d+\.\d/u).map(([path]) => path)).toEqual([
    'reading.decimals.point',
    'export.formatText.ddi',
  ]);
});

it('says vous', () => {
  expect(against(/(?<!\p{L})(tu|te|toi|ton|ta|tes)(?!\p{L})/iu)).toEqual([]);
});
