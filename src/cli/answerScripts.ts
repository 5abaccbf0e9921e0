import type { Client } from '#contract/client.ts';
import { Problem } from '#engine/survey/problem.ts';
import type { Answer } from './commandAnswer.ts';
import type { CommandLine } from './commandLine/commandLine.ts';
import { keptAnalysis } from './keptAnalysis.ts';
import { problemText } from './text/problemText.ts';

/** The script of a kept analysis, as it would stand in a file. */
export async function answerCode(client: Client, line: CommandLine, signal: AbortSignal): Promise<Answer> {
  const { analysis, dialect, data } = line.script;
  const { survey, definition, name } = await keptAnalysis(client, line, analysis, signal);
  const asked = { study: line.file, survey, definition, name, dialect, data };
  const result = await client.publication.code(asked, { signal });
  return { result, words: result.code.trimEnd() };
}

/** Every kept analysis into a folder; what cannot be made is told, and the exit code says so. */
export async function answerRun(client: Client, line: CommandLine, signal: AbortSignal): Promise<Answer> {
  const { file: study, run } = line;
  // One that is open elsewhere can be looked at.
  await client.study.open({ study, toLookAt: true }, { signal });
  const result = await client.publication.run({ study, ...run }, { signal });
  const problems = result.problems.map(
    ({ analysis, code, params }) => `${analysis}: ${problemText(new Problem(code, params))}`,
  );
  return {
    result,
    words: [`${result.files.length} files in ${run.to}`, ...problems].join('\n'),
    failed: problems.length > 0,
  };
}
