import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { Cancelled } from '#contract/client.ts';
import { Problem } from '#engine/survey/problem.ts';
import { clientOf } from '#host/clientOf.ts';
import { createHost } from '#host/createHost.ts';
import { answer } from './answer.ts';
import { parseCommandLine } from './commandLine/commandLine.ts';
import { UsageError } from './commandLine/usageError.ts';
import { printable, printableJson } from './text/printable.ts';
import { problemText } from './text/problemText.ts';
import { unlock } from './protect.ts';
import { usage } from './commandLine/usage.ts';

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
    const { result, words, failed } = await answerUnlocked(clientOf(host), line, stop.signal);
    await write(
      process.stdout,
      line.json ? `${printableJson(JSON.stringify(result))}\n` : `${printable(words)}\n`,
    );
    return failed ? 1 : 0;
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
      await write(process.stderr, `larger-freedom: ${printable(problemText(error))}\n`);
      return 1;
    }
    throw error;
  } finally {
    await host.close();
  }
}

/** Where a study is locked its passphrase is asked for, and the command goes on: of two studies, twice. */
async function answerUnlocked(...asked: Parameters<typeof answer>): ReturnType<typeof answer> {
  const unlocked = new Set<unknown>();
  for (;;) {
    try {
      return await answer(...asked);
    } catch (error) {
      const study = error instanceof Problem && error.code === 'study.locked' ? error.params.study : null;
      if (typeof study !== 'string' || unlocked.has(study)) throw error;
      unlocked.add(study);
      await unlock(asked[0], study);
    }
  }
}

/** Waits until everything is written: a long document into a pipe is not cut off by the exit. */
function write(stream: NodeJS.WriteStream, text: string): Promise<void> {
  return new Promise((resolve) => {
    stream.once('error', () => resolve());
    stream.write(text, () => resolve());
  });
}

process.exitCode = await run(process.argv.slice(2));
