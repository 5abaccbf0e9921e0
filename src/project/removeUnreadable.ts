import type Database from 'better-sqlite3-multiple-ciphers';
import { definitionTables } from './definitionTables.ts';
import { storedReading } from './readings.ts';
import { storedShapes } from './storedJson.ts';

const said = ['variableEdit', 'derived', 'responseSet', 'concern', 'analysis'] as const;
type UnreadablePart = (typeof said)[number] | 'reading' | 'survey';

/** What a survey's row holds beside plain texts and numbers, and what says nothing in its place. */
const ofSurvey = [
  ['leftOut', storedShapes.texts, '[]'],
  ['notes', storedShapes.texts, '[]'],
  ['attributes', storedShapes.attributes, '[]'],
  ['languages', storedShapes.languages, '[]'],
  ['design', storedShapes.design, null],
] as const;

/**
 * Removes from a rescued study, in its present form, what SQLite gave but this program could not read: a study that is
 * rescued opens. Returns what something was removed from.
 */
export function removeUnreadable(database: Database.Database): Set<UnreadablePart> {
  const removed = new Set<UnreadablePart>();
  for (const table of said) {
    const { key, row } = definitionTables[table];
    const remove = database.prepare(
      `DELETE FROM ${table} WHERE ${key.map((column) => `${column} = ?`).join(' AND ')}`,
    );
    for (const found of rowsOf(database, table)) {
      if (row.safeParse(found).success) continue;
      remove.run(...key.map((column) => found[column]));
      removed.add(table);
    }
  }
  for (const { survey, said: text } of rowsOf(database, 'reading')) {
    if (storedReading(String(text)) !== null) continue;
    database.prepare('DELETE FROM reading WHERE survey = ?').run(survey);
    removed.add('reading');
  }
  for (const found of rowsOf(database, 'survey')) {
    for (const [column, shape, nothing] of ofSurvey) {
      const text = found[column];
      if (text === null || shape.safeParse(jsonOf(String(text))).success) continue;
      database.prepare(`UPDATE survey SET ${column} = ? WHERE id = ?`).run(nothing, found.id);
      removed.add('survey');
    }
  }
  return removed;
}

function rowsOf(database: Database.Database, table: string): Record<string, string | number | null>[] {
  return database.prepare<[], Record<string, string | number | null>>(`SELECT * FROM ${table}`).all();
}

/** `undefined` where it is none. */
function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
