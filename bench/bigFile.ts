import { existsSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeCsvFile } from '#formats/csv/writeCsvFile.ts';
import { writeDtaFile } from '#formats/dta/writeDtaFile.ts';
import { writeSavFile } from '#formats/sav/writeSavFile.ts';
import { bigSurvey, bigSurveyOf } from './bigSurvey.ts';

export type BenchFormat = 'sav' | 'zsav' | 'dta' | 'csv';

/** Writes the made-up survey to the temporary folder, unless it is there, and gives its path. */
export async function bigFile(format: BenchFormat, rows: number = bigSurvey.rows): Promise<string> {
  const path = join(tmpdir(), `larger-freedom-bench-${rows}x${bigSurvey.variables}-2.${format}`);
  if (existsSync(path)) return path;
  const unfinished = `${path}.${process.pid}`;
  const survey = bigSurveyOf(rows);
  if (format === 'dta') await writeDtaFile(unfinished, survey);
  else if (format === 'csv') {
    const codebook = `${unfinished}-codebook.csv`;
    await writeCsvFile(unfinished, codebook, survey, { byteOrderMark: false, protectFormulas: false });
    rmSync(codebook);
  } else await writeSavFile(unfinished, survey, format === 'zsav' ? 'zlib' : 'bytes');
  renameSync(unfinished, path);
  return path;
}
