import type { ConcernSuggestion } from '#contract/concern.ts';
import type { Value, Variable } from '#engine/survey/variable.ts';
import { isSetAside } from '../data/missing.ts';
import { silenceOf } from '../notice/words/missingWords.ts';
import { found, labelWords, type LabelWords } from './findWords.ts';
import { languages, type Language, type Scale } from './languages.ts';
import type { Frame } from './suggestionWords.ts';
import { services, topics, type Topic } from './topics.ts';

interface Answer {
  readonly value: Value;
  readonly label: string;
  readonly plain: string;
}

/** What a question says that it asks: about what, and put how. */
interface Asked {
  readonly topic: Topic;
  readonly frame: (frame: Frame) => string | null;
}

interface Reading {
  readonly concerned: readonly Answer[];
  readonly confidence: ConcernSuggestion['confidence'];
  readonly words: readonly (string | null)[];
}

/**
 * The concern that the words of a variable suggest, or `null`. It takes a subject in the label, and answers that
 * together make a scale which says who is concerned; where the answers alone do not (“several times”, “yes”), the
 * label must also say that the subject is lacking, feared or has happened. One answer too many that belongs to no
 * scale, or a question that is put to another end (“main drivers of”, “trust in”), and nothing is suggested.
 */
export function suggestConcern(variable: Variable, marked: readonly Value[]): ConcernSuggestion | null {
  const answers = variable.valueLabels
    .filter(({ value, label }) => !isSetAside(value, variable.missing, marked) && silenceOf(label) === null)
    .map(({ value, label }) => ({ value, label, plain: labelWords(withoutAside(label)).plain }));
  if (answers.length < 2 || answers.length > mostAnswers) return null;
  const text = labelWords(variable.label);
  for (const language of languages) {
    if (language.otherwise.test(text.plain)) continue;
    const subject = subjectOf(language, text);
    if (subject === null) continue;
    const asked = { topic: subject.topic, frame: (frame: Frame) => found(language.frames[frame], text) };
    for (const scale of language.scales) {
      const reading = fits(scale, answers) ? readings[scale.scale](asked, scale, answers) : null;
      if (reading === null) continue;
      const { freedom, dimensions } = topics[subject.topic];
      const words = [subject.words, ...reading.words].filter((one) => one !== null);
      return {
        variable: variable.name,
        label: variable.label,
        freedom,
        dimensions: [...dimensions],
        concernedWhen: reading.concerned.map(({ value }) => value),
        confidence: reading.confidence,
        language: language.code,
        scale: scale.scale,
        words: words.filter(
          (one, index) => !words.some((other, at) => at !== index && holds(other, one, at < index)),
        ),
        answers: reading.concerned.map(({ label }) => label),
      };
    }
  }
  return null;
}

/** “Rarely (1–2 times)”, “Satisfecho(a)”: what is in brackets explains. */
function withoutAside(label: string): string {
  const rest = label.replace(/\([^)]*\)|\[[^\]]*\]/g, '');
  return rest.trim() === '' ? label : rest;
}

/** More answers than this are no scale. */
const mostAnswers = 12;

/** Whether one piece of a label says another already; of two equal ones the first stays. */
function holds(one: string, other: string, isBefore: boolean): boolean {
  return one === other ? isBefore : one.includes(other);
}

function subjectOf(language: Language, text: LabelWords): { topic: Topic; words: string } | null {
  for (const { topic, words } of language.topics) {
    const match = found(words, text);
    if (match !== null) return { topic, words: match };
  }
  return null;
}

/** Whether every answer belongs to the scale, some on its one side and some on the other. */
function fits({ concerned, seldom, free }: Scale, answers: readonly Answer[]): boolean {
  const isConcerned = answers.map(({ plain }) => concerned.test(plain));
  const isFree = answers.map(({ plain }) => free.test(plain));
  return (
    isConcerned.includes(true) &&
    isFree.includes(true) &&
    answers.every(({ plain }, at) => isConcerned[at] || isFree[at] || (seldom?.test(plain) ?? false))
  );
}

const concernedOf = ({ concerned }: Scale, answers: readonly Answer[]): Answer[] =>
  answers.filter(({ plain }) => concerned.test(plain));

type Read = (asked: Asked, scale: Scale, answers: readonly Answer[]) => Reading | null;

/** The answers say it themselves. */
const plainly: Read = (_, scale, answers) => ({
  concerned: concernedOf(scale, answers),
  confidence: 'strong',
  words: [],
});

const isFear = ({ topic }: Asked): boolean => topics[topic].freedom === 'fear';

const readings: Record<ConcernSuggestion['scale'], Read> = {
  problem: plainly,
  worry: plainly,
  safety: (asked, scale, answers) => (isFear(asked) ? plainly(asked, scale, answers) : null),
  sufficiency: (asked, scale, answers) =>
    asked.topic === 'poverty' || asked.topic === 'food' ? plainly(asked, scale, answers) : null,
  amount: (asked, scale, answers) => {
    const concerned = concernedOf(scale, answers);
    const fear = asked.frame('fear');
    if (fear !== null) return { concerned, confidence: 'strong', words: [fear] };
    const place = isFear(asked) ? asked.frame('place') : null;
    return place === null ? null : { concerned, confidence: 'likely', words: [place] };
  },
  frequency: (asked, scale, answers) => {
    const lack = isFear(asked) ? null : asked.frame('lack');
    const words = lack ?? asked.frame('fear');
    if (words !== null)
      return { concerned: concernedOf(scale, answers), confidence: 'strong', words: [words] };
    const harm = asked.frame('harm');
    if (harm === null) return null;
    // What should never happen counts from the first time on.
    const concerned = answers.filter(({ plain }) => !scale.free.test(plain));
    return { concerned, confidence: 'strong', words: [harm] };
  },
  yesNo: (asked, scale, answers) => {
    const concerned = concernedOf(scale, answers);
    const lack = isFear(asked) ? null : asked.frame('lack');
    const words = asked.frame('harm') ?? asked.frame('fear') ?? lack;
    if (words !== null) return { concerned, confidence: 'strong', words: [words] };
    const somewhere = isFear(asked) ? (asked.frame('period') ?? asked.frame('place')) : null;
    if (somewhere !== null) return { concerned, confidence: 'likely', words: [somewhere] };
    const dwelling = services.includes(asked.topic) ? asked.frame('dwelling') : null;
    if (dwelling === null) return null;
    const without = answers.filter(({ plain }) => scale.free.test(plain));
    return { concerned: without, confidence: 'likely', words: [dwelling] };
  },
  satisfaction: ({ topic }, scale, answers) =>
    services.includes(topic)
      ? { concerned: concernedOf(scale, answers), confidence: 'likely', words: [] }
      : null,
};
