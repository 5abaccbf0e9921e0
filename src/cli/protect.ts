import type { Client } from '#contract/client.ts';
import type { CommandLine } from './commandLine/commandLine.ts';
import { passphraseFrom } from './passphrase.ts';
import { UsageError } from './commandLine/usageError.ts';

const forNew = 'LARGER_FREEDOM_NEW_PASSPHRASE';

/** `larger-freedom protect STUDY [--remove]` */
export async function answerProtect(
  client: Client,
  { file: study, remove }: CommandLine,
  signal: AbortSignal,
): Promise<{ result: unknown; words: string }> {
  // Says before anything is asked that the study's own passphrase is needed first.
  await client.study.open({ study }, { signal });
  const passphrase = remove ? null : await newPassphrase(study);
  const { copiesLeft } = await client.study.protect({ study, passphrase }, { signal });
  const words = remove
    ? `${study} and its copies are under no passphrase any more.`
    : `${study} and its copies are under the passphrase. Nobody can open them without it: keep it where you will find it.`;
  const left = `Copies that are still under an earlier passphrase: ${copiesLeft}`;
  return {
    result: { study, locked: !remove, copiesLeft },
    words: copiesLeft === 0 ? words : `${words}\n${left}`,
  };
}

async function newPassphrase(study: string): Promise<string> {
  const passphrase = await passphraseFrom(forNew, `New passphrase for ${study}: `);
  if (process.env[forNew] === undefined && (await passphraseFrom(forNew, 'Once more: ')) !== passphrase) {
    throw new UsageError('the two are not the same; nothing was changed');
  }
  return passphrase;
}

/** Says the passphrase of a locked study. */
export async function unlock(client: Client, study: string): Promise<void> {
  const passphrase = await passphraseFrom('LARGER_FREEDOM_PASSPHRASE', `Passphrase of ${study}: `);
  await client.study.unlock({ study, passphrase });
}
