const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/**
 * Lines of a text no wider than `width`, broken at spaces (not at those that hold words together) and after hyphens
 * and slashes; a word that is wider by itself is broken where it must. Nothing is left out.
 */
export function wrapMeasured(
  text: string,
  width: number,
  measure: (text: string) => number,
): readonly string[] {
  const lines: string[] = [];
  for (const paragraph of text.split('\n')) {
    let line = '';
    const pieces = paragraph.trim().split(/[ \t]+/);
    for (const [index, word] of pieces.entries()) {
      const longer = index === 0 ? word : line === '' ? word : `${line} ${word}`;
      if (measure(longer) <= width) {
        line = longer;
        continue;
      }
      if (line !== '') lines.push(line);
      const parts = measure(word) <= width ? [word] : broken(word, width, measure);
      lines.push(...parts.slice(0, -1));
      line = parts.at(-1) ?? '';
    }
    lines.push(line);
  }
  return lines;
}

function broken(word: string, width: number, measure: (text: string) => number): readonly string[] {
  const parts: string[] = [];
  let part = '';
  const put = (piece: string): void => {
    if (part !== '' && measure(part + piece) > width) {
      parts.push(part);
      part = '';
    }
    part += piece;
  };
  for (const piece of word.split(/(?<=[-‐–—/])/)) {
    if (measure(piece) <= width) put(piece);
    else for (const { segment } of graphemes.segment(piece)) put(segment);
  }
  parts.push(part);
  return parts;
}
