import type { CorrectionChanges } from '#contract/surveyChanges.ts';

/** A file of two rows that would change nothing. */
export const noChanges: CorrectionChanges = {
  rows: { before: 2, after: 2 },
  added: [],
  removed: [],
  respelled: [],
  types: [],
  labels: [],
  valueLabels: [],
  codes: [],
  missing: [],
  waiting: { roles: [], marks: [], edits: [], concerns: [], derived: [], responseSets: [] },
  repeats: [],
};
