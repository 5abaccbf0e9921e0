import { Problem } from '#engine/survey/problem.ts';
import type { Codebook } from './ddi/codebook.ts';
import { isCodebook, readCodebook } from './ddi/readCodebook.ts';
import { withCodebook } from './ddi/withCodebook.ts';
import { isXls, isXlsx } from './fileSignatures.ts';
import { readXlsForm } from './kobo/readXlsForm.ts';
import { withForm } from './kobo/withForm.ts';
import type { XlsForm } from './kobo/xlsForm.ts';
import { readCsvForm } from './kobo/readCsvForm.ts';
import { looksLikeText } from './looksLikeText.ts';
import { openFile, type OpenFile } from './openFile.ts';
import type { SurveyFile } from './surveyFile.ts';

/** The form or codebook that goes with a data file. */
export type ReadCompanion =
  | { readonly kind: 'xlsform'; readonly form: XlsForm }
  | { readonly kind: 'ddi'; readonly codebook: Codebook };

const formText = /\.(csv|tsv)$/i;

/** Reads a form or codebook; which it is is told by its content. @throws Problem `file.unknownCompanion`, … */
export async function readCompanion(path: string, sibling?: string): Promise<ReadCompanion> {
  const open = openFile(path);
  let other: OpenFile | null = null;
  try {
    const start = open.bytes(0, 8192);
    if (isCodebook(start)) return { kind: 'ddi', codebook: readCodebook(open) };
    const kind = isXlsx(start) ? 'xlsx' : isXls(start) ? 'xls' : null;
    if (kind === null && formText.test(path) && looksLikeText(start)) {
      if (sibling !== undefined) other = openFile(sibling);
      return { kind: 'xlsform', form: readCsvForm(open, other) };
    }
    if (kind === null) throw new Problem('file.unknownCompanion', { file: path });
    return { kind: 'xlsform', form: await readXlsForm(open, kind) };
  } finally {
    other?.close();
    open.close();
  }
}

/** A survey with the words of its form or codebook. */
export async function withCompanion(
  file: SurveyFile,
  companion: ReadCompanion,
  paths: { readonly file: string; readonly companion: string },
  language: string | undefined,
): Promise<SurveyFile> {
  return companion.kind === 'ddi'
    ? withCodebook(file, companion.codebook, paths, language)
    : withForm(file, companion.form, paths, language);
}
