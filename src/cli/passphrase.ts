import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { UsageError } from './commandLine/usageError.ts';

/**
 * A passphrase from the variable of this name, or typed, unseen. Never from the command line itself, which other
 * programs can see and a shell keeps.
 *
 * @throws UsageError where there is nobody to type it
 */
export async function passphraseFrom(variable: string, question: string): Promise<string> {
  const given = process.env[variable];
  if (given !== undefined) return given;
  if (!process.stdin.isTTY)
    throw new UsageError(`set ${variable} to the passphrase, or run this where it can be typed`);
  process.stderr.write(question);
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const terminal = createInterface({ input: process.stdin, output: silent, terminal: true });
  try {
    return await terminal.question('');
  } finally {
    terminal.close();
    process.stderr.write('\n');
  }
}
