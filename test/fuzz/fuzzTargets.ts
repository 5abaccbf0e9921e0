import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { codebook, explainedByCodebook, explainedByForm, form, formOfText } from './companions.ts';
import { partsOfArchive } from './partsOfArchive.ts';
import { zsavRows } from './zsavRows.ts';
import { bilingualDta } from '../formats/bilingualDta.ts';
import { DtaBytes, dtaFile, typeCode } from '../formats/dtaBytes.ts';
import { mutated } from './mutated.ts';
import { seeded } from './seeded.ts';

/** A sound file, or the part of one that is damaged, and how the whole is put together again around it. */
export interface FuzzOriginal {
  readonly bytes: Uint8Array;
  readonly build: (damaged: Uint8Array) => Uint8Array;
}

/** A reader, and the sound files whose damaged copies it is given. */
export interface FuzzTarget {
  readonly name: string;
  readonly ending: string;
  readonly kind: 'binary' | 'text';
  /** Bytes at the beginning by which the format is known. */
  readonly kept: number;
  /** Bytes of memory that a reader may ask for, for each byte of the file. */
  readonly perByte: number;
  /** How many damaged files `npm run fuzz` tries. */
  readonly files: number;
  readonly originals: () => readonly FuzzOriginal[];
  /** Where the damaged file is a form or codebook: the sound survey that it goes with. */
  readonly explains?: { readonly name: string; readonly text: string };
}

const fixtures = join(import.meta.dirname, '../formats/fixtures');
const whole = (bytes: Uint8Array): FuzzOriginal => ({ bytes, build: (damaged) => damaged });
const bytesOf = (name: string): Uint8Array => readFileSync(join(fixtures, name));
const fixture = (name: string): FuzzOriginal => whole(bytesOf(name));

export const fuzzTargets: readonly FuzzTarget[] = [
  {
    name: 'sav',
    ending: 'sav',
    kind: 'binary',
    kept: 4,
    perByte: 400,
    files: 100_000,
    originals: () =>
      [
        'pspp-compressed.sav',
        'pspp-uncompressed.sav',
        'pspp-sets.sav',
        'pspp-attributes.sav',
        'haven-byte.sav',
        'haven-none.sav',
      ].map(fixture),
  },
  {
    name: 'zsav',
    ending: 'zsav',
    kind: 'binary',
    kept: 4,
    perByte: 10_000,
    files: 100_000,
    originals: () => ['pspp.zsav', 'haven.zsav', 'haven-no-rows.zsav'].map(fixture),
  },
  {
    name: 'zsav rows',
    ending: 'zsav',
    kind: 'binary',
    kept: 0,
    perByte: 10_000,
    files: 100_000,
    originals: () => ['pspp.zsav', 'haven.zsav'].map(bytesOf).map(zsavRows),
  },
  {
    name: 'dta',
    ending: 'dta',
    kind: 'binary',
    kept: 4,
    perByte: 400,
    files: 100_000,
    originals: () => [
      ...[6, 7].map((version) => fixture(`foreign-${version}.dta`)),
      ...[8, 10, 12, 13, 14, 15].map((version) => fixture(`haven-${version}.dta`)),
      ...[104, 108, 114, 117, 118, 119].map(bigEndianDta).map(whole),
      ...[110, 115, 118].map((release) => whole(bilingualDta(release))),
    ],
  },
  {
    name: 'por',
    ending: 'por',
    kind: 'text',
    kept: 480,
    perByte: 400,
    files: 100_000,
    originals: () => ['pspp.por', 'pspp-plain.por'].map(fixture),
  },
  {
    name: 'csv',
    ending: 'csv',
    kind: 'text',
    kept: 0,
    perByte: 400,
    files: 100_000,
    originals: () =>
      [...csvTexts.map((text) => Buffer.from(text)), Buffer.from(`\ufeff${csvTexts[1]}`, 'utf16le')].map(
        whole,
      ),
  },
  {
    name: 'parquet',
    ending: 'parquet',
    kind: 'binary',
    kept: 4,
    perByte: 2000,
    files: 100_000,
    originals: () => ['duckdb.parquet', 'duckdb-zstd.parquet', 'duckdb-nested.parquet'].map(fixture),
  },
  {
    name: 'xlsx',
    ending: 'xlsx',
    kind: 'binary',
    kept: 4,
    perByte: 2000,
    files: 20_000,
    originals: () => [fixture('openxlsx.xlsx')],
  },
  {
    name: 'xlsx parts',
    ending: 'xlsx',
    kind: 'text',
    kept: 0,
    perByte: 2000,
    files: 20_000,
    originals: () => [bytesOf('openxlsx.xlsx'), form()].flatMap(partsOfArchive),
  },
  {
    name: 'xls',
    ending: 'xls',
    kind: 'binary',
    kept: 8,
    perByte: 2000,
    files: 20_000,
    originals: () => [fixture('writeexcel.xls')],
  },
  {
    name: 'xlsform parts',
    ending: 'xlsx',
    kind: 'text',
    kept: 0,
    perByte: 2000,
    files: 20_000,
    originals: () => partsOfArchive(form()),
    explains: { name: 'data.csv', text: explainedByForm },
  },
  {
    name: 'form of text',
    ending: 'csv',
    kind: 'text',
    kept: 0,
    perByte: 400,
    files: 20_000,
    originals: () => [whole(Buffer.from(formOfText))],
    explains: { name: 'data.csv', text: explainedByForm },
  },
  {
    name: 'ddi',
    ending: 'xml',
    kind: 'text',
    kept: 0,
    perByte: 400,
    files: 20_000,
    originals: () => [whole(Buffer.from(codebook))],
    explains: { name: 'data.dat', text: explainedByCodebook },
  },
  {
    name: 'gzip',
    ending: 'csv.gz',
    kind: 'binary',
    kept: 0,
    perByte: 10_000,
    files: 20_000,
    originals: () => [
      whole(gzipSync(csvTexts[1])),
      { bytes: Buffer.from(csvTexts[1]), build: (damaged) => gzipSync(damaged) },
    ],
  },
];

