import { readFileSync } from 'node:fs';
import type { Client } from '#contract/client.ts';
import type { Margin } from '#contract/design.ts';
import { Problem } from '#engine/survey/problem.ts';
import type { CommandLine } from './commandLine/commandLine.ts';
import { isTotalsFile, totalsText } from './commandLine/designOptions.ts';

/** The command with its known totals read. @throws Problem file.*, option.invalid, calibration.* */
export async function withKnownTotals(
  client: Client,
  line: CommandLine,
  signal: AbortSignal,
): Promise<CommandLine> {
  const read = async (given: readonly string[]): Promise<{ margins?: Margin[] }> => {
    const margins: Margin[] = [];
    for (const words of given) {
      const text = isTotalsFile(words) ? readText(words) : totalsText(words);
      margins.push(...(await client.survey.readTotals({ text }, { signal })).margins);
    }
    return margins.length === 0 ? {} : { margins };
  };
  const { analysis, other } = line;
  return {
    ...line,
    analysis: { ...analysis, design: { ...analysis.design, ...(await read(line.margins)) } },
    other: other && { ...other, design: { ...other.design, ...(await read(line.otherMargins)) } },
  };
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null;
    if (code === 'ENOENT') throw new Problem('file.notFound', { file });
    throw new Problem('file.unreadable', { file, reason: String(code ?? error) });
  }
}
