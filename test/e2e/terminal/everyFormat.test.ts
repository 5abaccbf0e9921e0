import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import type { Output } from '#contract/index.ts';
import { fixtureExpectations } from '../../formats/likeHaven.ts';
import { codebook, explainedByCodebook, explainedByForm, form } from '../../fuzz/companions.ts';
import { temporaryFolder } from '../../helpers/temporaryFolder.ts';
import { larger, root } from '../../helpers/terminal.ts';

/** Each format that is read: through `describe`, into a study, and out of it again. */
type Described = Output<'describe.run'>;

const fixtures = join(root, 'test/formats/fixtures');

function described(...words: string[]): Described {
  const { code, out, problem } = larger('describe', ...words, '--json');
  expect([code, problem]).toEqual([0, '']);
  return JSON.parse(out) as Described;
}

interface Case {
  readonly name: string;
  readonly format: string;
  /** Makes the file in this folder; gives how it is named on the command line. */
  readonly words: (folder: string) => string[];
  readonly rows: number;
  readonly names: readonly string[];
  /** Sums of some of its variables, by hand. */
  readonly sums: Readonly<Record<string, number>>;
}

/** haven's sum of what is neither missing nor declared to be. */
function havenSums(file: string): Record<string, number> {
  return Object.fromEntries(
    fixtureExpectations[file].variables.flatMap(({ name, format, values, missingCodes, missingRange }) => {
      if (!format.startsWith('F')) return [];
      const { low, high } = missingRange ?? { low: Infinity, high: -Infinity };
      const isMissing = (value: number): boolean =>
        missingCodes.includes(value) || (value >= (low ?? -Infinity) && value <= (high ?? Infinity));
      const numbers = values.filter((value) => typeof value === 'number');
      return [[name, numbers.filter((one) => !isMissing(one)).reduce((sum, one) => sum + one, 0)]];
    }),
  );
}

const likeHaven = (file: string, format: string): Case => ({
  name: file,
  format,
  words: () => [join(fixtures, file)],
  rows: fixtureExpectations[file].rows,
  names: fixtureExpectations[file].variables.map(({ name }) => name),
  sums: havenSums(file),
});

function written(folder: string, name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const text = 'id;âge;place\n1;1,5;Ouémé\n2;;"Zou; Abomey"\n';
const cases: readonly Case[] = [
  likeHaven('pspp-compressed.sav', 'sav'),
  likeHaven('pspp.zsav', 'zsav'),
  likeHaven('pspp-plain.por', 'por'),
  {
    name: 'haven-15.dta',
    format: 'dta',
    words: () => [join(fixtures, 'haven-15.dta')],
    rows: 6,
    names: [
      ...['identity', 'walk_night', 'fear_crime', 'whole_number', 'fraction', 'yes_or_no', 'asked_on'],
      ...['asked_at', 'region_name', 'story'],
    ],
    sums: { identity: 21, walk_night: 3, fear_crime: 6, yes_or_no: 3 },
  },
  {
    name: 'a CSV, by its semicolons and commas',
    format: 'csv',
    words: (folder) => [written(folder, 'a.csv', text)],
    rows: 2,
    names: ['id', 'âge', 'place'],
    sums: { id: 3, âge: 1.5 },
  },
  {
    name: 'a TSV in an encoding that is told, packed',
    format: 'csv',
    words: (folder) => [
      written(folder, 'a.tsv.gz', gzipSync(Buffer.from('id\tplace\n1\tx\xe3\n', 'latin1'))),
      ...['--encoding', 'windows-1256', '--delimiter', 'tab'],
    ],
    rows: 1,
    names: ['id', 'place'],
    sums: { id: 1 },
  },
  {
    name: 'a sheet of a workbook',
    format: 'xlsx',
    words: () => [join(fixtures, 'openxlsx.xlsx'), '--sheet', 'members'],
    rows: 3,
    names: ['household', 'age'],
    sums: { household: 4, age: 37 },
  },
  {
    name: 'lines of fixed width with their codebook',
    format: 'fixed',
    words: (folder) => [
      written(folder, 'a.dat', explainedByCodebook),
      ...['--form', written(folder, 'a.xml', codebook)],
    ],
    rows: 3,
    names: ['REGION', 'WEIGHT', 'PLACE', 'INCOME'],
    sums: { REGION: 3 },
  },
  {
    name: 'an export of Kobo with its form, in French',
    format: 'csv',
    words: (folder) => [
      written(folder, 'a.csv', explainedByForm),
      ...['--form', written(folder, 'a.xlsx', form()), '--language', 'French (fr)'],
    ],
    rows: 2,
    names: ['head', 'size', 'needs', 'needs/food', 'needs/well', '_index'],
    sums: { 'needs/food': 1, 'needs/well': 2, size: 4 },
  },
  {
    name: 'duckdb.parquet',
    format: 'parquet',
    words: () => [join(fixtures, 'duckdb.parquet')],
    rows: 4,
    names: [
      ...['tiny', 'whole', 'big', 'number', 'float', 'decimal', 'truth', 'place', 'area', 'visited'],
      ...['started', 'clock'],
    ],
    sums: { tiny: -124, whole: 70_003, decimal: 12.33, truth: 2 },
  },
];

describe.each(cases)('$name', ({ format, words, rows, names, sums }) => {
  test('is described, comes into a study, and goes out again', () => {
    const folder = temporaryFolder();
    const spoken = words(folder);
    const found = described(...spoken);
    expect([found.format, found.rows]).toEqual([format, rows]);
    expect(found.variables.map(({ name }) => name)).toEqual(names);
    for (const [name, sum] of Object.entries(sums)) {
      expect(found.variables.find((one) => one.name === name)?.sum, name).toBeCloseTo(sum, 9);
    }
    const study = join(folder, 'one.lfstudy');
    expect(larger('import', ...spoken, '--study', study)).toMatchObject({ code: 0, problem: '' });
    expect(described(study)).toEqual(found);
    const to = join(folder, 'out.sav');
    expect(larger('export', study, '--to', to)).toMatchObject({ code: 0 });
    const again = described(to);
    expect([again.rows, again.variables.length]).toEqual([rows, names.length]);
    const sumsOf = ({ variables }: Described): unknown[] => variables.map(({ sum, valid }) => [sum, valid]);
    expect(sumsOf(again)).toEqual(sumsOf(found));
  });
});

test('a survey goes out in each format and is described again', () => {
  const folder = temporaryFolder();
  const file = join(fixtures, 'pspp-compressed.sav');
  const names = fixtureExpectations['pspp-compressed.sav'].variables.map(({ name }) => name);
  for (const ending of ['zsav', 'dta', 'csv', 'xlsx']) {
    const to = join(folder, `out.${ending}`);
    expect(larger('export', file, '--to', to)).toMatchObject({ code: 0 });
    const again = described(to);
    expect([ending, again.rows]).toEqual([ending, 5]);
    expect(again.variables.map(({ name }) => name)).toEqual(names);
  }
  expect(larger('export', file, '--to', join(folder, 'out.xml'))).toMatchObject({ code: 0 });
  const explained = described(join(folder, 'out.csv'), '--form', join(folder, 'out.xml'));
  const labels = ({ variables }: Described): unknown[] =>
    variables.filter(({ type }) => type === 'numeric').map(({ label, valueLabels }) => [label, valueLabels]);
  expect(labels(explained)).toEqual(labels(described(file)));
});
