import { expect, it } from 'vitest';
import { languageFrom } from '#words/languages.ts';

it.each([
  [['fr-BJ', 'en'], 'fr'],
  [['pt-BR', 'bn-BD', 'en'], 'bn'],
  [['de', 'EN_us'], 'en'],
  [['de', 'es'], 'en'],
  [[], 'en'],
])('of %j the program speaks %s', (preferred, language) => {
  expect(languageFrom(preferred)).toBe(language);
});
