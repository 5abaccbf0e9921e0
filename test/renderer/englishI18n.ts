import { makeI18n, speak, type I18n } from '#renderer/src/i18n.ts';
import { catalogue } from '#words/en/catalogue.ts';

/** The window's messages in English, there at once. */
export function englishI18n(): I18n {
  const i18n = makeI18n();
  speak(i18n, { language: 'en', digits: 'western' }, catalogue);
  return i18n;
}
