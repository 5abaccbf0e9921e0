import { phrase } from '#engine/survey/phrase.ts';
import { Problem } from '#engine/survey/problem.ts';
import type { TextEncoding } from '../textEncoding.ts';
import { encodingNamed } from './savEncoding.ts';

/**
 * The encoding that the user says the texts of a binary file are in, whatever the file says; `null` where nothing is
 * said. Also the DOS code pages, by their names or numbers.
 *
 * @throws Problem `option.invalid`
 */
export function saidEncoding(said: string | undefined): TextEncoding | null {
  if (said === undefined) return null;
  const known = encodingNamed(said);
  if (known !== null) return known;
  throw new Problem('option.invalid', {
    option: phrase('encodingOption'),
    value: said,
    allowed: phrase('encodingNames', { names: 'utf-8, windows-1252, windows-1256', last: 'cp850' }),
  });
}
