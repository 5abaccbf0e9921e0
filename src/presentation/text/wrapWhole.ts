import { wrapText } from './wrapText.ts';

/** Breaks text into at most `lines` lines of about `width` characters; wider ones where it would be cut. */
export function wrapWhole(text: string, width: number, lines: number): string {
  // The text may have an ellipsis of its own.
  const whole = text.trim().split(/\s+/).join(' ');
  for (let letters = Math.max(width, 1); ; letters += 2) {
    const wrapped = wrapText(whole, letters, lines);
    if (wrapped.replaceAll('\n', ' ') === whole || letters > whole.length) return wrapped;
  }
}
