/** Kinds of replicate weights; R's `svrepdesign(type =)`, `SDR` being its "successive-difference". */
export type ReplicateType = 'BRR' | 'Fay' | 'JK1' | 'JKn' | 'bootstrap' | 'SDR' | 'other';

/** Replicates of a sample: V = scale · Σ_r rscale_r (θ_r − θ)². */
export interface ReplicateWeights {
  readonly type: ReplicateType;
  readonly count: number;
  /**
   * Units × replicates, row by row: the replicate weight of the unit's rows / their weight. Rows whose
   * replicate weights are the same multiples form a unit (those of a PSU, or of a half-stratum).
   */
  readonly factors: Float64Array;
  /** Σ of the squared weights of each unit's rows. */
  readonly squares: Float64Array;
  readonly scale: number;
  /** One a replicate. */
  readonly rscales: Float64Array;
  /** What deviations are taken from: the estimate of the whole sample, or the mean of the replicates. */
  readonly centre: 'estimate' | 'mean';
  readonly df: number;
}
