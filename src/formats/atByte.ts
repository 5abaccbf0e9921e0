import { phrase, type Phrase } from '#engine/survey/phrase.ts';
import type { PhraseCode } from '#engine/survey/phraseCodes.ts';

/** What a reader is at: a phrase of its own, or just its code. */
export type Part = PhraseCode | Phrase;

/** A place in a file, and what stands there. */
export function atByte(offset: number, part?: Part): Phrase {
  return part === undefined
    ? phrase('byte', { offset })
    : phrase('byteIn', { offset, part: partPhrase(part) });
}

export function partPhrase(part: Part): Phrase {
  return typeof part === 'string' ? phrase(part) : part;
}
