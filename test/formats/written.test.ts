import { createHash } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { MissingReason, type Column } from '#engine/survey/column.ts';
import { nothingMissing } from '#engine/survey/variable.ts';
import { writeCsvFile } from '#formats/csv/writeCsvFile.ts';
import { writeDtaFile } from '#formats/dta/writeDtaFile.ts';
import { writeSavFile } from '#formats/sav/writeSavFile.ts';
import type { SurveyOutput } from '#formats/surveyOutput.ts';
import { writeXlsxFile } from '#formats/xlsx/writeXlsxFile.ts';
import { hasR } from '../helpers/terminal.ts';
import { temporaryFolder } from '../helpers/temporaryFolder.ts';
import { readAll, type Cell } from './readAll.ts';
import expected from './written.expected.json' with { type: 'json' };
import { writeAll, writtenSurvey } from './writtenSurvey.ts';

let folder: string;
beforeEach(() => {
  folder = temporaryFolder();
});
const path = (ending: string): string => join(folder, `survey${ending}`);

/** The values of a variable of `writtenSurvey` as they were given; `null` or `.a` where they are missing. */
function given(name: string): Cell[] {
  const index = writtenSurvey.variables.findIndex((variable) => variable.name === name);
  const column = writtenSurvey.whole.columns[index];
  return Array.from({ length: writtenSurvey.rowCount }, (_, row) => cellOf(column, row));
}

function cellOf(column: Column, row: number): Cell {
  if (column.kind === 'text') return column.dictionary[column.codes[row]];
  const reason = column.reasons?.[row] ?? MissingReason.present;
  if (reason > MissingReason.system) return `.${String.fromCharCode(95 + reason)}`;
  return reason === MissingReason.system || Number.isNaN(column.values[row]) ? null : column.values[row];
}

const times = ['interviewed', 'finished', 'visited', 'born', 'ended', 'lasted'];
const plain = writtenSurvey.variables.map(({ name }) => name).filter((name) => !times.includes(name));
const withoutLetters = (cells: Cell[]): Cell[] =>
  cells.map((cell) => (typeof cell === 'string' && /^\.[a-z]$/.test(cell) ? null : cell));

