import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { betweenSheets } from '#formats/kobo/readCsvForm.ts';
import type { Reading } from '#formats/reading.ts';
import { companionOf, type KeptCompanion, type StoredReading } from '#project/readings.ts';
import type { StudyFile } from '#project/studyFile.ts';

/** What a study keeps of a reading: the words that were said, and the companion as it is. */
export function keptReading({ companion, sibling, ...said }: Reading): {
  readonly said: StoredReading;
  readonly companion: KeptCompanion | null;
} {
  return {
    said,
    companion:
      companion === undefined ? null : { name: basename(companion), content: contentOf(companion, sibling) },
  };
}

/** A form of two sheets is kept as one file. */
function contentOf(companion: string, sibling: string | undefined): Uint8Array {
  const content = readFileSync(companion);
  return sibling === undefined
    ? content
    : Buffer.concat([content, Buffer.from(betweenSheets), readFileSync(sibling)]);
}

/**
 * The reading, with the form or codebook that the study keeps for this survey as its companion: in a folder
 * that only its user can read, and that is gone when the work is done.
 */
export async function withKeptCompanion<Result>(
  study: StudyFile,
  survey: number,
  reading: Reading,
  work: (reading: Reading) => Promise<Result>,
): Promise<Result> {
  const kept = companionOf(study, survey);
  if (kept === null) return work(reading);
  const folder = mkdtempSync(join(tmpdir(), 'larger-freedom-'));
  try {
    // The study may come from somebody else: its names lead nowhere out of this folder.
    const companion = join(folder, basename(kept.name.replaceAll('\\', '/')).replace(/^\.*$/, 'form'));
    writeFileSync(companion, kept.content);
    return await work({ ...reading, companion });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
