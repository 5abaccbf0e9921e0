import type { PublicationPart } from '#contract/publication.ts';
import { Problem } from '#engine/survey/problem.ts';
import type { AnsweredAnalysis } from '#presentation/analysis/answered.ts';

/** @throws Problem publication.noDetail where no pair or concern is looked at */
export function requireDetail(answered: AnsweredAnalysis, part: PublicationPart): void {
  if (part === 'room') return;
  const detail =
    answered.room === 'matrix' ? answered.pair : answered.room === 'priorities' ? answered.concern : null;
  if (detail === null) throw new Problem('publication.noDetail');
}