describe('what R has read', () => {
  test('are the files that are written now, byte for byte', async () => {
    await writeAll(folder);
    const sha256 = (ending: string): string =>
      createHash('sha256')
        .update(readFileSync(path(ending)))
        .digest('hex');
    const { sav, dta, csv, codebook, xml } = expected.sha256;
    const found = ['.sav', '.dta', '.csv', '.codebook.csv', '.xml'].map(sha256);
    expect(found).toEqual([sav, dta, csv, codebook, xml]);
  });

  test.skipIf(!hasR('haven', 'readxl', 'xml2', 'jsonlite'))('is what R reads here', async () => {
    await writeAll(folder);
    const script = join(import.meta.dirname, 'written.expected.R');
    const said = execFileSync('Rscript', ['--vanilla', script, folder], { encoding: 'utf8' });
    expect({ ...JSON.parse(said), versions: expected.versions }).toEqual(expected);
  });

  test('showed haven the same in .zsav as in .sav', () => {
    expect(expected.zsavIsSav).toBe(true);
  });

  test('showed haven every value, in SPSS without Stata’s kinds of missing', () => {
    const read = new Map(expected.sav.variables.map((variable) => [variable.name, variable.values]));
    for (const name of plain) {
      const written = name === 'household/members [1]' ? 'household_members__1_' : name;
      expect(read.get(written), name).toEqual(withoutLetters(given(name)));
    }
  });

  test('showed haven in Stata .a, .b where codes are declared as missing, with their labels', () => {
    const read = new Map(expected.dta.variables.map((variable) => [variable.name, variable]));
    expect(read.get('worry_about_poverty')).toMatchObject({
      label: 'Préoccupation : pauvreté',
      values: [1, '.a', '.b', null],
      valueLabels: [
        { value: 1, label: 'pas du tout' },
        { value: '.a', label: 'ne sait pas' },
      ],
    });
    // a code, then a value of the range that is declared
    expect(read.get('worry_about_pests')?.values).toEqual([1.5, '.a', '.b', null]);
    expect(read.get('reason')?.values).toEqual([1, '.a', '.z', 2]);
    for (const name of ['id', 'weight_of_household', 'remarks', 'formula', 'food']) {
      expect(read.get(name)?.values, name).toEqual(given(name));
    }
  });

  test('showed dates and times as they were meant', () => {
    const valuesOf = (variables: { name: string; values: unknown[] }[], name: string): unknown[] =>
      variables.find((variable) => variable.name === name)!.values;
    for (const { variables } of [expected.sav, expected.dta]) {
      expect(valuesOf(variables, 'interviewed')).toEqual(['2010-08-01', '2010-08-02', null, null]);
      expect(valuesOf(variables, 'finished')[0]).toBe('2010-08-01T00:00:01');
      expect(valuesOf(variables, 'visited')).toEqual([
        '2009-04-13',
        '1960-01-01',
        '1959-12-31',
        '2010-08-01',
      ]);
      expect(valuesOf(variables, 'ended')[0]).toBe('2010-09-13T12:26:40');
    }
    // months stay months in Stata, and become their first day in SPSS
    expect(valuesOf(expected.dta.variables, 'born')).toEqual([600, 0, -1, 601]);
    expect(valuesOf(expected.sav.variables, 'born')).toEqual([
      '2010-01-01',
      '1960-01-01',
      '1959-12-01',
      '2010-02-01',
    ]);
    expect(expected.xlsx.Values.interviewed[0]).toBe('2010-08-01T00:00:00');
    expect(expected.xlsx.Values.ended[0]).toBe('2010-09-13T12:26:40');
    expect(expected.csv.ended).toEqual([
      '2010-09-13T12:26:40',
      '1960-01-01T00:00:00',
      '1960-01-01T00:00:01.500',
      '2010-09-13T12:26:40',
    ]);
  });

  test('showed every value in CSV, and codes and labels in the workbook', () => {
    const texts = new Map(Object.entries(expected.csv));
    for (const name of plain) {
      const values = withoutLetters(given(name)).map((value) => (value === null ? '' : value));
      expect(
        texts.get(name)?.map((text, row) => (typeof values[row] === 'number' ? Number(text) : text)),
        name,
      ).toEqual(values);
    }
    expect(expected.xlsx.sheets).toEqual(['Values', 'Labels', 'Codebook', 'Notes']);
    expect(expected.xlsx.Values.worry_about_poverty).toEqual([1, 8, 9, null]);
    expect(expected.xlsx.Labels.worry_about_poverty).toEqual(['pas du tout', 'ne sait pas', '9', null]);
    expect(expected.xlsx.Labels.reason).toEqual(['one', 'asked nobody', null, '2']);
    expect(expected.xlsx.Values.formula).toEqual(['=1+1', 'plain, "quoted"', 'two\nlines', null]);
  });

  test('showed in the DDI codebook labels, codes, what is missing, and the weight', () => {
    const byName = new Map(expected.ddi.map((variable) => [variable.name, variable]));
    expect(byName.get('worry_about_poverty')).toEqual({
      name: 'worry_about_poverty',
      label: 'Préoccupation : pauvreté',
      weight: false,
      valid: 1,
      codes: ['1', '8', '9'],
      missing: ['8', '9'],
    });
    expect(expected.ddi.filter(({ weight }) => weight).map(({ name }) => name)).toEqual([
      'weight_of_household',
    ]);
  });
});

