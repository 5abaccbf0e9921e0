import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { Cancelled, type Client } from '#contract/client.ts';
import { Problem } from '#engine/survey/problem.ts';
import { clientOf } from '#host/clientOf.ts';
import { createHost } from '#host/createHost.ts';
import { fill } from '#words/fill.ts';
import { terminalProblems } from '#words/en/terminalProblems.ts';
import { parseCommandLine, UsageError, type CommandLine } from './commandLine.ts';
import { exportText } from './exportText.ts';
import { membersText } from './membersText.ts';
import { leftOutText } from './leftOutText.ts';
import { crosstabText, describeText, matrixText } from './textResults.ts';
import { printable, printableJson } from './printable.ts';
import { usage } from './usage.ts';

/** The terminal: one command, one answer, and a code that a script can trust. */
async function run(argv: readonly string[]): Promise<number> {
  if (argv.includes('--help') || argv.includes('-h')) {
    await write(process.stdout, usage);
    return 0;
  }
  const host = createHost({
    places: { studies: tmpdir(), samples: fileURLToPath(new URL('../../samples/', import.meta.url)) },
    files: 'any',
    worker: new URL('./worker.js', import.meta.url),
  });
  const stop = new AbortController();
  process.on('SIGINT', () => stop.abort());
  try {
    const line = parseCommandLine(argv);
    const { result, words } = await answer(clientOf(host), line, stop.signal);
    await write(
      process.stdout,
      line.json ? `${printableJson(JSON.stringify(result))}\n` : `${printable(words)}\n`,
    );
    return 0;
  } catch (error) {
    if (error instanceof UsageError) {
      await write(process.stderr, `larger-freedom: ${error.message}\n\n${usage}`);
      return 2;
    }
    if (error instanceof Cancelled) {
      await write(process.stderr, 'larger-freedom: stopped; everything is as it was\n');
      return 1;
    }
    if (error instanceof Problem) {
      const words = fill(terminalProblems[error.code], error.params);
      await write(process.stderr, `larger-freedom: ${printable(words)}\n`);
      return 1;
    }
    throw error;
  } finally {
    await host.close();
  }
}

async function answer(
  client: Client,
  line: CommandLine,
  signal: AbortSignal,
): Promise<{ result: unknown; words: string }> {
  const { analysis, fear, want } = line;
  switch (line.command) {
    case 'describe': {
      const result = await client.describe.run({ source: line.source }, { signal });
      return { result, words: describeText(result) };
    }
    case 'crosstab': {
      const result = await client.crosstab.run(
        { ...analysis, rows: line.rows!, columns: line.columns! },
        { signal },
      );
      return { result, words: crosstabText(result, analysis) };
    }
    case 'matrix': {
      const result = await client.matrix.run(
        {
          ...analysis,
          ...(fear.length > 0 || 'file' in line.source ? { fear: [...fear] } : {}),
          ...(want.length > 0 || 'file' in line.source ? { want: [...want] } : {}),
        },
        { signal },
      );
      return { result, words: matrixText(result, analysis) };
    }
    case 'export': {
      const result = await client.export.run(
        { source: line.source, ...line.output },
        { signal, onProgress: showProgress },
      );
      return { result, words: exportText(result) };
    }
    case 'import': {
      const {
        survey,
        study,
        leftOut,
        members = [],
      } = await client.survey.import(
        {
          file: line.file,
          study: line.study!,
          name: line.name,
          reading: line.reading,
          repeats: [...line.repeats],
          leaveOut: [...line.leaveOut],
          bring: [...line.bring],
        },
        { signal, onProgress: showProgress },
      );
      const imported = study.surveys.find((one) => one.survey === survey)!;
      // Repeats are stored after the survey that they belong to.
      const repeats = study.surveys.filter((one) => one.survey > survey);
      return {
        result: {
          study: study.study,
          survey,
          name: imported.name,
          rows: imported.rows,
          leftOut,
          members,
          repeats: repeats.map(({ survey: id, name, rows }) => ({ survey: id, name, rows })),
        },
        words: [
          ...[imported, ...repeats].map(
            ({ name, rows, variables }) => `${name}: ${rows} rows, ${variables} variables, in ${study.study}`,
          ),
          ...membersText(members, study.surveys),
          ...leftOutText(leftOut),
        ].join('\n'),
      };
    }
  }
}

function showProgress({ fraction }: { readonly fraction: number }): void {
  if (!process.stderr.isTTY) return;
  process.stderr.write(
    fraction >= 1 ? '\r      \r' : `\r${String(Math.round(100 * fraction)).padStart(3)} %`,
  );
}

/** Waits until everything is written: a long document into a pipe is not cut off by the exit. */
function write(stream: NodeJS.WriteStream, text: string): Promise<void> {
  return new Promise((resolve) => {
    stream.once('error', () => resolve());
    stream.write(text, () => resolve());
  });
}

process.exitCode = await run(process.argv.slice(2));
