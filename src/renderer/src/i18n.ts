import { createI18n } from 'vue-i18n';
import { localeOf } from '#contract/localeOf.ts';
import type { Reader } from '#contract/language.ts';
import { pluralRule } from '#presentation/text/pluralRule.ts';
import type { Catalogue } from '#words/catalogues.ts';
import { inDigits } from '#words/inDigits.ts';

const locales = ['en', 'fr', 'bn-u-nu-latn', 'bn-u-nu-beng'];

/** Messages are compiled to a syntax tree, not to code, so a strict `script-src` holds. */
export const makeI18n = () =>
  createI18n({
    legacy: false,
    locale: 'en',
    fallbackLocale: false,
    pluralRules: Object.fromEntries(locales.map((locale) => [locale, pluralRule(locale)])),
    messages: {} as Record<string, Catalogue>,
  });

export type I18n = ReturnType<typeof makeI18n>;

/** From now on the window speaks like this: its words, numbers, order of words and plurals follow the locale. */
export function speak({ global }: I18n, reader: Reader, catalogue: Catalogue): void {
  const locale = localeOf(reader);
  global.setLocaleMessage(locale, inDigits(catalogue, locale));
  global.locale.value = locale;
}
