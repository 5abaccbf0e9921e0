import type { Client } from '#contract/client.ts';
import type { Backups, Rescue } from '#contract/study.ts';
import { backups as words } from '#words/en/backups.ts';
import { fill } from '#words/fill.ts';
import type { Answer } from './answer.ts';
import type { CommandLine } from './commandLine/commandLine.ts';
import { textTable } from './text/textTable.ts';

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
    return { result, words: `The copy is now the study ${result.study}. ${study} was not changed.` };
  }
  if (copies.delete) {
    const result = await client.study.removeBackups({ study }, { signal });
    return { result, words: `Copies deleted: ${result.removed}` };
  }
  const result = copies.make
    ? await client.study.backUp({ study, when: 'now' }, { signal })
    : await client.study.backups({ study }, { signal });
  return { result, words: listText(result) };
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

function listText({ folder, backups }: Backups): string {
  if (backups.length === 0) return words.none;
  const rows = backups.map(({ backup, at, bytes, beforeUpdateOf }) => [
    backup,
    at.slice(0, 16).replace('T', ' '),
    `${(bytes / 1e6).toFixed(1)} MB`,
    beforeUpdateOf === null ? '' : words.beforeUpdate,
  ]);
  return `${textTable(['<Copy', '<Made (UTC)', 'Size', '<Why'], rows)}\n\nIn ${folder}`;
}

/** What was rescued, and by name what was not. */
export function rescueText({ study, surveys, parts, unchecked }: Rescue): string {
  return [
    fill(words.rescueLead, { name: study }),
    ...surveys.flatMap(({ name, rescued, lost, unnamed, nameless }) => [
      `${name}: ${rescued} of ${rescued + lost.length + unnamed} variables are whole.`,
      ...(lost.length > 0 ? [`  ${fill(words.lostColumns, { names: lost })}`] : []),
      ...(unnamed > 0 ? [`  Lost with their names: ${unnamed}`] : []),
      ...(nameless ? [`  ${words.nameless}`] : []),
    ]),
    ...(parts.length > 0 ? [fill(words.lostParts, { parts: parts.map((part) => words.part[part]) })] : []),
    unchecked ? words.unchecked : words.lookOver,
  ].join('\n');
}
