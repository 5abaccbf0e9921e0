import type { Value } from '#contract/source.ts';

/*
 * What stands in a script and was written by others: names, labels, codes, paths. Nothing of it may end what it
 * stands in: a line break in a label would begin a line of code.
 */

/** An R string: quotes, backslashes and everything that is not printed are escaped. R has no NUL. */
export function rString(text: string): string {
  const escaped = text
    .toWellFormed()
    .replace(/\0/g, '')
    .replace(/[\\"]/g, (mark) => `\\${mark}`)
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (mark) => {
      const code = mark.codePointAt(0)!;
      return code > 0xffff ? `\\U{${code.toString(16)}}` : `\\u{${code.toString(16)}}`;
    });
  return `"${escaped}"`;
}

/** A number as R reads it back to the last bit. */
export function rNumber(value: number): string {
  if (value === Infinity) return 'Inf';
  if (value === -Infinity) return '-Inf';
  return Number.isNaN(value) ? 'NA_real_' : String(value);
}

export function rValue(value: Value): string {
  return typeof value === 'string' ? rString(value) : rNumber(value);
}

/** `c(1, 2)`, one value as it is, `NULL` for none; in lines where there are many. */
export function rVector(values: readonly Value[], indent = '  '): string {
  if (values.length === 0) return 'NULL';
  const items = values.map(rValue);
  if (items.length === 1) return items[0];
  const line = `c(${items.join(', ')})`;
  return line.length <= widest ? line : `c(\n${wrapped(items, `${indent}  `)}\n${indent})`;
}

const widest = 90;

function wrapped(items: readonly string[], indent: string): string {
  const lines: string[] = [];
  let line = '';
  items.forEach((item, index) => {
    const piece = index < items.length - 1 ? `${item},` : item;
    if (line !== '' && indent.length + line.length + piece.length + 1 > widest) {
      lines.push(indent + line);
      line = piece;
    } else line = line === '' ? piece : `${line} ${piece}`;
  });
  return [...lines, indent + line].join('\n');
}

/** Comment lines; whatever would break a line is a space. */
export function rComment(text: string): string {
  return wrapWords(onOneLine(text), widest)
    .map((line) => `# ${line}`)
    .join('\n');
}

/** Without line breaks, tabs, and marks that turn the direction of what follows. */
export function onOneLine(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]+/gu, ' ')
    .replace(/ +/g, ' ')
    .trim();
}

export function wrapWords(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + word.length + 1 > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}
