import { extname } from 'node:path';
import { phrase } from '#engine/survey/phrase.ts';
import { Problem } from '#engine/survey/problem.ts';
import { openCsvFile } from './csv/openCsvFile.ts';
import type { Codebook } from './ddi/codebook.ts';
import { openDtaFile } from './dta/openDtaFile.ts';
import { foreignFormatOf, isDta, isParquet, isPor, isSav, isXls, isXlsx } from './fileSignatures.ts';
import { openFixedFile } from './fixed/openFixedFile.ts';
import { looksLikeText } from './looksLikeText.ts';
import { openFile, type OpenFile } from './openFile.ts';
import { isGzip, openGzip } from './openGzip.ts';
import { openParquetFile } from './parquet/openParquetFile.ts';
import { openPorFile } from './por/openPorFile.ts';
import type { Reading } from './reading.ts';
import { openSavFile } from './sav/openSavFile.ts';
import type { SurveyFile } from './surveyFile.ts';
import { readCompanion, withCompanion, type ReadCompanion } from './withCompanion.ts';
import { openWorkbookFile } from './xlsx/openWorkbookFile.ts';

const signatureBytes = 8192;
const csvEndings = new Set(['.csv', '.tsv', '.txt']);
/** With a codebook that gives places, other text files are lines of fixed width. */
const separated = new Set(['.csv', '.tsv']);

interface OwnFormat {
  readonly matches: (start: Uint8Array) => boolean;
  readonly open: (open: OpenFile, reading: Reading) => SurveyFile | Promise<SurveyFile>;
}

const ownFormats: readonly OwnFormat[] = [
  { matches: isSav, open: openSavFile },
  { matches: isDta, open: openDtaFile },
  { matches: isPor, open: openPorFile },
  { matches: isParquet, open: openParquetFile },
  { matches: isXlsx, open: (open, reading) => openWorkbookFile(open, 'xlsx', reading) },
  { matches: isXls, open: (open, reading) => openWorkbookFile(open, 'xls', reading) },
];

/**
 * Opens a survey file of any format that is read here. What it is is told by its content; a name that ends in
 * .csv, .tsv or .txt only lets a file of text through.
 * Where `reading` names a companion (form or codebook), its words are those of the survey.
 *
 * @throws Problem `file.notFound`, `file.unreadable`, `file.empty`, `file.unknownFormat`,
 * `file.unsupported` with what the file is, and what the reader of its format finds; `option.invalid` for a language
 * where neither the file nor a companion has several.
 */
export async function openSurveyFile(path: string, reading: Reading = {}): Promise<SurveyFile> {
  if (reading.companion === undefined) {
    const file = await openAlone(path, reading, null);
    return reading.language === undefined ? file : withLanguages(file, reading.language);
  }
  const companion = await readCompanion(reading.companion, reading.sibling);
  const { language, ...own } = reading;
  const file = await openAlone(path, own, companion);
  try {
    return await withCompanion(file, companion, { file: path, companion: reading.companion }, language);
  } catch (error) {
    file.close();
    throw error;
  }
}

async function openAlone(
  path: string,
  reading: Reading,
  companion: ReadCompanion | null,
): Promise<SurveyFile> {
  let open = openFile(path);
  try {
    const outside = open.bytes(0, signatureBytes);
    const packed = isGzip(outside);
    if (packed) open = openGzip(open);
    const start = packed ? open.bytes(0, signatureBytes) : outside;
    const own = ownFormats.find(({ matches }) => matches(start));
    if (own !== undefined) return await own.open(open, reading);
    const ending = extname(packed ? path.replace(/\.gz$/i, '') : path).toLowerCase();
    if (companion?.kind === 'ddi' && hasPlaces(companion.codebook) && !separated.has(ending)) {
      return openFixedFile(open, companion.codebook, reading.encoding);
    }
    const foreign = foreignFormatOf(start);
    if (foreign !== null) throw new Problem('file.unsupported', { file: path, ...foreign });
    if (csvEndings.has(ending) && looksLikeText(start)) return openCsvFile(open, reading);
    const around = foreignFormatOf(outside);
    if (around !== null) throw new Problem('file.unsupported', { file: path, ...around });
    throw new Problem('file.unknownFormat', { file: path });
  } catch (error) {
    open.close();
    throw error;
  }
}

/** @throws Problem `option.invalid` for a language where there is none to choose. */
function withLanguages(file: SurveyFile, language: string): SurveyFile {
  if (file.languages !== undefined) return file;
  file.close();
  const allowed = phrase('oneLanguageOnly');
  throw new Problem('option.invalid', { option: phrase('languageOption'), value: language, allowed });
}

function hasPlaces({ variables }: Codebook): boolean {
  return variables.some(({ start }) => start > 0);
}
