import type { ProtectedTable } from './protectTable.ts';

/** What confidentiality hides of a group in a table of groups by concerned (chosen) and not. */
export interface HiddenOfGroup {
  readonly share: boolean;
  readonly total: boolean;
}

/** A share over a hidden total would tell the total, beside the number concerned. */
export function hiddenOfGroup(
  guard: ProtectedTable,
  group: number,
  total: boolean = guard.rowHidden(group),
): HiddenOfGroup {
  return { share: total || guard.cellHidden(group, 0) || guard.cellHidden(group, 1), total };
}

/** The same of all groups together. */
export function hiddenOfAll(guard: ProtectedTable, total: boolean = guard.totalHidden): HiddenOfGroup {
  return { share: total || guard.columnHidden(0) || guard.columnHidden(1), total };
}
