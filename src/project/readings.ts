import { phrase } from '#engine/survey/phrase.ts';
import { Problem } from '#engine/survey/problem.ts';
import type { StudyFile } from './studyFile.ts';

/** What the user said about a survey's file where it left a choice. */
export interface StoredReading {
  readonly sheet?: string;
  readonly encoding?: string;
  readonly delimiter?: string;
  readonly decimal?: '.' | ',';
  readonly language?: string;
}

/** The form or codebook that explained a survey's file, as it was. */
export interface KeptCompanion {
  readonly name: string;
  readonly content: Uint8Array;
}

/** A survey that came from another sheet of the same file: a repeated part of the form. */
export interface RepeatedPart {
  readonly survey: number;
  readonly sheet: string;
}

const fields = ['sheet', 'encoding', 'delimiter', 'decimal', 'language'] as const;

/** Empty for a survey whose file left no choice, or that is older than its being kept. */
export function readingOf({ path, database }: StudyFile, survey: number): StoredReading {
  const said = database
    .prepare<[number], string>('SELECT said FROM reading WHERE survey = ?')
    .pluck()
    .get(survey);
  if (said === undefined) return {};
  const stored = storedReading(said);
  if (stored === null)
    throw new Problem('study.damaged', { study: path, detail: phrase('readingOf', { survey }) });
  return stored;
}

/** Its own form or codebook, or that of the survey it is a part of. */
export function companionOf({ database }: StudyFile, survey: number): KeptCompanion | null {
  const row = database
    .prepare<[number], { name: string; content: Uint8Array }>(
      `SELECT whole.companionName AS name, whole.companion AS content FROM reading AS own
       JOIN reading AS whole ON whole.survey = coalesce(own.partOf, own.survey)
       WHERE own.survey = ? AND whole.companion IS NOT NULL`,
    )
    .get(survey);
  return row ?? null;
}

/** The survey that this one came with, as a repeated part of its form; `null` for most. */
export function wholeOf({ database }: StudyFile, survey: number): number | null {
  const found = database
    .prepare<[number], number | null>('SELECT partOf FROM reading WHERE survey = ?')
    .pluck()
    .get(survey);
  return found ?? null;
}

/** The surveys of repeated parts that came with this one, in the order they came. */
export function partsOf(study: StudyFile, survey: number): RepeatedPart[] {
  return study.database
    .prepare<[number], number>('SELECT survey FROM reading WHERE partOf = ? ORDER BY survey')
    .pluck()
    .all(survey)
    .flatMap((part) => {
      const { sheet } = readingOf(study, part);
      return sheet === undefined ? [] : [{ survey: part, sheet }];
    });
}

/** Says how a survey's file was read. `partOf` stays as it was where it is left out. Call within a transaction. */
export function setReading(
  { database }: StudyFile,
  survey: number,
  said: StoredReading,
  companion: KeptCompanion | null,
  partOf?: number,
): void {
  database
    .prepare(
      `INSERT INTO reading (survey, said, partOf, companionName, companion) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT (survey) DO UPDATE SET said = excluded.said, partOf = coalesce(excluded.partOf, partOf),
       companionName = excluded.companionName, companion = excluded.companion`,
    )
    .run(
      survey,
      JSON.stringify(said),
      partOf ?? null,
      companion?.name ?? null,
      companion === null ? null : Buffer.from(companion.content),
    );
}

/** What stands in a study as `said`; `null` where it is not what this program writes. */
export function storedReading(said: string): StoredReading | null {
  let stored: unknown;
  try {
    stored = JSON.parse(said);
  } catch {
    return null;
  }
  if (typeof stored !== 'object' || stored === null || Array.isArray(stored)) return null;
  const values = fields.map((field): unknown => Reflect.get(stored, field));
  if (values.some((value) => value !== undefined && typeof value !== 'string')) return null;
  const [sheet, encoding, delimiter, decimal, language] = values as (string | undefined)[];
  if (decimal !== undefined && decimal !== '.' && decimal !== ',') return null;
  return {
    ...(sheet === undefined ? {} : { sheet }),
    ...(encoding === undefined ? {} : { encoding }),
    ...(delimiter === undefined ? {} : { delimiter }),
    ...(decimal === undefined ? {} : { decimal }),
    ...(language === undefined ? {} : { language }),
  };
}
