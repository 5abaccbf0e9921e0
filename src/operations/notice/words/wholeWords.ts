import { plainWords } from './plainWords.ts';

/**
 * A pattern over `plainWords` that must cover all of a text. Latin letters are written in plain form already;
 * Arabic and Bangla as they are spelled, and brought into plain form here.
 */
export function wholeWords(...patterns: readonly string[]): RegExp {
  const plain = patterns.map((pattern) =>
    pattern.replace(/[\u0600-\u06ff\u0980-\u09ff]+/g, (word) => plainWords(word)),
  );
  return new RegExp(`^(?:${plain.join('|')})$`, 'u');
}
