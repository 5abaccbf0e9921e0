const mostCharacters = 60;

/** The name of an analysis as part of a file's: letters and digits of every script, with `-` for all else. */
export function runName(name: string): string {
  const plain = name
    .normalize('NFC')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
  const short = [...plain].slice(0, mostCharacters).join('').replace(/-+$/, '');
  return short === '' ? 'analysis' : short;
}
