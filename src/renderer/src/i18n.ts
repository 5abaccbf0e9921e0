import { createI18n } from 'vue-i18n';
import { catalogue } from '#words/en/catalogue.ts';

/** Messages are compiled to a syntax tree, not to code, so a strict `script-src` holds. */
export const makeI18n = () =>
  createI18n({ legacy: false, locale: 'en', fallbackLocale: 'en', messages: { en: catalogue } });
