import type { TextEncoding } from './textEncoding.ts';

/** The lines of SPSS's documents as notes: one for each stretch between empty lines. */
export function documentNotes(lines: readonly Uint8Array[], { decode }: TextEncoding): string[] {
  const text = lines.map((line) => decode(line)).join('\n');
  return text.trim() === '' ? [] : text.split('\n\n');
}
