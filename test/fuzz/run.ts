import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { fuzzFile, fuzzTargets, type FuzzTarget } from './fuzzTargets.ts';
import type { FuzzReport } from './fuzzWorker.ts';
import { longestMs } from './outcomeOf.ts';

/**
 * `npm run fuzz [-- --files N] [--target sav] [--from 0]`: damaged files for each reader, the same ones each
 * time. Each is read whole or refused with a `Problem`, within two seconds and with memory bounded by its size;
 * what is not is kept in test-output/fuzz.
 */
const { values } = parseArgs({
  options: {
    files: { type: 'string' },
    from: { type: 'string', default: '0' },
    target: { type: 'string', multiple: true },
    out: { type: 'string', default: join(import.meta.dirname, '../../test-output/fuzz') },
  },
});

interface Tally {
  readonly counts: Record<string, number>;
  faults: number;
  done: number;
  mostBytes: number;
  mostBytesAt: number;
  slowestMs: number;
}

const folder = mkdtempSync(join(tmpdir(), 'larger-freedom-fuzz-'));
let faults = 0;
try {
  const chosen = fuzzTargets.filter(
    ({ name }) => values.target === undefined || values.target.includes(name),
  );
  for (const target of chosen)
    faults += await fuzz(target, Number(values.from), Number(values.files ?? target.files));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exitCode = faults === 0 ? 0 : 1;

async function fuzz(target: FuzzTarget, from: number, files: number): Promise<number> {
  const tally: Tally = { counts: {}, faults: 0, done: from, mostBytes: 0, mostBytesAt: 0, slowestMs: 0 };
  const start = performance.now();
  const end = from + files;
  while (tally.done < end) await untilStopped(target, end, tally);
  const seconds = ((performance.now() - start) / 1000).toFixed(0);
  const codes = Object.entries(tally.counts)
    .sort(([, one], [, other]) => other - one)
    .map(([code, count]) => `${code} ${count}`)
    .join(', ');
  console.log(`${target.name}: ${files} damaged files in ${seconds} s, ${tally.faults} faults`);
  console.log(`  ${codes}`);
  console.log(
    `  longest ${Math.round(tally.slowestMs)} ms; most memory asked for ${(tally.mostBytes / 1e6).toFixed(1)} MB` +
      ` (file ${tally.mostBytesAt})`,
  );
  return tally.faults;
}

/** One worker, until it is through, or is ended because a file hangs in it or makes it run out of memory. */
function untilStopped(target: FuzzTarget, end: number, tally: Tally): Promise<void> {
  const watched = new Int32Array(new SharedArrayBuffer(8));
  const worker = new Worker(new URL('fuzzWorker.ts', import.meta.url), {
    workerData: { target: target.name, from: tally.done, to: end, folder, watched },
    resourceLimits: { maxOldGenerationSizeMb: 256 },
  });
  return new Promise((resolve) => {
    const watch = setInterval(() => {
      const since = Atomics.load(watched, 1);
      if (since === 0 || (Date.now() & 0x7fffffff) - since < longestMs + 500) return;
      clearInterval(watch);
      give(`it was not through after ${longestMs} ms`);
      void worker.terminate();
    }, 250);
    const give = (fault: string): void => {
      const index = Atomics.load(watched, 0);
      keep(target, index, fault);
      tally.faults++;
      tally.done = index + 1;
    };
    worker.on('message', (report: FuzzReport) => {
      for (const [code, count] of Object.entries(report.counts)) {
        tally.counts[code] = (tally.counts[code] ?? 0) + count;
      }
      for (const { index, fault } of report.faults) keep(target, index, fault);
      tally.faults += report.faults.length;
      tally.done = report.done;
      tally.slowestMs = Math.max(tally.slowestMs, report.slowestMs);
      if (report.mostBytes > tally.mostBytes) {
        tally.mostBytes = report.mostBytes;
        tally.mostBytesAt = report.mostBytesAt;
      }
    });
    worker.on('error', (error) => give(`the reader's thread ended: ${error.message}`));
    worker.on('exit', () => {
      clearInterval(watch);
      resolve();
    });
  });
}

function keep(target: FuzzTarget, index: number, fault: string): void {
  const path = join(values.out, `${target.name}-${index}.${target.ending}`);
  mkdirSync(values.out, { recursive: true });
  writeFileSync(path, fuzzFile(target, target.originals(), index));
  console.log(`${path}\n  ${fault.replaceAll('\n', '\n  ')}`);
}
