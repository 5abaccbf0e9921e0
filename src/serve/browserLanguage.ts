import type { IncomingHttpHeaders } from 'node:http';
import { languageFrom, type Language } from '#words/languages.ts';

/** The language for who asks, as their browser lists what they read, the best first. */
export function browserLanguage({ 'accept-language': list = '' }: IncomingHttpHeaders): Language {
  return languageFrom(list.split(',').map((each) => each.split(';')[0].trim()));
}