describe('our own readers', () => {
  test.each(['.sav', '.zsav'])('give back what was written as %s', async (ending) => {
    await writeAll(folder);
    const { values, variables, weight, multipleResponseSets } = await readAll(path(ending));
    expect(weight).toBe('weight_of_household');
    expect(multipleResponseSets).toEqual(
      writtenSurvey.multipleResponseSets.map((set) => expect.objectContaining({ ...set })),
    );
    for (const name of plain) {
      const index = writtenSurvey.variables.findIndex((variable) => variable.name === name);
      expect(values[index], name).toEqual(withoutLetters(given(name)));
      expect(variables[index].missing, name).toEqual(writtenSurvey.variables[index].missing);
    }
  });

  test('give back Stata’s kinds of missing, dates and their units', async () => {
    await writeAll(folder);
    const { values, variables, fileLabel } = await readAll(path('.dta'));
    expect(fileLabel).toBe('Enquête fictive');
    for (const name of ['id', 'reason', 'visited', 'born', 'ended', 'formula', 'remarks', 'water']) {
      const index = writtenSurvey.variables.findIndex((variable) => variable.name === name);
      expect(values[index], name).toEqual(given(name));
      expect(variables[index].timeScale, name).toEqual(writtenSurvey.variables[index].timeScale);
    }
  });

  test('give back times of SPSS out of Stata as times, and in SPSS again', async () => {
    await writeAll(folder);
    const index = writtenSurvey.variables.findIndex(({ name }) => name === 'lasted');
    const stata = await readAll(path('.dta'));
    const { type, timeScale } = stata.variables[index];
    expect([type, timeScale?.unit]).toEqual(['time', 'millisecond']);
    expect(stata.values[index]).toEqual([3_600_000, 59_500, 0, 86_399_000]);
    const only: SurveyOutput = {
      ...outputOf([{ kind: 'numeric', values: Float64Array.of(3_600_000, 59_500), reasons: null }]),
      variables: [{ ...stata.variables[index], name: 'v0' }],
    };
    expect(await writeDtaFile(path('.again.dta'), only)).toEqual([]);
    const again = await readAll(path('.again.dta'));
    expect([again.variables[0].type, again.values[0]]).toEqual(['time', [3_600_000, 59_500]]);
    await writeSavFile(path('.again.sav'), only, 'bytes');
    const spss = await readAll(path('.again.sav'));
    expect([spss.variables[0].type, spss.values[0]]).toEqual(['time', [3600, 59.5]]);
  });

  test('give back numbers of every width, and the ends of each', async () => {
    const numbers = [
      [-127, 100],
      [-128, 101],
      [-32_767, 32_740],
      [-32_768, 32_741],
      [-2_147_483_647, 2_147_483_620],
      [-2_147_483_648, 2_147_483_621],
      [0.5, -0.25],
      [0.1, 1e300],
      [2 ** 53, -(2 ** 53)],
    ];
    const columns = numbers.map((values): Column => ({
      kind: 'numeric',
      values: Float64Array.from(values),
      reasons: null,
    }));
    await writeDtaFile(path('.dta'), outputOf(columns));
    expect((await readAll(path('.dta'))).values).toEqual(numbers);
    await writeSavFile(path('.sav'), outputOf(columns), 'zlib');
    expect((await readAll(path('.sav'))).values).toEqual(numbers);
  });

  test('give back text of every length, in Stata as strL from 2,046 bytes', async () => {
    const texts = ['', 'a', 'é'.repeat(1022), 'é'.repeat(1023), 'x'.repeat(40_000)];
    const column: Column = { kind: 'text', dictionary: texts, codes: Uint32Array.of(0, 1, 2, 3, 4, 1, 4) };
    const expectedTexts = [0, 1, 2, 3, 4, 1, 4].map((code) => texts[code]);
    expect(await writeDtaFile(path('.dta'), outputOf([column]))).toEqual([]);
    expect((await readAll(path('.dta'))).values[0]).toEqual(expectedTexts);
    const losses = await writeSavFile(path('.sav'), outputOf([column]), 'bytes');
    expect(losses).toEqual([{ variable: 'v0', kind: 'text', count: 2 }]);
    const cut = expectedTexts.map((text) => text.slice(0, 32_767));
    expect((await readAll(path('.sav'))).values[0]).toEqual(cut);
    expect(await writeXlsxFile(path('.xlsx'), outputOf([column]))).toEqual([
      { variable: null, kind: 'row', count: 1 },
      { variable: 'v0', kind: 'text', count: 2 },
    ]);
  });

  test('give back more rows than one compressed block or one chunk holds', async () => {
    const rows = 20_000;
    const columns = Array.from({ length: 40 }, (_, index): Column => ({
      kind: 'numeric',
      values: Float64Array.from({ length: rows }, (_row, row) => row * 1.5 + index),
      reasons: null,
    }));
    await writeSavFile(path('.zsav'), outputOf(columns, 3000), 'zlib');
    const { values } = await readAll(path('.zsav'));
    columns.forEach((column, index) =>
      expect(values[index]).toEqual([...(column.kind === 'numeric' ? column.values : [])]),
    );
  });
});

