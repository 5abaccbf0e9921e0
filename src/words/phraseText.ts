import type { Phrase } from '#engine/survey/phrase.ts';
import type { PhraseCode } from '#engine/survey/phraseCodes.ts';

type Say = (code: PhraseCode, params: Readonly<Record<string, string | number>>) => string;

/** Words a phrase, those within it first. */
export function phraseText({ phrase, ...params }: Phrase, say: Say): string {
  const words = Object.entries(params).map(([name, value]) => [
    name,
    typeof value === 'object' ? phraseText(value, say) : value,
  ]);
  return say(phrase, Object.fromEntries(words));
}
