import type { SuggestedScale } from '#contract/concern.ts';
import type { Topic } from './topics.ts';

/**
 * How a question puts its subject: that it is lacking, feared, or has happened; in what time; that it is found in
 * the place where one lives, or in the dwelling.
 */
export type Frame = 'lack' | 'fear' | 'harm' | 'period' | 'place' | 'dwelling';

/** Answers by what they say, each pattern covering all of a label; `seldom` counts only for what should never happen. */
export interface AnswerWords {
  readonly concerned: readonly string[];
  readonly seldom?: readonly string[];
  readonly free: readonly string[];
}

/**
 * The words of one language by which concerns are suggested, as `plainWords` writes them (Bangla as it is spelled).
 * Regular expressions over whole words; `~` stands for any ending of a word.
 */
export interface SuggestionWords {
  readonly topics: Readonly<Partial<Record<Topic, readonly string[]>>>;
  readonly frames: Readonly<Record<Frame, readonly string[]>>;
  /** The question is about something else: who answers for it, why it is so, whether it is right. */
  readonly otherwise: readonly string[];
  readonly scales: Readonly<Partial<Record<SuggestedScale, AnswerWords>>>;
  /** Cases and the like may be written to the end of any word. */
  readonly suffixes?: true;
}
