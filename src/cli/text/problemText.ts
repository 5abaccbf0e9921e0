import type { Problem } from '#engine/survey/problem.ts';
import type { ProblemParams } from '#engine/survey/problemCodes.ts';
import { phrases } from '#words/en/phrases.ts';
import { terminalProblems } from '#words/en/terminalProblems.ts';
import { fill } from '#words/fill.ts';
import { phraseText } from '#words/phraseText.ts';

/** Says a problem in the terminal. */
export function problemText({ code, params }: Pick<Problem, 'code' | 'params'>): string {
  return fill(terminalProblems[code], withPhrases(params));
}

/** What fills a problem in, its phrases in English. */
export function withPhrases(
  params: ProblemParams,
): Record<string, string | number | readonly (string | number)[]> {
  const words = Object.entries(params).map(([name, value]) => {
    if (typeof value !== 'object' || !('phrase' in value)) return [name, value] as const;
    return [name, phraseText(value, (code, within) => fill(phrases[code], within))] as const;
  });
  return Object.fromEntries(words);
}
