import type { ColumnChunk } from '#engine/survey/column.ts';
import { nothingMissing, type Variable } from '#engine/survey/variable.ts';
import type { SurveyOutput } from '#formats/surveyOutput.ts';
import { writeCsvFile } from '#formats/csv/writeCsvFile.ts';
import { writeDdiFile } from '#formats/ddi/writeDdiFile.ts';
import { writeDtaFile } from '#formats/dta/writeDtaFile.ts';
import { writeSavFile } from '#formats/sav/writeSavFile.ts';
import { writeXlsxFile } from '#formats/xlsx/writeXlsxFile.ts';
import { savWriterSurvey } from './sav/savWriterSurvey.ts';

const variable = (name: string, parts: Partial<Variable>): Variable => ({
  name,
  label: '',
  type: 'numeric',
  measure: 'unknown',
  valueLabels: [],
  missing: nothingMissing,
  ...parts,
});

const since1960 = (unit: 'day' | 'month' | 'millisecond') => ({ unit, origin: '1960-01-01' }) as const;

/**
 * What `savWriterSurvey` has, and what other formats add: Stata's missing values and dates, a name that none of
 * them accepts, text that looks like a formula, multiple-response sets. Its rows come in two chunks.
 */
const whole: ColumnChunk & { readonly variables: readonly Variable[] } = {
  rowCount: 4,
  variables: [
    ...savWriterSurvey.variables,
    variable('household/members [1]', { label: 'How many live here' }),
    variable('reason', {
      valueLabels: [
        { value: 1, label: 'one' },
        { value: '.a', label: 'asked nobody' },
      ],
    }),
    variable('visited', { type: 'date', timeScale: since1960('day') }),
    variable('born', { type: 'date', timeScale: since1960('month') }),
    variable('ended', { type: 'datetime', timeScale: since1960('millisecond') }),
    variable('lasted', { type: 'time' }),
    variable('formula', { type: 'text' }),
    variable('food', {}),
    variable('water', {}),
  ],
  columns: [
    ...savWriterSurvey.columns,
    { kind: 'numeric', values: Int32Array.of(3, 40_000, -5, 2), reasons: null },
    { kind: 'numeric', values: Uint8Array.of(1, 0, 0, 2), reasons: Uint8Array.of(0, 2, 27, 0) },
    { kind: 'numeric', values: Int16Array.of(18_000, 0, -1, 18_475), reasons: null },
    { kind: 'numeric', values: Int16Array.of(600, 0, -1, 601), reasons: null },
    { kind: 'numeric', values: Float64Array.of(1.6e12, 0, 1500, 1.6e12), reasons: null },
    { kind: 'numeric', values: Float64Array.of(3600, 59.5, 0, 86_399), reasons: null },
    {
      kind: 'text',
      dictionary: ['=1+1', 'plain, "quoted"', 'two\nlines', ''],
      codes: Uint32Array.of(0, 1, 2, 3),
    },
    { kind: 'numeric', values: Uint8Array.of(1, 0, 1, 0), reasons: null },
    { kind: 'numeric', values: Uint8Array.of(0, 0, 1, 1), reasons: Uint8Array.of(0, 0, 0, 1) },
  ],
};

function rows(start: number, end: number): ColumnChunk {
  return {
    rowCount: end - start,
    columns: whole.columns.map((column) =>
      column.kind === 'text'
        ? { ...column, codes: column.codes.slice(start, end) }
        : {
            ...column,
            values: column.values.slice(start, end),
            reasons: column.reasons?.slice(start, end) ?? null,
          },
    ),
  };
}

export const writtenSurvey: SurveyOutput & { readonly whole: ColumnChunk } = {
  fileLabel: 'Enquête fictive',
  documents: ['Données fictives pour la formation.'],
  weight: 'weight_of_household',
  createdAt: '2011-03-01T12:00:00',
  rowCount: 4,
  variables: whole.variables,
  whole,
  multipleResponseSets: [
    { name: '$lacks', label: 'What is lacking', counted: 1, variables: ['food', 'water'] },
    { name: '$either', label: 'Either', counted: null, variables: ['food', 'water'] },
  ],
  async *chunks() {
    yield rows(0, 3);
    yield rows(3, 4);
  },
};

/** Writes it by every writer, as `survey.sav`, `survey.zsav`, … in this folder. */
export async function writeAll(folder: string): Promise<void> {
  const path = (ending: string): string => `${folder}/survey${ending}`;
  const csv = { byteOrderMark: false, protectFormulas: false };
  await writeSavFile(path('.sav'), writtenSurvey, 'bytes');
  await writeSavFile(path('.zsav'), writtenSurvey, 'zlib');
  await writeDtaFile(path('.dta'), writtenSurvey);
  await writeCsvFile(path('.csv'), path('.codebook.csv'), writtenSurvey, csv);
  await writeXlsxFile(path('.xlsx'), writtenSurvey);
  await writeDdiFile(path('.xml'), writtenSurvey);
}

if (process.argv[1] === import.meta.filename) await writeAll(process.argv[2]);
