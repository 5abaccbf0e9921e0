import type { Client } from '#contract/client.ts';
import type { Answer } from './commandAnswer.ts';
import type { CommandLine } from './commandLine/commandLine.ts';
import { figureFormatOf } from './commandLine/figureOptions.ts';
import { keptAnalysis } from './keptAnalysis.ts';

/** The picture of a kept analysis, with its name for a title. */
export async function answerFigure(client: Client, line: CommandLine, signal: AbortSignal): Promise<Answer> {
  const {
    file: study,
    figure: { analysis, ...wishes },
    output: { to, replace },
  } = line;
  const { survey, definition, name } = await keptAnalysis(client, line, analysis, signal);
  const result = await client.publication.figure(
    { study, survey, definition, to, replace, format: figureFormatOf(to), name, ...wishes },
    { signal },
  );
  return { result, words: result.files.join('\n') };
}
