import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Noticed } from '#contract/notice.ts';
import type { SurveyReference } from '#contract/source.ts';
import type { OperationContext } from '#operations/context.ts';
import { survey } from '#operations/survey.ts';

/** What an operation is given in a test whose folder is its own. */
export function contextIn(folder: string): OperationContext {
  const studies = join(folder, 'studies');
  mkdirSync(studies, { recursive: true });
  return {
    places: { studies, samples: studies },
    report: () => undefined,
    throwIfCancelled: () => undefined,
  };
}

/** A file in a study of its own. */
export async function imported(file: string, context: OperationContext): Promise<SurveyReference> {
  const { study, survey: id } = await survey['survey.import']({ file, study: null, name: null }, context);
  return { study: study.study, survey: id };
}

export const noticed = async (reference: SurveyReference, context: OperationContext): Promise<Noticed> =>
  survey['survey.notice'](reference, context);
