import type { Column } from '#engine/survey/column.ts';

/** The columns by which a member says whose household it is, and by which a household says which it is. */
export interface LinkKeys {
  readonly member: string;
  readonly household: string;
  /** Whether no other file can have the same. */
  readonly isUnique: boolean;
}

/**
 * As Kobo and ODK write them, the surest first: those of the submission reach the household from a repeat within a
 * repeat, too; `_parent_index` reaches only the row right above.
 */
const pairs: readonly LinkKeys[] = [
  { member: '_submission__uuid', household: '_uuid', isUnique: true },
  { member: '_submission__id', household: '_id', isUnique: false },
  { member: 'PARENT_KEY', household: 'KEY', isUnique: true },
  { member: '_parent_index', household: '_index', isUnique: false },
  { member: '_parent_index', household: 'index', isUnique: false },
];
/** Names the sheet that `_parent_index` counts the rows of. */
export const parentSheet = '_parent_table_name';

/** The keys that both have, the surest first. */
export function linkKeysOf(members: readonly string[], households: readonly string[]): readonly LinkKeys[] {
  return pairs.filter(({ member, household }) => members.includes(member) && households.includes(household));
}

/** Whose household a row is: its row in the survey of households, counted from 0. */
export const noHousehold = -1;
export const severalHouseholds = -2;

export type HouseholdOf = (key: string) => number;

/** Finds households by their keys. One that stands in several rows is `severalHouseholds`. */
export function householdsBy(column: Column, rows: number): HouseholdOf {
  const places = new Map<string, number>();
  for (let row = 0; row < rows; row++) {
    const key = keyAt(column, row);
    if (key !== '') places.set(key, places.has(key) ? severalHouseholds : row);
  }
  return (key) => places.get(key) ?? noHousehold;
}

/** ODK Central names the repeats on the way behind the submission: `uuid:…/member[2]`. */
export function keyAt(column: Column, row: number): string {
  if (column.kind === 'text') return column.dictionary[column.codes[row]].trim().replace(/\/.*$/, '');
  return column.reasons !== null && column.reasons[row] !== 0 ? '' : String(column.values[row]);
}
