import type { Shown } from '../disclosure/disclosure.ts';
import type { LetterOptions } from '../inference/compareColumns.ts';
import type { EstimateOptions, ShareEstimate } from './figures.ts';

/** Several categories of the rows (or columns) taken together. */
export interface Net {
  readonly axis: 'rows' | 'columns';
  /** Places of its categories on the axis. */
  readonly categories: readonly number[];
}

export interface CrosstabCell {
  readonly n: number | null;
  readonly weightedN: number | null;
  readonly ofTotal: ShareEstimate;
  readonly ofRow: ShareEstimate;
  readonly ofColumn: ShareEstimate;
  /** Where asked for: the columns than which this one has a higher share of the row (`compareColumns`). */
  readonly letters?: string;
  readonly shown: Shown;
}

/**
 * Respondents of one row or column of the table: those with a valid answer to both variables. `null` where
 * confidentiality hides them.
 */
export interface AxisTotal {
  readonly n: number | null;
  readonly weightedN: number | null;
}

export interface CrosstabOptions extends EstimateOptions {
  /** Compares the columns of each row, where given. */
  readonly letters?: LetterOptions;
  /** Categories taken together, as further lines. */
  readonly nets?: readonly Net[];
}
