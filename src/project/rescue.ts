import { existsSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import type Database from 'better-sqlite3-multiple-ciphers';
import { phrase } from '#engine/survey/phrase.ts';
import { Problem } from '#engine/survey/problem.ts';
import { chunkChecksum, type ChunkRow } from './chunkRow.ts';
import { unpackColumn } from './columnStorage.ts';
import { openDamaged, readable, readableRows, type DamagedStudy, type Row } from './damagedStudy.ts';
import { migrate, migrateTo } from './migrations.ts';
import { removeUnreadable } from './removeUnreadable.ts';
import { studyExtension } from './studyFile.ts';
import { writeStudy } from './openStudy.ts';
import { keyOfStudy } from './studyKey.ts';
import { studyProblem } from './studyProblem.ts';
import { unfinishedName } from './unfinished.ts';
import { isAsWritten, isReadable, type VariableRow } from './variables.ts';

/** What of a study could not be rescued. */
export interface Rescue {
  readonly surveys: readonly RescuedSurvey[];
  /** Parts of the study that could not all be read. */
  readonly parts: readonly RescuedPart[];
  /** The form of the study, from before columns had checksums: that they are as they were could not be checked. */
  readonly unchecked: boolean;
}

export interface RescuedSurvey {
  readonly name: string;
  /** Its columns that are there, whole. */
  readonly rescued: number;
  /** Names of columns that are lost. */
  readonly lost: readonly string[];
  /** Columns that are lost with their names. */
  readonly unnamed: number;
  /** Its own row is lost: its name, and how its sample was drawn. */
  readonly nameless: boolean;
}

const parts = ['variableEdit', 'derived', 'responseSet', 'concern', 'reading', 'analysis'] as const;
export type RescuedPart = (typeof parts)[number] | 'survey';

const keyOf: Readonly<Record<(typeof parts)[number], readonly string[]>> = {
  variableEdit: ['survey', 'name'],
  derived: ['survey', 'position'],
  responseSet: ['survey', 'position'],
  concern: ['survey', 'position'],
  reading: ['survey'],
  analysis: ['id'],
};

/** The first version that keeps checksums. */
const checked = 7;
/** Rows of a part of a column, but of its last one. */
const fullPart = 8192;
/** Nobody has more; keys are not tried without an end. */
const mostTried = 2000;

/**
 * Copies what can be read of a damaged study into a new one. A column is there whole, each part with its checksum, or
 * not at all. The damaged study is not changed. `throwIfCancelled` is called before each column.
 *
 * @throws Problem study.beyondRescue, study.exists, and what writing a study meets
 */
export async function rescueStudy(
  study: string,
  to: string,
  throwIfCancelled: () => void = () => undefined,
): Promise<Rescue> {
  if (!existsSync(study) || !statSync(study).isFile()) throw new Problem('study.notFound', { study });
  if (existsSync(to)) throw new Problem('study.exists', { study: to });
  const key = keyOfStudy(study);
  let damaged: DamagedStudy;
  try {
    damaged = openDamaged(study, unfinishedName(to));
  } catch (error) {
    throw studyProblem(to, error);
  }
  try {
    let rescue: Rescue | null = null;
    await writeStudy(
      to,
      (database) => {
        database.pragma('foreign_keys = OFF');
        migrateTo(database, damaged.version);
        const copied = copyReadable(damaged, database, basename(study, studyExtension), throwIfCancelled);
        migrate(database);
        rescue = { ...copied, parts: [...new Set([...copied.parts, ...removeUnreadable(database)])] };
      },
      key,
    );
    return rescue!;
  } finally {
    damaged.close();
  }
}

function copyReadable(
  damaged: DamagedStudy,
  to: Database.Database,
  name: string,
  throwIfCancelled: () => void,
): Rescue {
  const lostParts = new Set<RescuedPart>();
  const own = readableRows(damaged, 'study', ['id'], [[1]]).rows.at(0);
  const now = new Date().toISOString();
  if (own === undefined || !insert(to, 'study', own)) {
    insert(to, 'study', { id: 1, name, createdAt: now, changedAt: now });
  }

  const numbers = Array.from({ length: mostTried }, (_, index) => index);
  const found = readableRows(
    damaged,
    'survey',
    ['id'],
    numbers.map((id) => [id]),
  ).rows;
  const known = new Map(found.map((row) => [Number(row.id), row]));
  const ids = [...new Set([...known.keys(), ...surveysWithColumns(damaged)])].sort(
    (one, other) => one - other,
  );
  const surveys: RescuedSurvey[] = [];
  for (const id of ids) {
    surveys.push(copySurvey(damaged, to, { id, row: known.get(id), now }, throwIfCancelled));
  }
  if (surveys.every(({ rescued }) => rescued === 0)) {
    throw new Problem('study.beyondRescue', { study: name, detail: phrase('columns') });
  }

  for (const part of parts) {
    if (!hasTable(to, part)) continue;
    const keys = part === 'variableEdit' ? namesIn(to) : ids.flatMap((id) => numbers.map((at) => [id, at]));
    const { rows, whole } = readableRows(
      damaged,
      part,
      keyOf[part],
      keyOf[part].length === 1 ? numbers.map((id) => [id]) : keys,
    );
    const taken = rows.filter((row) => insert(to, part, row));
    if (!whole || taken.length < rows.length) lostParts.add(part);
    to.exec(`DELETE FROM ${part} WHERE survey NOT IN (SELECT id FROM survey)`);
  }
  return { surveys, parts: [...lostParts], unchecked: damaged.version < checked };
}

/** By what else belongs to them. */
function surveysWithColumns({ database }: DamagedStudy): Set<number> {
  const found = new Set<number>();
  for (const table of ['variable', 'chunk']) {
    readable(() => {
      const ids = database
        .prepare<[], number>(`SELECT survey FROM ${table} WHERE survey BETWEEN 1 AND 1000000`)
        .pluck()
        .iterate();
      for (const id of ids) found.add(id);
    });
  }
  return found;
}

function copySurvey(
  damaged: DamagedStudy,
  to: Database.Database,
  { id, row, now }: { readonly id: number; readonly row: Row | undefined; readonly now: string },
  throwIfCancelled: () => void,
): RescuedSurvey {
  const known = [...Array(mostTried).keys()].map((position) => [id, position]);
  const rows = variablesOf(damaged, id, known);
  const sound = rows.filter((row) => (damaged.version < checked || isAsWritten(row)) && isReadable(row));
  const columns = new Map<number, readonly ChunkRow[]>();
  for (const { position } of sound) {
    throwIfCancelled();
    const chunks = columnOf(damaged, id, position);
    if (chunks !== null) columns.set(position, chunks);
  }
  const rowCount = rowsOf(row, [...columns.values()]);
  for (const [position, chunks] of columns) if (rowsIn(chunks) !== rowCount) columns.delete(position);

  const isThere =
    row !== undefined &&
    insert(to, 'survey', { ...row, rowCount: columns.size > 0 ? rowCount : row.rowCount });
  const name = isThere ? String(row.name) : `Survey ${id}`;
  if (!isThere) {
    const origin = {
      fileName: '',
      fileLabel: '',
      format: 'sav',
      encoding: 'utf-8',
      importedAt: now,
      madeUp: 0,
    };
    insert(to, 'survey', { id, name, rowCount, ...origin });
  }
  const lost: string[] = [];
  let rescued = 0;
  for (const variable of sound) {
    const chunks = columns.get(variable.position);
    if (chunks !== undefined && insert(to, 'variable', { ...variable, survey: id })) {
      for (const chunk of chunks) insert(to, 'chunk', { ...chunk });
      rescued++;
    } else lost.push(variable.name);
  }
  const last = Math.max(lastPosition(damaged, id), ...rows.map(({ position }) => position));
  return { name, rescued, lost, unnamed: Math.max(0, last + 1 - sound.length), nameless: !isThere };
}

function variablesOf(damaged: DamagedStudy, id: number, keys: readonly (readonly number[])[]): VariableRow[] {
  const { rows } = readableRows(damaged, 'variable', ['survey', 'position'], keys);
  const own = rows.filter((row) => row.survey === id) as unknown as VariableRow[];
  return own.sort((one, other) => one.position - other.position);
}

/** All parts of a column in order, or `null` where one of them is not what was written. */
function columnOf(damaged: DamagedStudy, survey: number, variable: number): ChunkRow[] | null {
  return (
    soundColumn(damaged, variable, () => byIndex(damaged, survey, variable)) ??
    soundColumn(damaged, variable, () => byRowid(damaged, survey, variable))
  );
}

function byIndex({ database }: DamagedStudy, survey: number, variable: number): ChunkRow[] {
  const where = 'survey = ? AND variable = ? ORDER BY ordinal LIMIT 300000';
  return database
    .prepare<[number, number], ChunkRow>(`SELECT * FROM chunk WHERE ${where}`)
    .all(survey, variable);
}

/** Where the index is damaged that leads to the parts. */
function byRowid({ database, rowids }: DamagedStudy, survey: number, variable: number): ChunkRow[] {
  const one = database.prepare<[number], ChunkRow>('SELECT * FROM chunk WHERE rowid = ?');
  return (rowids().get(`${survey} ${variable}`) ?? [])
    .flatMap((rowid) => one.get(rowid) ?? [])
    .sort((left, right) => left.ordinal - right.ordinal);
}

function soundColumn({ version }: DamagedStudy, variable: number, read: () => ChunkRow[]): ChunkRow[] | null {
  let chunks: ChunkRow[] = [];
  if (!readable(() => (chunks = read())) || chunks.length === 0) return null;
  const isSound = chunks.every(
    (chunk, place) =>
      chunk.ordinal === place &&
      (version < checked || chunkChecksum({ ...chunk, variable }) === chunk.checksum),
  );
  if (!isSound) return null;
  try {
    unpackColumn(chunks);
    return chunks;
  } catch {
    // What does not unpack is no column: whatever is thrown at it, it is lost.
    return null;
  }
}

const rowsIn = (chunks: readonly ChunkRow[]): number =>
  chunks.reduce((sum, { rowCount }) => sum + rowCount, 0);

/**
 * How many rows a survey has: as it says itself, where any column agrees. Otherwise as most columns have that end with
 * a part that is not full, so that none of their parts can be missing.
 */
function rowsOf(row: Row | undefined, columns: readonly (readonly ChunkRow[])[]): number {
  if (columns.some((chunks) => rowsIn(chunks) === row?.rowCount)) return Number(row?.rowCount);
  const times = new Map<number, number>();
  for (const chunks of columns) {
    if (chunks.at(-1)!.rowCount >= fullPart) continue;
    times.set(rowsIn(chunks), (times.get(rowsIn(chunks)) ?? 0) + 1);
  }
  return [...times].sort(([, one], [, other]) => other - one).at(0)?.[0] ?? 0;
}

/** Of a column that is in the study, by its parts; -1 where that cannot be read. */
function lastPosition({ database }: DamagedStudy, survey: number): number {
  let last = -1;
  readable(() => {
    last =
      database
        .prepare<[number], number>(
          'SELECT max(variable) FROM chunk WHERE survey = ? AND variable BETWEEN 0 AND 100000',
        )
        .pluck()
        .get(survey) ?? -1;
  });
  return last;
}

function hasTable(database: Database.Database, table: string): boolean {
  return database.prepare(`SELECT 1 FROM sqlite_schema WHERE name = ?`).get(table) !== undefined;
}

function namesIn(database: Database.Database): (string | number)[][] {
  return database
    .prepare<[], { survey: number; name: string }>('SELECT survey, name FROM variable')
    .all()
    .map(({ survey, name }) => [survey, name]);
}

/** Whether the row could be put there: what breaks the table's own rules is damaged. */
function insert(to: Database.Database, table: string, row: Row): boolean {
  const columns = Object.keys(row);
  return readable(() => {
    to.prepare(
      `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
    ).run(...Object.values(row));
  });
}
