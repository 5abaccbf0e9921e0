import { printable } from './printable.ts';

/** A plain table with a rule under its head. Titles that begin with `<` stand over text, the others over figures. */
export function textTable(head: readonly string[], given: readonly (readonly string[])[]): string {
  const rows = given.map((row) => row.map(inOneLine));
  const left = head.map((title, column) => column === 0 || title.startsWith('<'));
  const titles = head.map((title) => inOneLine(title.replace(/^</, '')));
  const widths = titles.map((title, column) =>
    rows.reduce((widest, row) => Math.max(widest, width(row[column])), width(title)),
  );
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, column) => {
        const space = ' '.repeat(widths[column] - width(cell));
        return left[column] ? cell + space : space + cell;
      })
      .join('  ')
      .trimEnd();
  return [line(titles), widths.map((count) => '─'.repeat(count)).join('  '), ...rows.map(line)].join('\n');
}

function inOneLine(text: string): string {
  return printable(text).replaceAll('\n', ' ');
}

function width(text: string): number {
  return [...text].length;
}

export function shortened(text: string, most: number): string {
  const letters = [...text];
  return letters.length <= most ? text : `${letters.slice(0, most - 1).join('')}…`;
}
