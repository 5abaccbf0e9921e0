// @vitest-environment happy-dom
import { afterEach, expect, it, vi } from 'vitest';
import { effectScope, shallowRef } from 'vue';
import type { Reader } from '#contract/language.ts';
import { createFormats } from '#presentation/text/createFormats.ts';
import { followLanguage } from '#renderer/src/followLanguage.ts';
import { makeI18n } from '#renderer/src/i18n.ts';

const scope = effectScope();
afterEach(() => scope.stop());

it('speaks as it is wished, now and after each change, with the plurals, digits and numbers of the language', async () => {
  const i18n = makeI18n();
  const reader = shallowRef<Reader>({ language: 'en', digits: 'western' });
  const failed = vi.fn();
  await scope.run(() => followLanguage(i18n, () => reader.value, failed));
  const { t, locale } = i18n.global;
  const said = () => [
    t('shell.tables'),
    t('suggestions.count', { count: 0 }, 0),
    t('variables.distinctMany'),
    createFormats(locale.value).percent(0.123, 1),
  ];
  /** A catalogue is many files: a busy machine takes its time for them. */
  const spoken = (name: string): Promise<void> =>
    vi.waitFor(() => expect(locale.value).toBe(name), { timeout: 20_000 });
  expect(said()).toEqual(['Tables', '0 suggestions', 'more than 200 different values', '12.3%']);

  reader.value = { language: 'fr', digits: 'western' };
  await spoken('fr');
  expect(said()).toEqual(['Tableaux', '0 suggestion', expect.stringMatching(/200/), '12,3\u00a0%']);
  expect(document.documentElement.lang).toBe('fr');

  reader.value = { language: 'bn', digits: 'bangla' };
  await spoken('bn-u-nu-beng');
  expect(said()).toEqual(['সারণি', '0টি প্রস্তাব', '২০০-এর বেশি ভিন্ন মান', '১২.৩%']);
  expect(document.documentElement.lang).toBe('bn');

  // One that is slow to load does not take the place of the one that was chosen after it.
  reader.value = { language: 'fr', digits: 'western' };
  reader.value = { language: 'bn', digits: 'western' };
  await spoken('bn-u-nu-latn');
  expect(t('variables.distinctMany')).toBe('200-এর বেশি ভিন্ন মান');
  expect(failed).not.toHaveBeenCalled();
}, 60_000);
