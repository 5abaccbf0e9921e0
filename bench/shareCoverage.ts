import type { Interval } from '#engine/inference/interval.ts';

export interface TrueShare {
  readonly item: string;
  readonly domain: string;
  readonly partition: string;
  readonly share: number;
}

export interface ShareCoverage extends TrueShare {
  /** For each way of making an interval the part of the samples in which it held the true share. */
  readonly covered: readonly number[];
  /** Root of the mean variance estimate / standard deviation of the estimates. */
  readonly seToSd: number;
}

/** Counts over samples, one share after the other. A sample without an interval counts as one that missed. */
export class Coverage {
  readonly #shares: readonly TrueShare[];
  readonly #ways: number;
  readonly #samples: Uint32Array;
  readonly #covered: Uint32Array;
  readonly #errors: Float64Array;
  readonly #squares: Float64Array;
  readonly #variances: Float64Array;

  constructor(shares: readonly TrueShare[], ways: number) {
    this.#shares = shares;
    this.#ways = ways;
    this.#samples = new Uint32Array(shares.length);
    this.#covered = new Uint32Array(shares.length * ways);
    this.#errors = new Float64Array(shares.length);
    this.#squares = new Float64Array(shares.length);
    this.#variances = new Float64Array(shares.length);
  }

  add(share: number, estimate: number, se: number, intervals: readonly Interval[]): void {
    const truth = this.#shares[share].share;
    const error = estimate - truth;
    this.#samples[share]++;
    this.#errors[share] += error;
    this.#squares[share] += error * error;
    this.#variances[share] += se * se;
    intervals.forEach(({ ciLow, ciHigh }, way) => {
      if (ciLow !== null && ciHigh !== null && ciLow <= truth && truth <= ciHigh)
        this.#covered[share * this.#ways + way]++;
    });
  }

  shares(): ShareCoverage[] {
    return this.#shares.map((one, share) => {
      const samples = this.#samples[share];
      const bias = this.#errors[share] / samples;
      const variance = (this.#squares[share] / samples - bias * bias) * (samples / (samples - 1));
      const covered = this.#covered.subarray(share * this.#ways, (share + 1) * this.#ways);
      return {
        ...one,
        covered: Array.from(covered, (count) => count / samples),
        seToSd: Math.sqrt(this.#variances[share] / samples / variance),
      };
    });
  }
}
