import { phrase } from '#engine/survey/phrase.ts';
import type { PhraseCode } from '#engine/survey/phraseCodes.ts';
import type { ProblemParams } from '#engine/survey/problemCodes.ts';

interface ForeignFormat {
  readonly feature: PhraseCode;
  readonly advice: PhraseCode;
  readonly matches: (start: Uint8Array) => boolean;
}

/** Formats that are recognised by their first bytes so that a message can name them, but are not read. */
const foreignFormats: readonly ForeignFormat[] = [
  {
    feature: 'ebcdicFile',
    advice: 'saveAsSav',
    matches: (start) => hasBytes(start, [0x5b, 0xc6, 0xd3, 0xf2]),
  },
  {
    feature: 'sasFile',
    advice: 'convertSas',
    matches: (start) => hasBytes(start, [0xc2, 0xea, 0x81, 0x60], 12),
  },
  {
    feature: 'sasCatalogue',
    advice: 'exportFromSas',
    matches: (start) => hasBytes(start, [0xc2, 0xea, 0x81, 0x63], 12),
  },
  {
    feature: 'sasTransport',
    advice: 'convertTransport',
    matches: (start) => text(start, 0, 20) === 'HEADER RECORD*******',
  },
  { feature: 'zipArchive', advice: 'unpackFirst', matches: isZip },
  {
    feature: 'gzipFile',
    advice: 'writeFromR',
    matches: (start) => hasBytes(start, [0x1f, 0x8b]),
  },
  {
    feature: 'sqliteFile',
    advice: 'openAsStudy',
    matches: (start) => text(start, 0, 15) === 'SQLite format 3',
  },
  {
    feature: 'webPage',
    advice: 'downloadSurvey',
    matches: (start) => /^\s*<(!doctype html|html)\b/i.test(text(start, 0, 200)),
  },
  {
    feature: 'ddiCodebook',
    advice: 'chooseItsData',
    matches: (start) => /^[^<]{0,8}<(?:[^]*<)?(?:\w+:)?codeBook[\s>]/.test(text(start, 0, start.length)),
  },
  {
    feature: 'xmlFile',
    advice: 'askForSavOrCsv',
    matches: (start) => /^(\xef\xbb\xbf)?\s*<\?xml\s/.test(text(start, 0, 200)),
  },
  {
    feature: 'jsonFile',
    advice: 'askForAnswers',
    matches: (start) => /^\s*(\{\s*"[^"]*"\s*:|\[\s*\{\s*")/.test(text(start, 0, 400)),
  },
  {
    feature: 'pdfDocument',
    advice: 'askForSavOrCsv',
    matches: (start) => text(start, 0, 5) === '%PDF-',
  },
];

/** SPSS system files, compressed with ZLIB (`.zsav`) or not. */
export function isSav(start: Uint8Array): boolean {
  return ['$FL2', '$FL3'].includes(text(start, 0, 4));
}

/** Stata files: markup since version 117; before, the version, the byte order, a 1 and a 0. */
export function isDta(start: Uint8Array): boolean {
  if (text(start, 0, 11) === '<stata_dta>') return true;
  const [version, byteOrder, fileType, unused] = start;
  return (
    version >= 103 && version <= 116 && (byteOrder === 1 || byteOrder === 2) && fileType === 1 && unused === 0
  );
}

/** SPSS portable files, whatever their characters: the header says so in ASCII, or where its table has been read. */
export function isPor(start: Uint8Array): boolean {
  return (
    withoutLineEnds(start).slice(456, 464) === 'SPSSPORT' || text(start, 0, 200).includes('SPSS PORT FILE')
  );
}

/** Workbooks of Excel 2007 and later; other documents of Office begin alike. */
export function isXlsx(start: Uint8Array): boolean {
  return isZip(start) && /xl\/|\[Content_Types\]|_rels\/\.rels/.test(text(start, 0, start.length));
}

/** Compound files: workbooks of Excel 97–2003, and newer ones that are locked with a password. */
export function isXls(start: Uint8Array): boolean {
  return hasBytes(start, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
}

export function isParquet(start: Uint8Array): boolean {
  return text(start, 0, 4) === 'PAR1';
}

/** The `feature` and `advice` of `file.unsupported`, or `null` for a file that none of the signatures fits. */
export function foreignFormatOf(start: Uint8Array): ProblemParams | null {
  const format = foreignFormats.find(({ matches }) => matches(start));
  return format === undefined ? null : { feature: phrase(format.feature), advice: phrase(format.advice) };
}

function isZip(start: Uint8Array): boolean {
  return hasBytes(start, [0x50, 0x4b, 0x03, 0x04]);
}

function hasBytes(start: Uint8Array, bytes: readonly number[], at = 0): boolean {
  return bytes.every((byte, index) => start[at + index] === byte);
}

function text(start: Uint8Array, from: number, to: number): string {
  return Buffer.from(start.subarray(from, to)).toString('latin1');
}

/** Portable files are broken into lines of 80 characters. */
function withoutLineEnds(start: Uint8Array): string {
  return text(start, 0, 600).replace(/[\r\n]/g, '');
}
