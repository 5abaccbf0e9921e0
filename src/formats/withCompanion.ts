import { Problem } from '#engine/survey/problem.ts';
import { isXls, isXlsx } from './fileSignatures.ts';
import { readXlsForm } from './kobo/readXlsForm.ts';
import { withForm } from './kobo/withForm.ts';
import { openFile } from './openFile.ts';
import type { SurveyFile } from './surveyFile.ts';

/**
 * A survey explained by the form that goes with it. What the companion is is told by its content.
 *
 * @throws Problem `file.unknownCompanion`, and what its reader finds.
 */
export async function withCompanion(
  file: SurveyFile,
  path: string,
  companion: string,
  language: string | undefined,
): Promise<SurveyFile> {
  const open = openFile(companion);
  try {
    const start = open.bytes(0, 8192);
    const kind = isXlsx(start) ? 'xlsx' : isXls(start) ? 'xls' : null;
    if (kind === null) throw new Problem('file.unknownCompanion', { file: companion });
    return withForm(file, await readXlsForm(open, kind), { file: path, companion }, language);
  } finally {
    open.close();
  }
}
