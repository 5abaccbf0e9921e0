import { isUtf8 } from 'node:buffer';
import { phrase } from '#engine/survey/phrase.ts';
import { Problem } from '#engine/survey/problem.ts';
import { paddedEncoding, textEncoding, type TextEncoding } from '../textEncoding.ts';
import { dosCodePages } from './dosCodePages.ts';

/**
 * Code pages by number where the name is not `windows-<number>`: Microsoft's, IBM's (ICU names them
 * `ibm-5348_P100-1997`) and 4, which SPSS uses for Kanji.
 */
const codePages: Readonly<Record<number, string>> = {
  4: 'shift_jis',
  367: 'windows-1252',
  437: 'ibm437',
  813: 'iso-8859-7',
  819: 'iso-8859-1',
  850: 'ibm850',
  852: 'ibm852',
  866: 'ibm866',
  878: 'koi8-r',
  912: 'iso-8859-2',
  914: 'iso-8859-4',
  915: 'iso-8859-5',
  916: 'iso-8859-8',
  920: 'iso-8859-9',
  923: 'iso-8859-15',
  932: 'shift_jis',
  936: 'gbk',
  943: 'shift_jis',
  949: 'euc-kr',
  950: 'big5',
  954: 'euc-jp',
  970: 'euc-kr',
  1089: 'iso-8859-6',
  1168: 'koi8-u',
  1208: 'utf-8',
  1363: 'euc-kr',
  1386: 'gbk',
  5346: 'windows-1250',
  5347: 'windows-1251',
  5348: 'windows-1252',
  5349: 'windows-1253',
  5350: 'windows-1254',
  5354: 'windows-1258',
  9066: 'windows-874',
  9447: 'windows-1255',
  9448: 'windows-1256',
  9449: 'windows-1257',
  10000: 'macintosh',
  10007: 'x-mac-cyrillic',
  20127: 'windows-1252',
  20866: 'koi8-r',
  20932: 'euc-jp',
  21866: 'koi8-u',
  // An old slip for 28592 that is found in files.
  25592: 'iso-8859-2',
  38598: 'iso-8859-8-i',
  51932: 'euc-jp',
  51949: 'euc-kr',
  54936: 'gb18030',
  65001: 'utf-8',
};

/** Names that WHATWG does not know, in lower case with hyphens. */
const otherNames: Readonly<Record<string, string>> = {
  'ansi-x3.4-1968': 'windows-1252',
  macroman: 'macintosh',
  'ms-kanji': 'shift_jis',
};

/**
 * The encoding of a `.sav` file. The name in record 7/20 comes before the code page in record
 * 7/3, as in SPSS and PSPP. Codes 0, 2 and 3 say nothing (writers put 2 whatever the encoding):
 * then UTF-8 if all texts of the dictionary are valid UTF-8, else windows-1252, which haven takes always.
 * ISO-8859-1 and ASCII are read as windows-1252, as WHATWG has it.
 *
 * @throws Problem `file.unknownEncoding` where the file names an encoding that is not known here.
 */
export function savEncoding(
  file: string,
  name: string | null,
  codePage: number | null,
  texts: readonly Uint8Array[],
): TextEncoding {
  if (name !== null && name !== '') {
    const known = encodingNamed(name);
    if (known === null) throw new Problem('file.unknownEncoding', { file, encoding: name });
    return paddedEncoding(known);
  }
  if (codePage === null || codePage === 0 || codePage === 2 || codePage === 3) {
    return paddedEncoding(textEncoding(texts.every((text) => isUtf8(text)) ? 'utf-8' : 'windows-1252')!);
  }
  const known = encodingOfCodePage(codePage);
  if (known === null) {
    throw new Problem('file.unknownEncoding', {
      file,
      encoding: phrase('codePage', { number: String(codePage) }),
    });
  }
  return paddedEncoding(known);
}

/** By the names that files of SPSS use, beside WHATWG's; `null` for what is not known here. */
export function encodingNamed(name: string): TextEncoding | null {
  const lower = name.trim().toLowerCase();
  const plain = lower.replaceAll('_', '-');
  const page = /^(?:x-)?(?:cp|ibm|ms|windows|win|dos|oem)-?0*(\d+)(?![\da-z])/.exec(plain);
  if (page !== null) return encodingOfCodePage(Number(page[1]));
  return textEncoding(otherNames[plain] ?? lower) ?? textEncoding(plain);
}

function encodingOfCodePage(page: number): TextEncoding | null {
  const name = codePages[page];
  if (name !== undefined) return dosCodePages[name] === undefined ? textEncoding(name) : dos(name);
  if (page > 28590 && page < 28607) return textEncoding(`iso-8859-${page - 28590}`);
  return textEncoding(`windows-${page}`);
}

function dos(name: string): TextEncoding {
  const upper = dosCodePages[name];
  const decode = (bytes: Uint8Array): string =>
    Array.from(bytes, (byte) => (byte < 128 ? String.fromCharCode(byte) : upper[byte - 128])).join('');
  return { name, decode };
}
