import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** Median of `times` runs, in milliseconds, after one that is not counted. */
export async function medianMs(times: number, work: () => unknown): Promise<number> {
  await work();
  const spent: number[] = [];
  for (let run = 0; run < times; run++) {
    const start = performance.now();
    await work();
    spent.push(performance.now() - start);
  }
  return median(spent);
}

export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((left, right) => left - right);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** What an R script beside this file prints as one number of seconds; `null` where R or its packages are not installed. */
export function secondsInR(script: string, ...parameters: string[]): number | null {
  const path = fileURLToPath(new URL(script, import.meta.url));
  const { status, stdout } = spawnSync('Rscript', ['--vanilla', path, ...parameters], { encoding: 'utf8' });
  const seconds = Number(stdout?.trim().split('\n').at(-1));
  return status === 0 && Number.isFinite(seconds) ? seconds : null;
}
