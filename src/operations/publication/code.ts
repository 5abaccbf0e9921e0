import { writeFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { codeOf } from '#code/codeOf.ts';
import type { CodeDialect } from '#contract/publication.ts';
import type { AnalysisDefinition } from '#contract/analysisDefinition.ts';
import type { SurveyReference } from '#contract/source.ts';
import type { Handlers, OperationContext } from '../context.ts';
import { openSurveyData } from '../data/surveyData.ts';
import { refuseExisting, writeWhole } from '../writeWhole.ts';
import { answerAnalysis } from './answerAnalysis.ts';
import { codeSurveyOf } from './codeSurvey.ts';

export const code: Pick<Handlers<'publication'>, 'publication.code'> = {
  'publication.code': async ({ study, survey, definition, name, dialect, data, to, replace }, context) => {
    const target = to === null ? null : resolve(to);
    if (target !== null && !replace) refuseExisting([target]);
    const script = await writeCode(
      { reference: { study, survey }, definition, dialect, data, title: name ?? '' },
      context,
    );
    if (target === null) return { code: script, files: [] };
    await writeWhole([target], replace, ([path]) => Promise.resolve(writeFileSync(path, script)));
    return { code: script, files: [target] };
  },
};

interface Asked {
  readonly reference: SurveyReference;
  readonly definition: AnalysisDefinition;
  readonly dialect: CodeDialect;
  /** The name of the exported file that the script reads. */
  readonly data: string;
  /** Of a kept analysis; empty for others. */
  readonly title: string;
}

/** @throws Problem publication.nothing, export.unknownFormat, and whatever the analysis itself throws */
export async function writeCode(
  { reference, definition, dialect, data, title }: Asked,
  context: OperationContext,
): Promise<string> {
  const given = await answerAnalysis(definition, reference, context);
  const { answered, survey } = codeSurveyOf(given, await openSurveyData(reference), {
    data,
    title,
    study: basename(reference.study),
  });
  return codeOf(answered, survey, dialect);
}
