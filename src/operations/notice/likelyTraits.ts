import type { Noticed } from '#contract/notice.ts';
import type { Look } from './look.ts';
import { isAge, says } from './impossibleValues.ts';
import { manWords, ruralWords, sexWords, urbanWords, womanWords } from './words/traitWords.ts';
import { plainWords } from './words/plainWords.ts';

type Trait = Noticed['traits'][number]['trait'];

/** Whether a variable seems to be the respondent's sex or age, or whether they live in town. */
export function likelyTrait(look: Look): Trait | null {
  const { variable, valid } = look;
  const words = [
    ...variable.valueLabels.map(({ label }) => label),
    ...(variable.type === 'text' && valid !== null ? [...valid.keys()].map(String) : []),
  ].map(plainWords);
  const has = (pattern: RegExp): boolean => words.some((word) => pattern.test(word));
  if (words.length > 1 && words.length <= 12) {
    if (says(variable, sexWords) && has(womanWords) && has(manWords)) return 'sex';
    if (has(urbanWords) && has(ruralWords)) return 'residence';
  }
  return isAge(look) && valid !== null && valid.size > 10 ? 'age' : null;
}
