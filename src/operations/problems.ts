import type { ProblemMessage } from '#contract/problem.ts';
import { Problem } from '#engine/survey/problem.ts';

/** A problem as it travels. Anything else that was thrown is a fault of ours, and says so. */
export function problemMessage(error: unknown): ProblemMessage {
  if (error instanceof Problem) {
    const params: ProblemMessage['params'] = {};
    for (const [name, value] of Object.entries(error.params)) {
      params[name] = typeof value !== 'object' || 'phrase' in value ? value : [...value];
    }
    return { code: error.code, params };
  }
  return { code: 'internal', params: { detail: error instanceof Error ? error.message : String(error) } };
}
