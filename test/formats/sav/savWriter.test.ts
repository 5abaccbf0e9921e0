import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Column } from '#engine/survey/column.ts';
import { nothingMissing, type Variable } from '#engine/survey/variable.ts';
import { writeSav, type SavSurvey } from '#formats/sav/savWriter.ts';
import { readAll } from '../readAll.ts';
import expected from './savWriter.expected.json' with { type: 'json' };
import { savWriterSurvey } from './savWriterSurvey.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'sav-writer-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function surveyOf(
  variables: readonly Partial<Variable>[],
  columns: readonly Column[],
  rowCount = 1,
): SavSurvey {
  return {
    fileLabel: '',
    weight: null,
    createdAt: '2011-03-01T12:00:00',
    rowCount,
    columns,
    variables: variables.map((parts, index) => ({
      name: `v${index}`,
      label: '',
      type: columns[index].kind,
      measure: 'unknown',
      valueLabels: [],
      missing: nothingMissing,
      ...parts,
    })),
  };
}

const numbers = (...values: number[]): Column => ({
  kind: 'numeric',
  values: Float64Array.from(values),
  reasons: null,
});

/** The values of a variable of `savWriterSurvey`, `null` where it is missing. */
function givenValues(index: number): (number | string | null)[] {
  const column = savWriterSurvey.columns[index];
  return Array.from({ length: savWriterSurvey.rowCount }, (_, row) => {
    if (column.kind === 'text') return column.dictionary[column.codes[row]];
    const missing = (column.reasons?.[row] ?? 0) !== 0 || Number.isNaN(column.values[row]);
    return missing ? null : column.values[row];
  });
}

/** The bytes after record 999, which ends the dictionary. */
function caseBytes(file: Buffer): Buffer {
  return file.subarray(file.lastIndexOf(Buffer.from([231, 3, 0, 0, 0, 0, 0, 0])) + 8);
}

describe('a file that R haven has read', () => {
  const file = (): Buffer => {
    writeSav(join(folder, 'everything.sav'), savWriterSurvey);
    return readFileSync(join(folder, 'everything.sav'));
  };

  it('is the file that is written now, byte for byte', () => {
    expect(createHash('sha256').update(file()).digest('hex')).toBe(expected.sha256);
  });

  it('showed haven the file label and the documents', () => {
    expect(expected.fileLabel).toBe(savWriterSurvey.fileLabel);
    expect(expected.documents.filter((line) => line !== '').join(' ')).toBe(
      savWriterSurvey.documents?.map((text) => text.trim()).join(' '),
    );
  });

  it('showed haven every name, label, value label and missing rule', () => {
    const read = expected.variables.map(({ name, label, valueLabels, missingCodes, missingRange }) => ({
      name,
      label,
      valueLabels,
      missing: {
        codes: missingCodes,
        range: missingRange.length === 0 ? null : { low: missingRange[0], high: missingRange[1] },
      },
    }));
    const given = savWriterSurvey.variables.map(({ name, label, valueLabels, missing }) => ({
      name,
      label,
      valueLabels,
      missing,
    }));
    expect(read).toEqual(given);
  });

  it('showed haven every value', () => {
    expected.variables.forEach(({ name, values }, index) => {
      if (name === 'interviewed' || name === 'finished') return;
      expect(values, name).toEqual(givenValues(index));
    });
  });

  it('showed haven dates and times', () => {
    const byName = new Map(expected.variables.map((variable) => [variable.name, variable]));
    expect(byName.get('interviewed')?.values).toEqual(['2010-08-01', '2010-08-02', null, null]);
    expect(byName.get('finished')?.values[3]).toBe('2010-08-01 00:00:04');
  });
});

describe('our own reader', () => {
  it('gives back everything that was written', async () => {
    const path = join(folder, 'round.sav');
    writeSav(path, savWriterSurvey);
    const read = await readAll(path);
    const { fileLabel, weight, rowCount, variables } = savWriterSurvey;
    expect(read).toMatchObject({ fileLabel, weight, rowCount, encoding: 'utf-8' });
    expect(read.variables.map((variable) => ({ ...variable, display: undefined }))).toEqual(variables);
    variables.forEach(({ name }, index) => expect(read.values[index], name).toEqual(givenValues(index)));
  });
});

describe('the header', () => {
  it('says what the specification asks for at each offset', () => {
    const path = join(folder, 'header.sav');
    writeSav(path, savWriterSurvey);
    const bytes = readFileSync(path);
    expect(bytes.toString('latin1', 0, 4)).toBe('$FL2');
    expect(bytes.readInt32LE(64)).toBe(2);
    // 8 numbers, 1 + 2 elements of short strings, 620 bytes as 255 + 255 + 116
    expect(bytes.readInt32LE(68)).toBe(8 + 1 + 2 + 32 + 32 + 15);
    expect(bytes.readInt32LE(72)).toBe(1);
    expect(bytes.readInt32LE(76)).toBe(5);
    expect(bytes.readInt32LE(80)).toBe(4);
    expect(bytes.readDoubleLE(84)).toBe(100);
    expect(bytes.toString('latin1', 92, 109)).toBe('01 Mar 1112:00:00');
    expect(bytes.toString('utf8', 109, 125)).toBe('Enquête fictive');
  });
});

