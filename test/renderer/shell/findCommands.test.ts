import { describe, expect, it } from 'vitest';
import type { Command, CommandGroup } from '#renderer/src/shell/commands.ts';
import { commandFinder } from '#renderer/src/shell/findCommands.ts';

const command = (group: CommandGroup, text: string, more = ''): Command => ({
  id: `${group} ${text}`,
  group,
  text,
  more,
  run: () => undefined,
});
const names = (found: ReturnType<ReturnType<typeof commandFinder>>) =>
  found.map(({ group, commands }) => [group, commands.map(({ command }) => command.text)]);

describe('the palette', () => {
  const few = [
    command('actions', 'Export this survey…'),
    command('rooms', 'Survey'),
    command('variables', 'q1', 'How safe'),
    command('concerns', 'q2', 'Surveyed crime'),
  ];

  it('lists rooms and actions before anything is asked for, but no variables', () => {
    expect(names(commandFinder(few)(' '))).toEqual([
      ['rooms', ['Survey']],
      ['actions', ['Export this survey…']],
    ]);
  });

  it('puts the group with the best match first', () => {
    expect(names(commandFinder(few)('survey'))).toEqual([
      ['rooms', ['Survey']],
      ['actions', ['Export this survey…']],
      ['concerns', ['q2']],
    ]);
    expect(names(commandFinder(few)('safe'))).toEqual([['variables', ['q1']]]);
    expect(names(commandFinder(few)('qqq'))).toEqual([]);
  });

  it('searches 1,000 variables within the time of a frame, and lists the best 40', () => {
    const label =
      'Over the past year, how often, if ever, have you or anyone in your family gone without item ';
    const many = Array.from({ length: 1000 }, (_, index) =>
      command('variables', `Q${index}`, `Q${index}. ${label}${index}`),
    );
    const find = commandFinder(many);
    find('warm');
    const took = ['q', 'item', 'gone 99', 'oypy', 'nothing of it'].map((query) => {
      const start = performance.now();
      find(query);
      return performance.now() - start;
    });
    expect(Math.min(...took)).toBeLessThan(16);
    expect(Math.max(...took)).toBeLessThan(120);
    const [group] = find('q99');
    const first = group.commands.slice(0, 11).map(({ command }) => command.text);
    expect(first).toEqual(['Q99', ...Array.from({ length: 10 }, (_, index) => `Q99${index}`)]);
    expect(find('q')[0].commands).toHaveLength(40);
  });
});
