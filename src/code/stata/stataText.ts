import type { Value } from '#contract/source.ts';
import { onOneLine, wrapWords } from '../r/rText.ts';

/*
 * What stands in a do-file and was written by others. Stata expands macros (`x', $x) within strings too, a comment
 * that ends in /// goes on in the next line, and /* within one begins a comment of many lines.
 */

/** A Stata string in compound quotes; macros and quotes in it stay what they are. */
export function stataString(text: string): string {
  const harmless = onOneLine(text).replace(/[`$]/g, (mark) => `\\${mark}`);
  // Within compound quotes "' would end the string, and a backslash at its end would escape the quote.
  return `\`"${harmless.replaceAll(`"'`, `" '`).replace(/\\$/, '\\ ')}"'`;
}

/** Comment lines. */
export function stataComment(text: string): string {
  const harmless = onOneLine(text)
    .replace(/\/(?=[/*])/g, '/ ')
    .replace(/\*(?=\/)/g, '* ')
    .replace(/[`$]/g, "'");
  return wrapWords(harmless, 96)
    .map((line) => `* ${line}`)
    .join('\n');
}

/** A number to its last digit. */
export function stataNumber(value: number): string {
  return Number.isFinite(value) ? String(value) : '.';
}

export function stataValue(value: Value): string {
  return typeof value === 'string' ? stataString(value) : stataNumber(value);
}

/** One of these codes; 0 for none. */
export function isAmong(name: string, codes: readonly Value[]): string {
  if (codes.length === 0) return '0';
  const tests = codes.map((code) => `${name} == ${stataValue(code)}`);
  return tests.length === 1 ? tests[0] : `(${tests.join(' | ')})`;
}
