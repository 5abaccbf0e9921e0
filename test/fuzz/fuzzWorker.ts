import './allocations.ts';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { fuzzFile, fuzzTargets } from './fuzzTargets.ts';
import { writeExplained } from './writeExplained.ts';
import { outcomeOf } from './outcomeOf.ts';

export interface FuzzJob {
  readonly target: string;
  readonly from: number;
  readonly to: number;
  readonly folder: string;
  /** The number of the file that is being read, and when that began (ms, modulo 2³¹). */
  readonly watched: Int32Array;
}

export interface FuzzReport {
  readonly counts: Record<string, number>;
  readonly faults: readonly { readonly index: number; readonly fault: string }[];
  readonly done: number;
  readonly mostBytes: number;
  readonly mostBytesAt: number;
  readonly slowestMs: number;
}

const { target: name, from, to, folder, watched } = workerData as FuzzJob;
const target = fuzzTargets.find((one) => one.name === name);
if (target === undefined || parentPort === null) throw new Error(`no target ${name}`);
const originals = target.originals();
const path = join(folder, `a.${target.ending}`);
const data = writeExplained(target, folder);
let report = empty(from);
for (let index = from; index < to; index++) {
  const bytes = fuzzFile(target, originals, index);
  Atomics.store(watched, 0, index);
  Atomics.store(watched, 1, Date.now() & 0x7fffffff);
  const outcome = await outcomeOf(path, bytes, target, data);
  Atomics.store(watched, 1, 0);
  const { counts } = report;
  counts[outcome.code] = (counts[outcome.code] ?? 0) + 1;
  report = {
    counts,
    faults: outcome.fault === null ? report.faults : [...report.faults, { index, fault: outcome.fault }],
    done: index + 1,
    mostBytes: Math.max(report.mostBytes, outcome.bytesAskedFor),
    mostBytesAt: outcome.bytesAskedFor > report.mostBytes ? index : report.mostBytesAt,
    slowestMs: Math.max(report.slowestMs, outcome.durationMs),
  };
  if ((index + 1) % 500 === 0 || index + 1 === to || outcome.fault !== null) {
    parentPort.postMessage(report);
    report = empty(index + 1);
  }
}

function empty(done: number): FuzzReport {
  return { counts: {}, faults: [], done, mostBytes: 0, mostBytesAt: 0, slowestMs: 0 };
}
