import type { Calibration } from './calibration.ts';
import type { ReplicateType, ReplicateWeights } from './replicateWeights.ts';
import type { Stage } from './stage.ts';
import type { LonelyPsuPolicy } from './designInput.ts';

/** The design line, as `contract/design.ts` has it. */
export interface DesignSummary {
  readonly weight: string | null;
  readonly strata: string | null;
  readonly psu: string | null;
  readonly fpc: string | null;
  /** Sampled strata and PSUs, those without any positive weight included. */
  readonly strataCount: number;
  readonly psuCount: number;
  /** PSUs with a positive weight − strata with one; R's `degf`. */
  readonly df: number;
  readonly lonelyPsu: LonelyPsuPolicy;
  readonly nestedPsu: boolean;
  readonly lonelyStrata: string[];
  /** The variable of the units within PSUs; `null`: one stage. */
  readonly secondStage: string | null;
  /** Replicate weights, where variances come from them. */
  readonly replicates: { type: ReplicateType; count: number } | null;
  /** Variables to whose known totals the weights were calibrated. */
  readonly calibration: { variables: string[] } | null;
}

/**
 * A sample design, validated once. Only rows of positive weight are kept in `order`: rows of weight
 * zero count among the sampled units but not in n nor in df.
 */
export interface SurveyDesign {
  readonly rowCount: number;
  /** File row at each position; sorted by stratum, PSU, unit of the second stage, then file order. */
  readonly order: Uint32Array;
  /** Weight of each row, in file order; 1 without a weight variable. */
  readonly weights: Float64Array;
  /** Weight at each position. */
  readonly sortedWeights: Float64Array;
  /** PSUs within strata; where there are two stages with FPC, units within PSUs. */
  readonly stages: readonly Stage[];
  /** Replicate weights, from which variances come instead of the stages; else `null`. */
  readonly replicates: ReplicateWeights | null;
  /** Known totals that the weights were calibrated to; else `null`. */
  readonly calibration: Calibration | null;
  readonly summary: DesignSummary;
}
