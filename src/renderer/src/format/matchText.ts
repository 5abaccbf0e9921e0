export interface TextPart {
  readonly text: string;
  readonly matches: boolean;
}

const folded = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLocaleLowerCase();

/** Every word of the query stands somewhere in one of the texts; case and accents do not count. */
export function matchesText(query: string, ...texts: readonly string[]): boolean {
  const all = folded(texts.join('\n'));
  return folded(query)
    .split(/\s+/)
    .every((word) => all.includes(word));
}

/** The text cut where words of the query stand in it, to be marked. */
export function markText(query: string, text: string): readonly TextPart[] {
  const words = folded(query).split(/\s+/).filter(Boolean);
  const plain = Array.from(text, (letter) => folded(letter).slice(0, 1) || letter).join('');
  const letters = Array.from(text);
  const marked = new Array<boolean>(letters.length).fill(false);
  for (const word of words) {
    for (let at = plain.indexOf(word); at >= 0; at = plain.indexOf(word, at + 1))
      marked.fill(true, at, at + word.length);
  }
  const parts: { text: string; matches: boolean }[] = [];
  letters.forEach((letter, index) => {
    const last = parts.at(-1);
    if (last && last.matches === marked[index]) last.text += letter;
    else parts.push({ text: letter, matches: marked[index] });
  });
  return parts;
}