describe('compressed rows', () => {
  it('use one byte from -99 to 151, 253 for the rest, 255 for system-missing, and end with 252', () => {
    const path = join(folder, 'codes.sav');
    writeSav(path, surveyOf([{}], [numbers(-99, 151, 152, NaN, 0)], 5));
    const bytes = caseBytes(readFileSync(path));
    expect([...bytes.subarray(0, 8)]).toEqual([1, 251, 253, 255, 100, 252, 0, 0]);
    expect(bytes.readDoubleLE(8)).toBe(152);
    expect(bytes.length).toBe(16);
  });

  it('write a blank string as 254', () => {
    const path = join(folder, 'blank.sav');
    writeSav(
      path,
      surveyOf([{}], [{ kind: 'text', dictionary: ['', 'ab'], codes: Uint32Array.of(0, 1) }], 2),
    );
    const bytes = caseBytes(readFileSync(path));
    expect([...bytes.subarray(0, 3)]).toEqual([254, 253, 252]);
    expect(bytes.toString('latin1', 8)).toBe('ab      ');
  });
});

describe('a text whose labels speak of longer values than it has', () => {
  it('is as wide as they are', async () => {
    const path = join(folder, 'wide.sav');
    const valueLabels = [{ value: 'another place', label: 'Elsewhere' }];
    const missing = { codes: ['refused'], range: null };
    const column: Column = { kind: 'text', dictionary: ['a'], codes: Uint32Array.of(0) };
    writeSav(path, surveyOf([{ valueLabels }, { missing }], [column, column]));
    const { variables, values } = await readAll(path);
    expect(values).toEqual([['a'], ['a']]);
    expect(variables.map((variable) => variable.valueLabels)).toEqual([valueLabels, []]);
    expect(variables[1].missing).toEqual(missing);
  });
});

describe('what the format cannot hold', () => {
  it('is cut between characters and reported', () => {
    const path = join(folder, 'losses.sav');
    const losses = writeSav(path, {
      ...surveyOf(
        [
          {
            name: 'question',
            label: 'দ'.repeat(100),
            valueLabels: [{ value: 4, label: 'é'.repeat(61) }],
            missing: { codes: [1, 3, 5, 7], range: null },
          },
          { name: 'answer' },
        ],
        [
          { kind: 'numeric', values: Int8Array.of(0), reasons: Uint8Array.of(3) },
          { kind: 'text', dictionary: ['unused but long', 'wide'], codes: Uint32Array.of(1) },
        ],
      ),
      widths: { answer: 2 },
    });
    expect(losses).toEqual(
      expect.arrayContaining([
        { variable: 'question', kind: 'label', count: 1 },
        { variable: 'question', kind: 'valueLabel', count: 1 },
        { variable: 'question', kind: 'missingRule', count: 1 },
        { variable: 'question', kind: 'missingReason', count: 1 },
        { variable: 'answer', kind: 'text', count: 1 },
      ]),
    );
    expect(losses).toHaveLength(5);
    const bytes = readFileSync(path);
    expect(bytes.includes(Buffer.from('দ'.repeat(85)))).toBe(true);
    expect(bytes.includes(Buffer.from('দ'.repeat(86)))).toBe(false);
    expect(bytes.toString('utf8')).not.toContain('\ufffdদ');
  });

  it('is nothing where many codes fill a range that no answer lies in', async () => {
    const path = join(folder, 'range.sav');
    const losses = writeSav(
      path,
      surveyOf([{ missing: { codes: [998, -1, 99, 98], range: null } }], [numbers(1, 98, 97, -1)], 4),
    );
    expect(losses).toEqual([]);
    expect((await readAll(path)).variables[0].missing).toEqual({
      codes: [-1],
      range: { low: 98, high: 998 },
    });
  });

  it.each(['to', 'two words', '1st', '_id', 'a'.repeat(65)])(
    'a name like %s is refused, and no file is left',
    (name) => {
      const path = join(folder, 'refused.sav');
      expect(() => writeSav(path, surveyOf([{ name }], [numbers(1)]))).toThrow(
        expect.objectContaining({ code: 'file.unsupported' }),
      );
      expect(existsSync(path)).toBe(false);
    },
  );

  it('a name taken twice is refused, in whatever case', () => {
    expect(() =>
      writeSav(
        join(folder, 'twice.sav'),
        surveyOf([{ name: 'age' }, { name: 'AGE' }], [numbers(1), numbers(1)]),
      ),
    ).toThrow(expect.objectContaining({ code: 'file.duplicateVariable' }));
  });

  it('an error halfway leaves no file', () => {
    const path = join(folder, 'halfway.sav');
    expect(() => writeSav(path, { ...surveyOf([{}], [numbers(1)]), weight: 'gone' })).toThrow('gone');
    expect(existsSync(path)).toBe(false);
  });
});
