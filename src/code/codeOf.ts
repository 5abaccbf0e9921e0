import type { CodeDialect } from '#contract/publication.ts';
import type { AnsweredAnalysis } from '#presentation/analysis/answered.ts';
import type { CodeSurvey } from './codeSurvey.ts';
import { rScript } from './r/rScript.ts';
import { stataScript } from './stata/stataScript.ts';

/** A script that computes an analysis again from the exported survey. */
export function codeOf(answered: AnsweredAnalysis, survey: CodeSurvey, dialect: CodeDialect): string {
  return dialect === 'R' ? rScript(answered, survey) : stataScript(answered, survey);
}
