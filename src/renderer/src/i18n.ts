import { createI18n } from 'vue-i18n';
import { problems } from '#words/en/problems.ts';
import { window as words } from '#words/en/window.ts';

/** `file.notFound` becomes `file: { notFound }`, the way that message paths are read. */
function nested(flat: Readonly<Record<string, string>>): Record<string, Record<string, string> | string> {
  const tree: Record<string, Record<string, string> | string> = {};
  for (const [code, text] of Object.entries(flat)) {
    const [noun, name] = code.split('.');
    const branch = tree[noun] ?? {};
    tree[noun] = name === undefined || typeof branch === 'string' ? text : { ...branch, [name]: text };
  }
  return tree;
}

const english = { ...words, problem: nested(problems) };

/** Messages are compiled to a syntax tree, not to code, so a strict `script-src` holds. */
export const makeI18n = () =>
  createI18n({ legacy: false, locale: 'en', fallbackLocale: 'en', messages: { en: english } });
