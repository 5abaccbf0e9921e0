import type { ProblemMessage } from '#contract/problem.ts';

/** Where a copy of the study, or what can be rescued of it, may help. */
const codes: readonly string[] = [
  'study.damaged',
  'study.unreadable',
  'study.beyondRescue',
  'study.notAStudy',
  'study.notFound',
  'study.newer',
  'study.wrongPassphrase',
];

/** The study that a problem is about, where its copies may help; `null` of any other problem. */
export function damagedIn(problem: ProblemMessage | null): string | null {
  const study = problem?.params.study;
  return problem !== null && codes.includes(problem.code) && typeof study === 'string' ? study : null;
}
