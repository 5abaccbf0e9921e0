import { commandGroups, type Command, type CommandGroup } from './commands.ts';
import { fuzzyMatch, markedParts, searchable, wordsOf, type Searchable } from './fuzzyMatch.ts';
import type { TextPart } from '../format/matchText.ts';

export interface FoundCommand {
  readonly command: Command;
  readonly text: readonly TextPart[];
  readonly more: readonly TextPart[];
}

export interface FoundGroup {
  readonly group: CommandGroup;
  readonly commands: readonly FoundCommand[];
}

const listedAtMost = 40;
/** Too many to be listed before anything is asked for. */
const onlyAsked: ReadonlySet<CommandGroup> = new Set(['concerns', 'variables']);

/** Searches a list of commands; what can be done once for all queries is done here. */
export function commandFinder(commands: readonly Command[]): (query: string) => readonly FoundGroup[] {
  const entries = commands.map((command) => ({
    command,
    texts: [searchable(command.text), searchable(command.more ?? '')],
  }));
  const shown = (
    command: Command,
    [text, more]: readonly Searchable[],
    marks: readonly ReadonlySet<number>[],
  ): FoundCommand => ({
    command,
    text: markedParts(text, marks[0] ?? new Set()),
    more: markedParts(more, marks[1] ?? new Set()),
  });

  return (query) => {
    const words = wordsOf(query);
    if (words.length === 0) {
      const listed = entries.filter(({ command }) => !onlyAsked.has(command.group));
      return grouped(
        listed.map(({ command, texts }) => shown(command, texts, [])),
        commandGroups,
      );
    }
    const best = entries
      .flatMap(({ command, texts }) => {
        const found = fuzzyMatch(words, texts);
        return found ? [{ command, texts, found }] : [];
      })
      .sort((left, right) => right.found.score - left.found.score)
      .slice(0, listedAtMost)
      .map(({ command, texts, found }) => shown(command, texts, found.marks));
    return grouped(best, [...new Set(best.map(({ command }) => command.group))]);
  };
}

function grouped(commands: readonly FoundCommand[], order: readonly CommandGroup[]): readonly FoundGroup[] {
  return order
    .map((group) => ({ group, commands: commands.filter(({ command }) => command.group === group) }))
    .filter((each) => each.commands.length > 0);
}
