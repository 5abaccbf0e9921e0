import type { ExportLoss } from '#contract/export.ts';
import type { Output } from '#contract/index.ts';
import { lossKinds } from '#engine/survey/loss.ts';
import { lossWords } from '#words/en/export.ts';

const namedAtMost = 6;

/** What was written, and what the format had no room for, kind by kind. */
export function exportText({ files, rows, variables, losses }: Output<'export.run'>): string {
  const written = `${files.join(', ')}: ${rows} rows, ${variables} variables`;
  const lost = lossKinds.flatMap((kind) => {
    const own = losses.filter((loss) => loss.kind === kind);
    return own.length === 0
      ? []
      : [`  ${lossWords[kind]}: ${own.length === 1 ? '' : `${own.length}: `}${names(own)}`];
  });
  return lost.length === 0 ? written : [written, 'Not as it was:', ...lost].join('\n');
}

function names(losses: readonly ExportLoss[]): string {
  const named = losses
    .slice(0, namedAtMost)
    .map(({ variable, count, becomes }) =>
      variable === null
        ? `the file (${count})`
        : becomes === undefined
          ? variable
          : `${variable} (${becomes})`,
    );
  const more = losses.length - named.length;
  return named.join(', ') + (more > 0 ? ` and ${more} more` : '');
}
