import type { NumericColumn } from '../survey/column.ts';
import type { ReplicateInput } from './replicateWeights.ts';
import type { Named, NamedColumn } from './named.ts';

/** What to do with a stratum of which only one PSU was sampled; R's `options(survey.lonely.psu=)`. */
export type LonelyPsuPolicy = 'fail' | 'remove' | 'certainty' | 'adjust' | 'average';

/**
 * Columns over all rows of the survey, in file order. A numeric value is missing where `reasons` is
 * not 0 (user-declared codes are already turned into reasons), a text value where it is empty.
 */
export interface DesignInput {
  readonly rowCount: number;
  readonly weight: Named<NumericColumn> | null;
  readonly strata: NamedColumn | null;
  readonly psu: NamedColumn | null;
  readonly fpc: Named<NumericColumn> | null;
  /**
   * Units drawn within PSUs, and their FPC: numbers of units in the PSU, or fractions. Without an
   * FPC at the first stage only the first stage counts, as in R.
   */
  readonly secondStage?: SecondStage | null;
  /** Instead of strata, PSUs and FPC. */
  readonly replicates?: ReplicateInput | null;
  readonly lonelyPsu: LonelyPsuPolicy;
}

export interface SecondStage {
  readonly ids: NamedColumn;
  /** `null`: drawn with replacement, or from very many. */
  readonly fpc: Named<NumericColumn> | null;
}
