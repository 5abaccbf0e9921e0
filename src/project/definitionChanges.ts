import { z } from 'zod';
import { Problem } from '#engine/survey/problem.ts';
import { tableNames, tableOf, type DefinitionRow, type DefinitionTableName } from './definitionTables.ts';
import type { StudyFile } from './studyFile.ts';

/** One row before and after a step; `null` where it was not there. */
export interface RowChange {
  readonly table: DefinitionTableName;
  readonly before: DefinitionRow | null;
  readonly after: DefinitionRow | null;
}

/** Rows by table and key. */
export type Snapshot = ReadonlyMap<
  string,
  { readonly table: DefinitionTableName; readonly row: DefinitionRow }
>;

/** The rows of these tables as they are, of one survey or, with `null`, of all. */
export function snapshotOf(
  { database }: StudyFile,
  tables: readonly DefinitionTableName[],
  survey: number | null,
): Snapshot {
  const rows = new Map<string, { table: DefinitionTableName; row: DefinitionRow }>();
  for (const table of tables) {
    const select = selectFrom(table);
    const found =
      survey === null
        ? database.prepare<[], DefinitionRow>(select).all()
        : database
            .prepare<[number], DefinitionRow>(`${select} WHERE ${tableOf(table).survey} = ?`)
            .all(survey);
    for (const row of found) rows.set(placeOf(table, row), { table, row });
  }
  return rows;
}

/** The rows that differ between two snapshots of the same tables. */
export function differenceOf(before: Snapshot, after: Snapshot): RowChange[] {
  const places = new Set([...before.keys(), ...after.keys()]);
  return [...places].flatMap((place): RowChange[] => {
    const was = before.get(place);
    const is = after.get(place);
    if (sameRow(was?.row ?? null, is?.row ?? null)) return [];
    const { table } = (was ?? is)!;
    return [{ table, before: was?.row ?? null, after: is?.row ?? null }];
  });
}

/** Two changes, one after the other, as one. */
export function joined(first: readonly RowChange[], second: readonly RowChange[]): RowChange[] {
  const all = new Map(first.map((change) => [placeOfChange(change), change]));
  for (const change of second) {
    const place = placeOfChange(change);
    all.set(place, { ...change, before: (all.get(place) ?? change).before });
  }
  return [...all.values()].filter(({ before, after }) => !sameRow(before, after));
}

/**
 * Puts each row to what it was before, or after, these changes. Nothing is written over that is not exactly what
 * the changes left. Call within a transaction.
 *
 * @throws Problem history.changedSince
 */
export function putRows(study: StudyFile, changes: readonly RowChange[], to: 'before' | 'after'): void {
  const from = to === 'before' ? 'after' : 'before';
  for (const change of changes) {
    if (!sameRow(rowNow(study, change), change[from])) throw changedSince(study);
  }
  try {
    for (const change of changes) {
      if (!tableOf(change.table).fixed && change[from] !== null) removeRow(study, change.table, change[from]);
    }
    for (const change of changes) if (change[to] !== null) writeRow(study, change.table, change[to]);
  } catch (error) {
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_CONSTRAINT')) {
      throw changedSince(study);
    }
    throw error;
  }
}

/** Changes as text, and back; `null` for what this program does not write. */
export function changesAsText(changes: readonly RowChange[]): string {
  return JSON.stringify(changes);
}

export function changesFromText(text: string): readonly RowChange[] | null {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    return null;
  }
  const list = rowChanges.safeParse(content);
  if (!list.success) return null;
  const changes: RowChange[] = [];
  for (const { table, before, after } of list.data) {
    const { row, fixed } = tableOf(table);
    const both = z.object({ before: row.nullable(), after: row.nullable() }).safeParse({ before, after });
    if (!both.success) return null;
    const change = { table, ...both.data };
    const rows = [change.before, change.after].filter((one) => one !== null);
    const places = new Set(rows.map((one) => placeOf(table, one)));
    if (places.size !== 1 || (fixed && rows.length !== 2)) return null;
    changes.push(change);
  }
  return new Set(changes.map(placeOfChange)).size === changes.length ? changes : null;
}

const rowChanges = z
  .array(z.strictObject({ table: z.enum(tableNames), before: z.unknown(), after: z.unknown() }))
  .min(1);

function changedSince({ path }: StudyFile): Problem {
  return new Problem('history.changedSince', { study: path });
}

function columnsOf(table: DefinitionTableName): string[] {
  return Object.keys(tableOf(table).row.shape);
}

function selectFrom(table: DefinitionTableName): string {
  return `SELECT ${columnsOf(table).join(', ')} FROM ${table}`;
}

/** `key = @key AND …` */
function byKey(table: DefinitionTableName): string {
  return tableOf(table)
    .key.map((column) => `${column} = @${column}`)
    .join(' AND ');
}

function placeOf(table: DefinitionTableName, row: DefinitionRow): string {
  return JSON.stringify([table, ...tableOf(table).key.map((column) => row[column])]);
}

function placeOfChange({ table, before, after }: RowChange): string {
  return placeOf(table, (before ?? after)!);
}

function sameRow(left: DefinitionRow | null, right: DefinitionRow | null): boolean {
  if (left === null || right === null) return left === right;
  return Object.keys(left).every((column) => left[column] === right[column]);
}

function rowNow({ database }: StudyFile, { table, before, after }: RowChange): DefinitionRow | null {
  const found = database
    .prepare<[DefinitionRow], DefinitionRow>(`${selectFrom(table)} WHERE ${byKey(table)}`)
    .get((before ?? after)!);
  return found ?? null;
}

function removeRow({ database }: StudyFile, table: DefinitionTableName, row: DefinitionRow): void {
  database.prepare(`DELETE FROM ${table} WHERE ${byKey(table)}`).run(row);
}

function writeRow({ database }: StudyFile, table: DefinitionTableName, row: DefinitionRow): void {
  const columns = columnsOf(table);
  if (tableOf(table).fixed) {
    const said = columns.map((column) => `${column} = @${column}`).join(', ');
    database.prepare(`UPDATE ${table} SET ${said} WHERE ${byKey(table)}`).run(row);
    return;
  }
  const values = columns.map((column) => `@${column}`).join(', ');
  database.prepare(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${values})`).run(row);
}
