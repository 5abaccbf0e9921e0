import { Problem } from '../survey/problem.ts';

/** Problems that name rows. */
export type RowsCode =
  | 'design.weightMissing'
  | 'design.weightNegative'
  | 'design.strataMissing'
  | 'design.psuMissing'
  | 'design.ssuMissing'
  | 'design.replicateMissing'
  | 'design.replicateNegative'
  | 'calibration.missing';

/** A problem with some rows: the first five, counted from 1, and how many there are. */
export function rowsProblem(code: RowsCode, variable: string, rows: readonly number[]): Problem {
  return new Problem(code, { variable, rows: rows.slice(0, 5).map((row) => row + 1), count: rows.length });
}
