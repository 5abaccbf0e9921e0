import type { Backups, Rescue } from '#contract/study.ts';
import { backups as words } from '#words/en/backups.ts';
import { fill } from '#words/fill.ts';
import { textTable } from './textTable.ts';

/** The copies of a study, the newest first. */
export function backupsText({ folder, backups }: Backups): string {
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

export function restoredText(study: string, made: string): string {
  return `The copy is now the study ${made}. ${study} was not changed.`;
}

export function removedText(removed: number): string {
  return `Copies deleted: ${removed}`;
}
