import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../helpers/temporaryFolder.ts';
import { problemOf, readBytes } from '../readAll.ts';
import { SavBytes } from '../savBytes.ts';

/** A file whose one label is these bytes, with a code page and perhaps the name of an encoding. */
function labelled(bytes: readonly number[], codePage: number | null, name: string | null): Uint8Array {
  const label = String.fromCharCode(...bytes);
  const file = new SavBytes().header({ compression: 1 }).variable('T', { width: 8, label });
  if (codePage !== null) file.integerInfo(codePage);
  if (name !== null) file.extension(20, 1, new SavBytes().text(name));
  file.end().raw(253, 252, 0, 0, 0, 0, 0, 0);
  return file.raw(...bytes, ...Array.from({ length: 8 - bytes.length }, () => 32)).bytes();
}

/** Bytes from iconv: `printf '…' | iconv -f UTF-8 -t <encoding> | od -t x1`. */
const cases: readonly [string, number[], number | null, string | null, string][] = [
  ['été', [0xe9, 0x74, 0xe9], 1252, null, 'windows-1252'],
  ['été', [0xe9, 0x74, 0xe9], 2, 'windows-1252', 'windows-1252'],
  ['été', [0xe9, 0x74, 0xe9], 28591, null, 'windows-1252'],
  ['été', [0xe9, 0x74, 0xe9], 819, 'ISO-8859-1', 'windows-1252'],
  ['1€', [0x31, 0xa4], 28605, null, 'iso-8859-15'],
  ['1€', [0x31, 0xa4], 2, 'ISO-8859-15', 'iso-8859-15'],
  ['1€', [0x31, 0xa4], 2, 'cp28605', 'iso-8859-15'],
  ['été', [0xc3, 0xa9, 0x74, 0xc3, 0xa9], 65001, null, 'utf-8'],
  ['été', [0xc3, 0xa9, 0x74, 0xc3, 0xa9], 1252, 'UTF-8', 'utf-8'],
  ['été', [0x82, 0x74, 0x82], 850, null, 'ibm850'],
  ['été', [0x82, 0x74, 0x82], 2, 'CP850', 'ibm850'],
  ['été', [0x82, 0x74, 0x82], 437, 'ibm437', 'ibm437'],
  ['łódź', [0x88, 0xa2, 0x64, 0xab], 852, null, 'ibm852'],
  ['مرحبا', [0xe3, 0xd1, 0xcd, 0xc8, 0xc7], 1256, null, 'windows-1256'],
  ['ไทย', [0xe4, 0xb7, 0xc2], 9066, 'cp874', 'windows-874'],
  ['中文', [0xd6, 0xd0, 0xce, 0xc4], 936, null, 'gbk'],
  ['中文', [0xa4, 0xa4, 0xa4, 0xe5], 950, 'BIG5', 'big5'],
  ['日本', [0x93, 0xfa, 0x96, 0x7b], 932, 'windows-31j', 'shift_jis'],
  ['한국', [0xc7, 0xd1, 0xb1, 0xb9], 949, null, 'euc-kr'],
  ['мир', [0xec, 0xe8, 0xf0], 1251, null, 'windows-1251'],
  ['мир', [0xec, 0xe8, 0xf0], 2, 'ibm-5347_P100-1998', 'windows-1251'],
  ['мир', [0xcd, 0xc9, 0xd2], 2, 'KOI8-R', 'koi8-r'],
  ['한국', [0xc7, 0xd1, 0xb1, 0xb9], 2, 'KS_C_5601-1987', 'euc-kr'],
  ['été', [0x8e, 0x74, 0x8e], 2, 'MacRoman', 'macintosh'],
];

describe('encodings by code page and by name', () => {
  it.each(cases)('%s', async (text, bytes, codePage, name, encoding) => {
    const survey = await readBytes(temporaryFolder(), 'a.sav', labelled(bytes, codePage, name));
    expect(survey.encoding).toBe(encoding);
    expect(survey.variables[0].label).toBe(text);
    expect(survey.values).toEqual([[text]]);
  });
});

describe('a file that does not tell its encoding', () => {
  it('is UTF-8 where all of its dictionary is valid UTF-8', async () => {
    const survey = await readBytes(temporaryFolder(), 'a.sav', labelled([0xc3, 0xa9], 2, null));
    expect(survey.encoding).toBe('utf-8');
  });

  it('is windows-1252 otherwise', async () => {
    const survey = await readBytes(temporaryFolder(), 'a.sav', labelled([0xe9], null, null));
    expect(survey.encoding).toBe('windows-1252');
    expect(survey.variables[0].label).toBe('é');
  });
});

describe('a label that was cut in the middle of a character', () => {
  it('ends before that character', async () => {
    const survey = await readBytes(temporaryFolder(), 'a.sav', labelled([0x61, 0xe0, 0xa6], 65001, 'UTF-8'));
    expect(survey.variables[0].label).toBe('a');
  });
});

describe('an encoding that is not known', () => {
  it.each([
    ['EBCDIC-US', labelled([0x61], null, 'EBCDIC-US')],
    ['UTF-7', labelled([0x61], 65000, 'UTF-7')],
    ['UTF-16LE', labelled([0x61], null, 'UTF-16LE')],
    ['code page 500', labelled([0x61], 500, null)],
  ])('is refused by name: %s', async (encoding, bytes) => {
    const problem = await problemOf(readBytes(temporaryFolder(), 'a.sav', bytes));
    expect(problem.code).toBe('file.unknownEncoding');
    expect(problem.params.encoding).toBe(encoding);
  });
});

describe('an encoding that the user says', () => {
  it.each([
    ['windows-1252', [0xe9, 0x74, 0xe9], 'UTF-8', 'été'],
    ['windows-1256', [0xe3, 0xd1, 0xcd], 'windows-1252', 'مرح'],
    ['utf-8', [0xc3, 0xa9], 'CP1256', 'é'],
    ['cp850', [0x82, 0x74, 0x82], 'EBCDIC-US', 'été'],
  ])('comes before what the file says: %s', async (encoding, bytes, name, text) => {
    const file = labelled(bytes, null, name);
    const survey = await readBytes(temporaryFolder(), 'a.sav', file, {}, { encoding });
    expect([survey.variables[0].label, survey.values]).toEqual([text, [[text]]]);
  });

  it.each(['nonsense', 'utf-16le'])(
    'is refused where it can be none of such a file: %s',
    async (encoding) => {
      const read = readBytes(temporaryFolder(), 'a.sav', labelled([0x61], null, null), {}, { encoding });
      expect(await problemOf(read)).toMatchObject({
        code: 'option.invalid',
        params: { option: 'encoding', value: encoding },
      });
    },
  );
});
