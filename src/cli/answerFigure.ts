import type { Client } from '#contract/client.ts';
import { Problem } from '#engine/survey/problem.ts';
import type { Answer } from './answer.ts';
import type { CommandLine } from './commandLine.ts';
import { figureFormatOf } from './figureOptions.ts';

/** The picture of a kept analysis, with its name for a title. */
export async function answerFigure(
  client: Client,
  { file: study, source, figure: { analysis, ...wishes }, output: { to, replace } }: CommandLine,
  signal: AbortSignal,
): Promise<Answer> {
  const which = 'study' in source ? source.survey : null;
  const { surveys } = await client.study.open({ study, toLookAt: true }, { signal });
  const { analyses } = await client.analysis.list({ study }, { signal });
  const kept = analyses.find(({ name, survey }) => {
    const own = surveys.find((each) => each.survey === survey);
    return name === analysis && (which === null || own?.survey === which || own?.name === which);
  });
  if (!kept) throw new Problem('analysis.unknown', { analysis });
  const { survey, definition, name } = kept;
  const result = await client.publication.figure(
    { study, survey, definition, to, replace, format: figureFormatOf(to), text: { title: name }, ...wishes },
    { signal },
  );
  return { result, words: result.files.join('\n') };
}
