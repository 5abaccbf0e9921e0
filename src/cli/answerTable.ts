import type { Client } from '#contract/client.ts';
import type { Answer } from './commandAnswer.ts';
import type { CommandLine } from './commandLine/commandLine.ts';
import { tableFormatOf } from './commandLine/figureOptions.ts';
import { keptAnalysis } from './keptAnalysis.ts';

/** The table of a kept analysis, with its name for a title. */
export async function answerTable(client: Client, line: CommandLine, signal: AbortSignal): Promise<Answer> {
  const {
    file: study,
    figure: { analysis, part, reader },
    output: { to, replace },
  } = line;
  const { survey, definition, name } = await keptAnalysis(client, line, analysis, signal);
  const result = await client.publication.table(
    {
      study,
      survey,
      definition,
      to,
      replace,
      format: tableFormatOf(to),
      name,
      part,
      reader,
    },
    { signal },
  );
  return { result, words: result.files.join('\n') };
}
