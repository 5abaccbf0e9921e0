import type { Client } from '#contract/client.ts';
import type { Answer } from './commandAnswer.ts';
import type { CommandLine } from './commandLine/commandLine.ts';
import { backupsText, removedText, rescueText, restoredText } from './text/backupsText.ts';

/** `larger-freedom backups STUDY`, and what is done with the copies. */
export async function answerBackups(
  client: Client,
  { file: study, copies, output: { to } }: CommandLine,
  signal: AbortSignal,
): Promise<Answer> {
  if (copies.restore !== null) {
    const { backups } = await client.study.backups({ study }, { signal });
    const backup = copies.restore === 'latest' ? (backups.at(0)?.backup ?? 'latest') : copies.restore;
    const result = await client.study.restore({ study, backup, to }, { signal });
    return { result, words: restoredText(study, result.study) };
  }
  if (copies.delete) {
    const result = await client.study.removeBackups({ study }, { signal });
    return { result, words: removedText(result.removed) };
  }
  const result = copies.make
    ? await client.study.backUp({ study, when: 'now' }, { signal })
    : await client.study.backups({ study }, { signal });
  return { result, words: backupsText(result) };
}

/** `larger-freedom rescue STUDY --to STUDY` */
export async function answerRescue(
  client: Client,
  { file: study, output: { to } }: CommandLine,
  signal: AbortSignal,
): Promise<Answer> {
  const result = await client.study.rescue({ study, to }, { signal });
  return { result, words: rescueText(result) };
}
