import {
  compile,
  createCoreContext,
  registerMessageCompiler,
  registerMessageResolver,
  resolveValue,
  translate,
} from '@intlify/core-base';
import type { Catalogue } from '#words/catalogues.ts';
import { inDigits } from '#words/inDigits.ts';
import { pluralRule } from './pluralRule.ts';

/** A message by its path, filled in; `count` picks the form of a message that has several. */
export type Translate = (key: string, params?: Readonly<Record<string, unknown>>, count?: number) => string;

registerMessageCompiler(compile);
registerMessageResolver(resolveValue);

/**
 * The same rules as the window's (both are Intlify's), for what is written without a window.
 *
 * @param locale of the catalogue's language, as `localeOf` gives it: its digits are those of the messages too.
 */
export function createTranslator(locale: string, catalogue: Catalogue): Translate {
  const context = createCoreContext({
    locale,
    messages: { [locale]: inDigits(catalogue, locale) },
    pluralRules: { [locale]: pluralRule(locale) },
    missingWarn: false,
    fallbackWarn: false,
  });
  return (key, params = {}, count) => {
    const text =
      count === undefined ? translate(context, key, params) : translate(context, key, params, count);
    if (typeof text !== 'string' || text === key) throw new Error(`No message ${key} in ${locale}`);
    return text;
  };
}
