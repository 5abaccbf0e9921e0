import { join } from 'node:path';
import { openSurveyFile } from '#formats/openSurveyFile.ts';
import { writeCsvFile } from '#formats/csv/writeCsvFile.ts';
import { writeDtaFile } from '#formats/dta/writeDtaFile.ts';
import { writeXlsxFile } from '#formats/xlsx/writeXlsxFile.ts';
import { writeSmallSurvey } from '../helpers/smallSurvey.ts';

export type KillFormat = 'sav' | 'csv' | 'dta' | 'xlsx';

/** As many as make an import that lasts about as long as the program's start. */
const usualRows: Readonly<Record<KillFormat, number>> = {
  sav: 120_000,
  csv: 60_000,
  dta: 120_000,
  xlsx: 8000,
};
const fillers = 40;

/** Writes `second.sav`, `second.csv`, … and gives its path. */
export async function writeKillFile(
  folder: string,
  format: KillFormat,
  rows = usualRows[format],
): Promise<string> {
  const sav = join(folder, 'second.sav');
  writeSmallSurvey(sav, rows, fillers);
  if (format === 'sav') return sav;
  const path = join(folder, `second.${format}`);
  const file = await openSurveyFile(sav);
  try {
    const output = {
      ...file,
      documents: [],
      createdAt: '2026-01-01T00:00:00',
      rowCount: rows,
      chunks: () => file.read(),
    };
    if (format === 'dta') await writeDtaFile(path, output);
    else if (format === 'xlsx') await writeXlsxFile(path, output);
    else
      await writeCsvFile(path, join(folder, 'second.codebook.csv'), output, {
        byteOrderMark: false,
        protectFormulas: false,
      });
  } finally {
    file.close();
  }
  return path;
}
