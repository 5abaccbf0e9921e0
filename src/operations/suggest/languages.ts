import type { ConcernSuggestion, SuggestedScale } from '#contract/concern.ts';
import { wholeWords } from '../notice/words/wholeWords.ts';
import { anyWords } from './findWords.ts';
import type { Frame, SuggestionWords } from './suggestionWords.ts';
import { topics, type Topic } from './topics.ts';
import { bangla } from './words/bangla.ts';
import { english } from './words/english.ts';
import { french } from './words/french.ts';
import { spanish } from './words/spanish.ts';

/** The words of a language, ready to be looked for. */
export interface Language {
  readonly code: ConcernSuggestion['language'];
  /** In the order in which a label is looked through. */
  readonly topics: readonly { readonly topic: Topic; readonly words: RegExp }[];
  readonly frames: Readonly<Record<Frame, RegExp>>;
  readonly otherwise: RegExp;
  readonly scales: readonly Scale[];
}

/** Answers that belong together; each pattern covers all of a label. */
export interface Scale {
  readonly scale: SuggestedScale;
  readonly concerned: RegExp;
  readonly seldom: RegExp | null;
  readonly free: RegExp;
}

function languageOf(code: Language['code'], words: SuggestionWords): Language {
  const anywhere = (patterns: readonly string[]): RegExp => anyWords(patterns, words.suffixes ?? false);
  const whole = (patterns: readonly string[]): RegExp =>
    wholeWords(...patterns.map((one) => one.replace(/~/g, '\\p{L}*')));
  return {
    code,
    topics: (Object.keys(topics) as Topic[]).flatMap((topic) => {
      const patterns = words.topics[topic];
      return patterns ? [{ topic, words: anywhere(patterns) }] : [];
    }),
    frames: {
      lack: anywhere(words.frames.lack),
      fear: anywhere(words.frames.fear),
      harm: anywhere(words.frames.harm),
      period: anywhere(words.frames.period),
      place: anywhere(words.frames.place),
      dwelling: anywhere(words.frames.dwelling),
    },
    otherwise: anywhere(words.otherwise),
    scales: (Object.keys(words.scales) as SuggestedScale[]).map((scale) => {
      const { concerned, seldom, free } = words.scales[scale]!;
      return {
        scale,
        concerned: whole(concerned),
        seldom: seldom ? whole(seldom) : null,
        free: whole(free),
      };
    }),
  };
}

export const languages: readonly Language[] = [
  languageOf('en', english),
  languageOf('fr', french),
  languageOf('es', spanish),
  languageOf('bn', bangla),
];
