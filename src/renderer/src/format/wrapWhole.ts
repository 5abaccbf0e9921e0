import { wrapText } from './wrapText.ts';

/** Breaks text into at most `lines` lines of about `width` characters; wider ones where it would be cut. */
export function wrapWhole(text: string, width: number, lines: number): string {
  for (let letters = Math.max(width, 1); ; letters += 2) {
    const wrapped = wrapText(text, letters, lines);
    if (!wrapped.includes('…') || letters > text.length) return wrapped;
  }
}
