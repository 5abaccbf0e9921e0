import type { ProblemMessage } from '#contract/problem.ts';

export interface ProblemPlace {
  readonly before: string;
  /** At least one character; a space where the expression ends too soon. */
  readonly at: string;
  readonly after: string;
}

/** Where in an expression a problem lies: at its character, or at the name that is not known. */
export function markProblem(expression: string, { params }: ProblemMessage): ProblemPlace | null {
  const [start, length] =
    typeof params.position === 'number'
      ? [params.position - 1, wordLength(expression.slice(params.position - 1))]
      : typeof params.variable === 'string'
        ? [placeOf(params.variable, expression), params.variable.length]
        : [-1, 0];
  if (start < 0) return null;
  return {
    before: expression.slice(0, start),
    at: expression.slice(start, start + length) || ' ',
    after: expression.slice(start + length),
  };
}

const letter = /[\p{L}\p{M}\p{N}_.$@#]/u;

function wordLength(text: string): number {
  const word = /^[\p{L}\p{M}\p{N}_.$@#]+/u.exec(text);
  return word ? word[0].length : 1;
}

/** The name as a word of its own. */
function placeOf(name: string, expression: string): number {
  const [text, wanted] = [expression.toLowerCase(), name.toLowerCase()];
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
    const [before, after] = [text[at - 1] ?? '', text[at + wanted.length] ?? ''];
    if (!letter.test(before) && !letter.test(after)) return at;
  }
  return -1;
}
