import { z } from 'zod';
import {
  draft,
  largestDefinition,
  type AnalysisState,
  type DamagedAnalysis,
  type Draft,
} from '#contract/analysis.ts';
import { analysisDefinition, type AnalysisDefinition } from '#contract/analysisDefinition.ts';
import { phrase } from '#engine/survey/phrase.ts';
import { Problem } from '#engine/survey/problem.ts';
import type { StudyFile } from './studyFile.ts';

/** More are not kept; a list without an end is not waited for. */
export const mostAnalyses = 1000;
/** Of a name or a time. */
const longestText = 1000;

type Row = Omit<AnalysisState, 'definition' | 'position'> & { definition: string };

export interface KeptAnalyses {
  readonly analyses: AnalysisState[];
  /** What cannot be read of them stays in the study, and keeps no other from being used. */
  readonly damaged: readonly DamagedAnalysis[];
}

/** Of surveys that are there, in the user's order. @throws Problem study.damaged where there are more than can be */
export function analysesOf(study: StudyFile): KeptAnalyses {
  const rows = study.database
    .prepare<[Record<'text' | 'definition' | 'rows', number>], Row>(
      `SELECT id, survey, substr(name, 1, @text) AS name, substr(definition, 1, @definition) AS definition,
       substr(changed, 1, @text) AS changed
       FROM analysis WHERE survey IN (SELECT id FROM survey) ORDER BY position, id LIMIT @rows`,
    )
    .all({ text: longestText, definition: largestDefinition + 1, rows: mostAnalyses + 1 });
  if (rows.length > mostAnalyses || rows.some(({ id }) => !Number.isSafeInteger(id))) {
    const detail = phrase('moreThanAnalyses', { count: mostAnalyses });
    throw new Problem('study.damaged', { study: study.path, detail });
  }
  const analyses: AnalysisState[] = [];
  const damaged: DamagedAnalysis[] = [];
  for (const { definition: text, ...row } of rows) {
    const definition = text.length > largestDefinition ? null : definitionIn(text);
    if (definition === null) damaged.push({ id: row.id, name: row.name });
    else analyses.push({ ...row, definition, position: analyses.length });
  }
  return { analyses, damaged };
}

function definitionIn(text: string): AnalysisDefinition | null {
  return analysisDefinition.safeParse(jsonIn(text)).data ?? null;
}

/** What the rooms of each survey show. One that cannot be read is as if its room had not been opened. */
export function draftsOf({ database }: StudyFile): Draft[] {
  return database
    .prepare<[number, number], { survey: number; room: string; definition: string }>(
      `SELECT survey, room, definition FROM draft
       WHERE survey IN (SELECT id FROM survey) AND length(definition) <= ? ORDER BY survey, room LIMIT ?`,
    )
    .all(largestDefinition + longestText, mostDrafts)
    .flatMap(({ survey, room, definition: text }) => {
      const found = draftIn(text);
      return found?.definition.room === room ? [{ survey, ...found }] : [];
    });
}

const mostDrafts = 10_000;

const of = draft.shape.of;

/** A definition; the kept analysis that it is of stands among its fields. */
export const storedDraft = z
  .looseObject({ of })
  .transform(({ of: id, ...definition }) => ({ definition, ...(id !== undefined && { of: id }) }))
  .pipe(z.object({ definition: analysisDefinition, of }));

function draftIn(text: string): Omit<Draft, 'survey'> | null {
  return storedDraft.safeParse(jsonIn(text)).data ?? null;
}

/** `undefined` where it is none. */
function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** Puts one at the end of the list. Call within a transaction, as the others below. */
export function addAnalysis(
  { database }: StudyFile,
  { survey, name, definition, changed }: Omit<AnalysisState, 'id' | 'position'>,
): number {
  const id = nextId(database);
  database
    .prepare(
      `INSERT INTO analysis (id, survey, position, name, definition, changed)
       VALUES (?, ?, (SELECT coalesce(max(position), -1) + 1 FROM analysis), ?, ?, ?)`,
    )
    .run(id, survey, name, JSON.stringify(definition), changed);
  return id;
}

/**
 * An id that no analysis has had as far as the study knows: what a room shows, or showed at a step of the history, may
 * still be said to be of one that was removed, and must not become another's.
 */
function nextId(database: StudyFile['database']): number {
  const { id } = database
    .prepare<[], { id: number }>(
      `SELECT 1 + coalesce(max(id), 0) AS id FROM (
         SELECT id FROM analysis
         UNION ALL
         SELECT CASE WHEN json_valid(definition) THEN json_extract(definition, '$.of') END FROM draft
         UNION ALL
         SELECT coalesce(json_extract(value, '$.before.id'), json_extract(value, '$.after.id'))
         FROM history, json_each(CASE WHEN json_valid(changes) THEN changes ELSE '[]' END)
         WHERE type = 'object' AND json_extract(value, '$.table') = 'analysis'
       ) WHERE typeof(id) = 'integer' AND id < ${Number.MAX_SAFE_INTEGER}`,
    )
    .get()!;
  return id;
}

export function changeAnalysis(
  { database }: StudyFile,
  { id, name, definition, changed }: Omit<AnalysisState, 'survey' | 'position'>,
): void {
  database
    .prepare('UPDATE analysis SET name = ?, definition = ?, changed = ? WHERE id = ?')
    .run(name, JSON.stringify(definition), changed, id);
}

export function removeAnalysis({ database }: StudyFile, id: number): void {
  database.prepare('DELETE FROM analysis WHERE id = ?').run(id);
}

/** Puts all analyses into this order. */
export function orderAnalyses({ database }: StudyFile, ids: readonly number[]): void {
  const place = database.prepare('UPDATE analysis SET position = ? WHERE id = ?');
  ids.forEach((id, position) => place.run(position, id));
}

export function setDraft({ database }: StudyFile, { survey, definition, of }: Draft): void {
  database
    .prepare(
      `INSERT INTO draft VALUES (?, ?, ?) ON CONFLICT (survey, room) DO UPDATE SET definition = excluded.definition`,
    )
    .run(survey, definition.room, JSON.stringify({ ...definition, of }));
}
