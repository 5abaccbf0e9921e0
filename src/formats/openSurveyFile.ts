import { extname } from 'node:path';
import { Problem } from '#engine/survey/problem.ts';
import { foreignFormatOf } from './fileSignatures.ts';
import { openCsvFile } from './csv/openCsvFile.ts';
import { looksLikeText } from './looksLikeText.ts';
import { openFile } from './openFile.ts';
import { openSavFile } from './sav/openSavFile.ts';
import type { SurveyFile } from './surveyFile.ts';

const signatureBytes = 8192;
const csvEndings = new Set(['.csv', '.tsv', '.txt']);

/**
 * Opens a survey file of any format that is read here. What it is is told by its content; a name that ends in
 * .csv, .tsv or .txt only lets a file of text through.
 *
 * @throws Problem `file.notFound`, `file.unreadable`, `file.empty`, `file.unknownFormat`,
 * `file.unsupported` with what the file is, and what the reader of its format finds.
 */
export async function openSurveyFile(path: string): Promise<SurveyFile> {
  const open = openFile(path);
  try {
    const start = open.bytes(0, signatureBytes);
    if (Buffer.from(start.subarray(0, 4)).toString('latin1') === '$FL2') return openSavFile(open);
    const foreign = foreignFormatOf(start);
    if (foreign !== null) throw new Problem('file.unsupported', { file: path, ...foreign });
    if (csvEndings.has(extname(path).toLowerCase()) && looksLikeText(start)) return openCsvFile(open);
    throw new Problem('file.unknownFormat', { file: path });
  } catch (error) {
    open.close();
    throw error;
  }
}
