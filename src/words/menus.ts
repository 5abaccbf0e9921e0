import { menuWords as bangla } from './bn/menu.ts';
import { menuWords as english } from './en/menu.ts';
import { menuWords as french } from './fr/menu.ts';
import type { Language, Translated } from './languages.ts';

export const menus: Readonly<Record<Language, Translated<typeof english>>> = {
  en: english,
  fr: french,
  bn: bangla,
};
