import { z } from 'zod';
import { historyEnd, stepKind, type HistoryEnd, type HistoryState, type Step } from '#contract/history.ts';
import { changesAsText, changesFromText, joined, putRows, type RowChange } from './definitionChanges.ts';
import type { StudyFile } from './studyFile.ts';

export const mostSteps = 200;
/** All steps together, in bytes of UTF-8. */
export const largestHistory = 4 * 1024 * 1024;
/** Changes of what a room shows that follow each other within this time are one step. */
export const joinedWithinMs = 1500;

const longestParam = 200;
/** All of a step, as JSON. */
const longestParams = 10_000;

export type Direction = 'undo' | 'redo';

interface Row {
  id: number;
  what: string;
  params: string;
  survey: number | null;
  at: number;
  /** Bytes; `null` where the history begins. */
  size: number | null;
}

const stored = z.object({
  what: stepKind,
  params: z.record(z.string().max(longestParam), z.union([z.string().max(longestParam), z.number()])),
  survey: z.number().int().nullable(),
});

interface Found {
  readonly row: Row;
  readonly step: Step;
}

/** What comes next in a direction; `ended`: why nothing does. `damaged`: what stands there is not this program's. */
interface Next {
  readonly found: Found | null;
  readonly ended: HistoryEnd | null;
  readonly damaged: boolean;
}

/** What can be undone and done again. Reads only: a history that is damaged counts as none. */
export function historyOf(study: StudyFile): HistoryState {
  const undo = nextOf(study, 'undo');
  const redo = nextOf(study, 'redo');
  if (undo.damaged || redo.damaged) return { undo: null, redo: null, ended: null };
  return { undo: undo.found?.step ?? null, redo: redo.found?.step ?? null, ended: undo.ended };
}

/**
 * Keeps a step, and drops those that were undone. A step that `joins` becomes one with the last of its kind, survey
 * and room where that is not longer ago than `joinedWithinMs`. Nothing changed is no step. Call within a transaction.
 */
export function addStep(
  study: StudyFile,
  step: Step,
  changes: readonly RowChange[],
  { at, joins = false }: { readonly at: number; readonly joins?: boolean },
): void {
  if (changes.length === 0) return;
  const { database } = study;
  const said: Step = { ...step, params: shortened(step.params) };
  const dropped = database.prepare('DELETE FROM history WHERE undone = 1').run().changes;
  const { found: last, damaged } = nextOf(study, 'undo');
  if (damaged) clear(study);
  if (joins && dropped === 0 && last !== null && JSON.stringify(last.step) === JSON.stringify(said)) {
    const since = at - last.row.at;
    const before = since >= 0 && since <= joinedWithinMs ? changesIn(study, last.row) : null;
    if (before !== null) return replaceStep(study, last.row.id, joined(before, changes), at);
  }
  database
    .prepare('INSERT INTO history (what, params, survey, changes, at) VALUES (?, ?, ?, ?, ?)')
    .run(said.what, JSON.stringify(said.params), said.survey, changesAsText(changes), at);
  trim(study);
}

/**
 * Undoes the last step, or does the last undone one again; `null` where there is none. A damaged history is
 * dropped. Call within a transaction.
 *
 * @throws Problem history.changedSince
 */
export function moveHistory(
  study: StudyFile,
  direction: Direction,
): { readonly step: Step; readonly changes: readonly RowChange[] } | null {
  const { found, damaged } = nextOf(study, direction);
  const isDamaged = damaged || nextOf(study, direction === 'undo' ? 'redo' : 'undo').damaged;
  if (found === null && !isDamaged) return null;
  const changes = found === null || isDamaged ? null : changesIn(study, found.row);
  if (found === null || changes === null) {
    clear(study);
    return null;
  }
  putRows(study, changes, direction === 'undo' ? 'before' : 'after');
  study.database
    .prepare('UPDATE history SET undone = ? WHERE id = ?')
    .run(direction === 'undo' ? 1 : 0, found.row.id);
  return { step: found.step, changes };
}

/** What was changed so far cannot be taken back any more, and why. Call within a transaction. */
export function endHistory(study: StudyFile, why: HistoryEnd): void {
  const any = study.database.prepare('SELECT 1 FROM history LIMIT 1').get();
  clear(study);
  if (any === undefined) return;
  study.database.prepare(`INSERT INTO history (what, params, at) VALUES (?, '{}', 0)`).run(why);
}

function clear({ database }: StudyFile): void {
  database.prepare('DELETE FROM history').run();
}

function nextOf({ database }: StudyFile, direction: Direction): Next {
  const order = direction === 'undo' ? 'undone = 0 ORDER BY id DESC' : 'undone = 1 ORDER BY id';
  const row = database
    .prepare<[number], Row>(
      `SELECT id, what, substr(params, 1, ?) AS params, survey, at, octet_length(changes) AS size
       FROM history WHERE ${order} LIMIT 1`,
    )
    .get(longestParams);
  if (row === undefined) return { found: null, ended: null, damaged: false };
  if (row.size === null) {
    const ended = (direction === 'undo' && historyEnd.safeParse(row.what).data) || null;
    return { found: null, ended, damaged: ended === null };
  }
  const step = row.size > largestHistory ? null : stepOf(row);
  return { found: step && { row, step }, ended: null, damaged: step === null };
}

function stepOf({ what, params, survey }: Row): Step | null {
  let content: unknown;
  try {
    content = JSON.parse(params);
  } catch {
    return null;
  }
  const step = stored.safeParse({ what, params: content, survey });
  return step.success ? step.data : null;
}

function changesIn({ database }: StudyFile, { id }: Row): readonly RowChange[] | null {
  const text = database.prepare<[number], string>('SELECT changes FROM history WHERE id = ?').pluck().get(id);
  return text === undefined ? null : changesFromText(text);
}

function replaceStep(study: StudyFile, id: number, changes: readonly RowChange[], at: number): void {
  if (changes.length === 0) study.database.prepare('DELETE FROM history WHERE id = ?').run(id);
  else {
    study.database
      .prepare('UPDATE history SET changes = ?, at = ? WHERE id = ?')
      .run(changesAsText(changes), at, id);
  }
  trim(study);
}

/** The oldest steps go first. */
function trim({ database }: StudyFile): void {
  const rows = database
    .prepare<[number], { id: number; size: number | null }>(
      'SELECT id, octet_length(changes) AS size FROM history ORDER BY id DESC LIMIT ?',
    )
    .all(mostSteps + 1);
  let size = 0;
  const tooMany = rows.find((row, index) => {
    size += row.size ?? 0;
    return index >= mostSteps || size > largestHistory;
  });
  if (tooMany) database.prepare('DELETE FROM history WHERE id <= ?').run(tooMany.id);
}

function shortened(params: Step['params']): Step['params'] {
  return Object.fromEntries(
    Object.entries(params).map(([name, said]) => [
      name,
      typeof said === 'string' && said.length > longestParam ? `${said.slice(0, longestParam - 1)}…` : said,
    ]),
  );
}