describe('rows without a single value', () => {
  const numbers = (...values: (number | null)[]): Column => ({
    kind: 'numeric',
    values: Float64Array.from(values, (value) => value ?? 0),
    reasons: Uint8Array.from(values, (value) =>
      value === null ? MissingReason.system : MissingReason.present,
    ),
  });
  const two = outputOf([numbers(1, null, 2, null, null), numbers(1, null, null, null, null)]);
  const one = outputOf([numbers(1, null, 2, null, null)]);

  test.each([
    ['the end of a CSV', two, 2, 3],
    ['a CSV of one column', one, 3, 2],
  ])('are told of at %s, where they are passed over', async (_, output, count, rows) => {
    const losses = await writeCsvFile(path('.csv'), path('.codebook.csv'), output, {
      byteOrderMark: false,
      protectFormulas: false,
    });
    expect(losses).toEqual([{ variable: null, kind: 'row', count }]);
    expect((await readAll(path('.csv'))).values[0]).toHaveLength(rows);
  });

  test('are told of in a workbook of one variable, whose data are not taken for a cover', async () => {
    expect(await writeXlsxFile(path('.xlsx'), one)).toEqual([{ variable: null, kind: 'row', count: 3 }]);
    const { choices, values } = await readAll(path('.xlsx'));
    expect([choices?.sheet, values]).toEqual(['Values', [[1, 2]]]);
  });

  test('are told of in a workbook, and stay in SPSS and Stata', async () => {
    expect(await writeXlsxFile(path('.xlsx'), two)).toEqual([{ variable: null, kind: 'row', count: 3 }]);
    expect((await readAll(path('.xlsx'))).values[0]).toHaveLength(2);
    await writeSavFile(path('.sav'), two, 'bytes');
    await writeDtaFile(path('.dta'), two);
    for (const ending of ['.sav', '.dta']) expect((await readAll(path(ending))).values[0]).toHaveLength(5);
  });
});

describe('CSV', () => {
  const text = (dictionary: string[]): Column => ({
    kind: 'text',
    dictionary,
    codes: Uint32Array.from(dictionary, (_, index) => index),
  });
  const plainCsv = { byteOrderMark: false, protectFormulas: false };
  const dangerous = ['=1+1', '+1', '-1', '@x', 'a=b'];

  test('leaves text as it is, unless formulas are to be guarded against', async () => {
    const output = outputOf([text(dangerous)]);
    await writeCsvFile(path('.csv'), path('.codebook.csv'), output, plainCsv);
    expect(readFileSync(path('.csv'), 'utf8')).toBe('v0\r\n=1+1\r\n+1\r\n-1\r\n@x\r\na=b\r\n');
    const [guarded, itsCodebook] = [path('.guarded.csv'), path('.guarded.codebook.csv')];
    await writeCsvFile(guarded, itsCodebook, output, { ...plainCsv, protectFormulas: true });
    expect(readFileSync(guarded, 'utf8')).toBe("v0\r\n'=1+1\r\n'+1\r\n'-1\r\n'@x\r\na=b\r\n");
  });

  test('begins with a byte order mark only where it is asked for', async () => {
    const output = outputOf([text(['é'])]);
    await writeCsvFile(path('.csv'), path('.codebook.csv'), output, { ...plainCsv, byteOrderMark: true });
    expect(readFileSync(path('.csv')).subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
    expect(readFileSync(path('.codebook.csv')).subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
  });

  test('keeps a row that is empty, and quotes where RFC 4180 asks for it', async () => {
    await writeCsvFile(
      path('.csv'),
      path('.codebook.csv'),
      outputOf([text(['', 'a,b', 'say "x"', 'a\r\nb'])]),
      plainCsv,
    );
    expect(readFileSync(path('.csv'), 'utf8')).toBe('v0\r\n""\r\n"a,b"\r\n"say ""x"""\r\n"a\r\nb"\r\n');
  });
});

/** A survey of these columns, called v0, v1, …, with all rows in one chunk or in several. */
function outputOf(columns: readonly Column[], chunkRows = Infinity): SurveyOutput {
  const [first] = columns;
  const rowCount = first.kind === 'text' ? first.codes.length : first.values.length;
  return {
    fileLabel: '',
    documents: [],
    weight: null,
    createdAt: '2011-03-01T12:00:00',
    rowCount,
    multipleResponseSets: [],
    variables: columns.map(({ kind }, index) => ({
      name: `v${index}`,
      label: '',
      type: kind,
      measure: 'unknown',
      valueLabels: [],
      missing: nothingMissing,
    })),
    async *chunks() {
      for (let start = 0; start < rowCount; start += chunkRows) {
        const end = Math.min(rowCount, start + chunkRows);
        yield {
          rowCount: end - start,
          columns: columns.map((column): Column =>
            column.kind === 'text'
              ? { ...column, codes: column.codes.slice(start, end) }
              : { ...column, values: column.values.slice(start, end) },
          ),
        };
      }
    },
  };
}
