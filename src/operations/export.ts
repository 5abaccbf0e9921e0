import { existsSync, statSync } from 'node:fs';
import { extname, resolve } from 'node:path';
import { exportFormat, type ExportFormat } from '#contract/export.ts';
import type { ParsedInput } from '#contract/index.ts';
import type { Loss } from '#engine/survey/loss.ts';
import { Problem } from '#engine/survey/problem.ts';
import { writeCsvFile } from '#formats/csv/writeCsvFile.ts';
import { writeDdiFile } from '#formats/ddi/writeDdiFile.ts';
import { writeDtaFile } from '#formats/dta/writeDtaFile.ts';
import { writeSavFile } from '#formats/sav/writeSavFile.ts';
import type { SurveyOutput } from '#formats/surveyOutput.ts';
import { writeXlsxFile } from '#formats/xlsx/writeXlsxFile.ts';
import type { Handlers } from './context.ts';
import { openSurveyOutput } from './data/surveyOutput.ts';
import { refuseExisting, writeWhole } from './writeWhole.ts';

type ExportInput = ParsedInput<'export.run'>;

/** Passes over the rows that a writer makes, the first to measure: what the progress bar divides by. */
const passes: Record<ExportFormat, number> = { sav: 2, zsav: 2, dta: 2, csv: 2, xlsx: 3, ddi: 1 };

const endings: Readonly<Record<string, ExportFormat>> = {
  '.sav': 'sav',
  '.zsav': 'zsav',
  '.dta': 'dta',
  '.csv': 'csv',
  '.xlsx': 'xlsx',
  '.xml': 'ddi',
};

export const exporting: Handlers<'export'> = {
  'export.run': async (input, context) => {
    const format = input.format ?? formatOf(input.to);
    const targets = targetsOf(resolve(input.to), format);
    refuseSource(input, targets);
    if (input.replace) refuseStray(targets);
    else refuseExisting(targets);
    let rowsDone = 0;
    let rowsInAll = Infinity;
    const { output, close } = await openSurveyOutput(input.source, {
      names: input.variables,
      applyMissing: input.applyMissing,
      madeAt: new Date(context.now?.() ?? Date.now()),
      onChunk(rows) {
        context.throwIfCancelled();
        rowsDone += rows;
        const fraction = Math.min(0.99, rowsDone / rowsInAll);
        const rowCount = output.rowCount;
        context.report({
          stage: rowsDone <= rowCount ? 'reading' : 'saving',
          fraction,
          rows: Math.floor(fraction * rowCount),
          rowCount,
        });
      },
    });
    rowsInAll = passes[format] * output.rowCount;
    try {
      const losses = await writeWhole(targets, input.replace, (paths) =>
        write(format, paths, output, input.csv),
      );
      const { rowCount, variables } = output;
      context.report({ stage: 'saving', fraction: 1, rows: rowCount, rowCount });
      return {
        files: [...targets],
        format,
        rows: rowCount,
        variables: variables.length,
        losses: [...losses],
      };
    } finally {
      close();
    }
  },
};

function formatOf(path: string): ExportFormat {
  const format = endings[extname(path).toLowerCase()];
  if (format === undefined) {
    throw new Problem('export.unknownFormat', { file: path, formats: Object.keys(endings) });
  }
  return format;
}

/** The file, and for CSV its codebook beside it. */
function targetsOf(path: string, format: ExportFormat): string[] {
  return format === exportFormat.enum.csv ? [path, `${path.replace(/\.csv$/i, '')}.codebook.csv`] : [path];
}

function refuseSource({ source }: ExportInput, targets: readonly string[]): void {
  const read = resolve('file' in source ? source.file : source.study);
  const same = targets.find((target) => target === read || isSameFile(target, read));
  if (same !== undefined) throw new Problem('export.overSource', { file: same });
}

/** Who lets a file be replaced was asked about that file: what stands beside is replaced only together with it. */
function refuseStray([file, ...beside]: readonly string[]): void {
  if (existsSync(file)) return;
  const stray = beside.find((path) => existsSync(path));
  if (stray !== undefined) throw new Problem('export.besideExists', { file: stray });
}

/** Under another name too: where letter case does not matter, or through a link. */
function isSameFile(left: string, right: string): boolean {
  const [one, other] = [left, right].map((path) => statSync(path, { bigint: true, throwIfNoEntry: false }));
  return one !== undefined && other !== undefined && one.dev === other.dev && one.ino === other.ino;
}

function write(
  format: ExportFormat,
  [path, codebook]: readonly string[],
  survey: SurveyOutput,
  csv: ExportInput['csv'],
): Promise<readonly Loss[]> {
  switch (format) {
    case 'sav':
      return writeSavFile(path, survey, 'bytes');
    case 'zsav':
      return writeSavFile(path, survey, 'zlib');
    case 'dta':
      return writeDtaFile(path, survey);
    case 'csv':
      return writeCsvFile(path, codebook, survey, csv);
    case 'xlsx':
      return writeXlsxFile(path, survey);
    case 'ddi':
      return writeDdiFile(path, survey);
  }
}
