/** Plain text that a spreadsheet would take for a formula, with an apostrophe before it. */
export function protectedText(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}
