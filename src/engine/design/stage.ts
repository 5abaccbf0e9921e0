/**
 * One stage of sampling: units drawn within groups. At the first stage the units are PSUs and the groups
 * strata, at the second the units of that stage and the groups PSUs. A design is the list of its stages,
 * each nested in the one before: the units of a stage are the groups of the next.
 */
export interface Stage {
  /** Position at which each unit begins, and the end: units + 1. `null`: each row is a unit. */
  readonly unitStart: Uint32Array | null;
  /** Unit (or position, where `unitStart` is null) at which each group begins, and the end: groups + 1. */
  readonly groupStart: Uint32Array;
  /** n: units sampled in each group, with or without positive weights. */
  readonly sampled: Float64Array;
  /** 1 − f of each group, f the fraction of its units that was sampled; 1 without FPC. */
  readonly fpcFactors: Float64Array;
  /** What the stage's variance within each group counts for: 1 at the first stage, the f_h of its stratum at the second. */
  readonly shares: Float64Array;
  /** 1 for groups with one sampled unit that is not there with certainty (1 − f > 0). */
  readonly lonely: Uint8Array;
  /** How messages call the groups: values of the strata variable, of the PSU variable. */
  readonly groupNames: readonly string[];
}

/** 1 where a single unit was sampled of more. */
export function lonelyGroups(sampled: Float64Array, fpcFactors: Float64Array): Uint8Array {
  return Uint8Array.from(sampled, (count, group) => Number(count === 1 && fpcFactors[group] >= 1e-7));
}

/** All units in one group, drawn with replacement. @param unitStart as in `Stage`. */
export function singleGroup(unitStart: Uint32Array): Stage {
  const units = unitStart.length - 1;
  return {
    unitStart,
    groupStart: Uint32Array.of(0, units),
    sampled: Float64Array.of(units),
    fpcFactors: Float64Array.of(1),
    shares: Float64Array.of(1),
    lonely: Uint8Array.of(0),
    groupNames: [''],
  };
}
