import type { AnalysisState } from '#contract/analysis.ts';
import type { Client } from '#contract/client.ts';
import { Problem } from '#engine/survey/problem.ts';
import type { CommandLine } from './commandLine/commandLine.ts';

/** A kept analysis by its name, and by its survey where that is said. @throws Problem analysis.unknown */
export async function keptAnalysis(
  client: Client,
  { file: study, source }: CommandLine,
  analysis: string,
  signal: AbortSignal,
): Promise<AnalysisState> {
  const which = 'study' in source ? source.survey : null;
  const { surveys } = await client.study.open({ study, toLookAt: true }, { signal });
  const { analyses, damaged = [] } = await client.analysis.list({ study }, { signal });
  const kept = analyses.find(({ name, survey }) => {
    const own = surveys.find((each) => each.survey === survey);
    return name === analysis && (which === null || own?.survey === which || own?.name === which);
  });
  if (!kept && damaged.some(({ name }) => name === analysis))
    throw new Problem('analysis.damaged', { analysis });
  if (!kept) throw new Problem('analysis.unknown', { analysis });
  return kept;
}
