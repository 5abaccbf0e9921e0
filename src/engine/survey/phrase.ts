import type { PhraseCode } from './phraseCodes.ts';

/** Part of a sentence, worded where the problem that it belongs to is shown; others may stand within it. */
export interface Phrase {
  readonly phrase: PhraseCode;
  readonly [param: string]: string | number | Phrase;
}

/** What fills a problem in: said as it stands, or worded first. */
export type Said = string | Phrase;

export function phrase(
  code: PhraseCode,
  params: Readonly<Record<string, string | number | Phrase>> = {},
): Phrase {
  return { ...params, phrase: code };
}
