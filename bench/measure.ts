import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export interface Times {
  readonly least: number;
  readonly median: number;
  /** Least time of the processor on this thread: what is left where others wait for it too. */
  readonly processor: number;
}

/** Milliseconds of `times` runs, after one that is not counted. */
export async function timesMs(times: number, work: () => unknown): Promise<Times> {
  await work();
  const spent: number[] = [];
  let processor = Infinity;
  for (let run = 0; run < times; run++) {
    const start = performance.now();
    const before = process.threadCpuUsage();
    await work();
    const { user, system } = process.threadCpuUsage(before);
    spent.push(performance.now() - start);
    processor = Math.min(processor, (user + system) / 1000);
  }
  return { least: Math.min(...spent), median: median(spent), processor };
}

export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((left, right) => left - right);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** What a script beside this file prints last, as numbers; `null` where the program or its packages are not there. */
export function numbersFrom(program: string, script: string, ...parameters: string[]): number[] | null {
  const path = fileURLToPath(new URL(script, import.meta.url));
  const { status, stdout } = spawnSync(
    program,
    [...(program === 'Rscript' ? ['--vanilla'] : []), path, ...parameters],
    {
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
    },
  );
  const numbers = stdout?.trim().split('\n').at(-1)?.split(' ').map(Number) ?? [];
  return status === 0 && numbers.length > 0 && numbers.every(Number.isFinite) ? numbers : null;
}

export interface ImportFigures {
  readonly medianMs: number;
  /** Most memory that the process had, host and worker and Node itself, in bytes. */
  readonly peak: number;
  readonly studyBytes: number;
}

/**
 * Imports in a process of its own, into a new study or into one that holds `beside`. With more than one run the
 * first is not counted.
 */
export function importFigures(file: string, times: number, beside?: string): ImportFigures {
  const script = fileURLToPath(new URL('importOnce.ts', import.meta.url));
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [script, file, String(times), ...(beside === undefined ? [] : [beside])],
    {
      encoding: 'utf8',
    },
  );
  if (status !== 0) throw new Error(`the import of ${file} failed:\n${stderr}`);
  const { spent, bytes, peak } = JSON.parse(stdout) as { spent: number[]; bytes: number; peak: number };
  return { medianMs: median(times > 1 ? spent.slice(1) : spent), peak, studyBytes: bytes };
}

export function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1e6)} MB`;
}
