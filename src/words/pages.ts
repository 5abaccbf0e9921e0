import { pages as bangla } from './bn/pages.ts';
import { pages as english } from './en/pages.ts';
import { pages as french } from './fr/pages.ts';
import type { Language, Translated } from './languages.ts';

export const pages: Readonly<Record<Language, Translated<typeof english>>> = {
  en: english,
  fr: french,
  bn: bangla,
};