const csvTexts = [
  [
    '\ufeffrégion;âge;"<b>revenu</b>";âge;',
    'Ouémé;23;1,5;1;"a ""quoted""\r\nanswer"',
    '"Zou; Abomey";;2,25;007;x',
    ';99;;;',
    'Mono;1e3;-,5;NA;',
    ';;;;',
  ].join('\r\n'),
  'id,name,when,value\n1,"Amina, K.",2026-01-01,1.5\n2,"said ""no""",,-2e-3\n3,,2026-02-30,NA\n',
  'sep=\t\na\tb\tc\n1\t2\t3\n4\t5\t6\n',
  'one column\n1\n2\n\n3\n',
  'a|b\r1|x\r2|y\r',
];

/** Two rows of numbers and a text with a labelled column, in the byte order that none of the fixtures has. */
function bigEndianDta(release: number): Uint8Array {
  const littleEndian = false;
  const data = new DtaBytes(littleEndian);
  for (const row of [1, 2])
    data
      .whole(1, row)
      .whole(2, 300 * row)
      .whole(4, 70_000 * row)
      .field(row === 1 ? 'yes' : '', 6);
  return dtaFile({
    release,
    littleEndian,
    label: 'by hand',
    rows: 2,
    data,
    variables: [
      { name: 'one', type: typeCode(release, 'byte'), set: 'yn' },
      { name: 'two', type: typeCode(release, 'int') },
      { name: 'three', type: typeCode(release, 'long') },
      { name: 'four', type: typeCode(release, 6), format: '%6s' },
    ],
    sets:
      release >= 108
        ? [
            {
              name: 'yn',
              labels: [
                [1, 'yes'],
                [2, 'no'],
              ],
            },
          ]
        : [],
  });
}

/** The damaged file number `index` of a target: the same one each time. */
export function fuzzFile(target: FuzzTarget, originals: readonly FuzzOriginal[], index: number): Uint8Array {
  const random = seeded(
    Math.imul(index + 1, 0x9e3779b1) ^ Math.imul(target.name.length + target.kept, 0x85ebca6b),
  );
  const { bytes, build } = originals[index % originals.length];
  return build(mutated(bytes, random, target.kind, target.kept));
}
