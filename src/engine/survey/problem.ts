import type { ProblemCode, ProblemParams } from './problemCodes.ts';

/**
 * Something in the input that the user can mend. Carries a code and the names that the
 * message needs; the words are in `src/words`, in each language.
 */
export class Problem extends Error {
  readonly code: ProblemCode;
  readonly params: ProblemParams;

  constructor(code: ProblemCode, params: ProblemParams = {}) {
    super(`${code} ${JSON.stringify(params)}`);
    this.name = 'Problem';
    this.code = code;
    this.params = params;
  }
}
