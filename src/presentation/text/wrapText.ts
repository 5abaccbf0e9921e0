/** Breaks text into at most `maxLines` lines of about `width` characters; what does not fit ends in `…`. */
export function wrapText(text: string, width: number, maxLines: number): string {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/)) {
    const longer = line ? `${line} ${word}` : word;
    if (longer.length <= width || !line) line = longer;
    else {
      lines.push(line);
      line = word;
    }
  }
  if (line) lines.push(line);
  const kept = lines
    .slice(0, maxLines)
    .map((each) => (each.length > width + 1 ? `${beginning(each, width)}…` : each));
  if (lines.length > maxLines) {
    const last = kept[maxLines - 1];
    if (!last.endsWith('…')) kept[maxLines - 1] = `${beginning(last, width - 1).replace(/[\s,.;:]+$/, '')}…`;
  }
  return kept.join('\n');
}

const letters = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** About as many characters: a letter keeps its signs, as those of Bangla. */
function beginning(text: string, width: number): string {
  if (text.length <= width) return text;
  return text.slice(0, letters.segment(text).containing(width)?.index ?? width);
}
