import type { FileReading } from './fileReading.ts';
import { formSheets, isCodebook, mayExplain } from './filesTogether.ts';

/** Whether files that came later are the form or codebook of the file that is looked at; if so, they explain it. */
export async function explainedBy(file: FileReading, files: readonly File[]): Promise<boolean> {
  if (file.preview && files.length === 2 && formSheets(files)) {
    await file.addCompanion(files);
    return true;
  }
  if (files.length !== 1 || !file.preview || !mayExplain(files[0].name, file.preview.format)) return false;
  await file.addCompanion(files);
  if (file.refusedReading?.problem.code !== 'file.unknownCompanion' || isCodebook(files[0].name)) return true;
  file.refusedReading = null;
  return false;
}
