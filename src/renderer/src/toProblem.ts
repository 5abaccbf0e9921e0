import type { ProblemMessage } from '#contract/problem.ts';

/** What an operation was rejected with, as something to show. Anything unforeseen becomes `internal`. */
export function toProblem(error: unknown): ProblemMessage {
  if (isProblem(error)) return { code: error.code, params: error.params };
  return { code: 'internal', params: { detail: error instanceof Error ? error.message : String(error) } };
}

function isProblem(error: unknown): error is ProblemMessage {
  return error instanceof Error && 'code' in error && 'params' in error;
}
