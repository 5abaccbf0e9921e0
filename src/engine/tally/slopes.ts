/** Gradients of several statistics by total: for each total the statistics that depend on it. */
export interface Slopes {
  readonly count: number;
  /** First entry of each total, and the end. */
  readonly start: Uint32Array;
  readonly statistic: Uint32Array;
  readonly slope: Float64Array;
}

export function slopesOf(gradients: readonly Float64Array[], totalCount: number): Slopes {
  const start = new Uint32Array(totalCount + 1);
  for (const gradient of gradients)
    for (let total = 0; total < gradient.length; total++) if (gradient[total] !== 0) start[total + 1]++;
  for (let total = 0; total < totalCount; total++) start[total + 1] += start[total];
  const next = start.slice(0, totalCount);
  const statistic = new Uint32Array(start[totalCount]);
  const slope = new Float64Array(start[totalCount]);
  gradients.forEach((gradient, index) => {
    for (let total = 0; total < gradient.length; total++) {
      if (gradient[total] === 0) continue;
      statistic[next[total]] = index;
      slope[next[total]++] = gradient[total];
    }
  });
  return { count: gradients.length, start, statistic, slope };
}
