import type { Preview } from '../../stores/fileReading.ts';

export interface Option {
  readonly value: string;
  readonly text: string;
}

/** windows-1252 → Windows-1252, utf-8 → UTF-8 */
export const encodingName = (encoding: string): string =>
  encoding.toLocaleUpperCase('en').replace('WINDOWS', 'Windows');

/** Encodings that survey files come in, as WHATWG names them; the one found stands first if it is another. */
export function encodingOptions(found: string): readonly Option[] {
  const known = [
    'utf-8',
    'utf-16le',
    'windows-1252',
    'windows-1250',
    'windows-1251',
    'windows-1254',
    'windows-1256',
    'macintosh',
  ];
  const all = known.includes(found) ? known : [found, ...known];
  return all.map((value) => ({ value, text: encodingName(value) }));
}

/** Files that name no encoding, or name one that is often another; Stata's are in UTF-8 from 118 on. */
const mayBeWrong = (format: string, version: string | null | undefined): boolean =>
  ['sav', 'zsav', 'por'].includes(format) || (format === 'dta' && Number(version) < 118);

/** What the texts of a file may be in; `null` where there is nothing to choose. Parts of SPSS's and Stata's are ASCII. */
export function encodingChoices(
  {
    format,
    formatVersion,
    encoding,
    choices,
  }: Pick<Preview, 'format' | 'formatVersion' | 'encoding' | 'choices'>,
  said: string = encoding,
): readonly Option[] | null {
  if ((choices?.delimiter ?? null) !== null) return encodingOptions(said);
  if (!mayBeWrong(format, formatVersion)) return null;
  return encodingOptions(said).filter(({ value }) => value !== 'utf-16le');
}

const named = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'bar' } as const;
type Delimiter = keyof typeof named;
const isNamed = (delimiter: string): delimiter is Delimiter => delimiter in named;

/** What may stand between the fields of a text file; `say` words the usual ones. */
export function delimiterOptions(
  found: string,
  say: (name: (typeof named)[Delimiter]) => string,
): readonly Option[] {
  const usual = Object.keys(named);
  const all = usual.includes(found) ? usual : [found, ...usual];
  return all.map((value) => ({ value, text: isNamed(value) ? say(named[value]) : value }));
}
