import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { careKinds, killCare } from './killCare.ts';
import { killImports, killKinds, type KillTally } from './killImports.ts';
import { powerCuts, recordWork } from './powerCuts.ts';
import { canRecord } from './recordWrites.ts';

/**
 * `npm run kill [-- --times 50] [--seed 1] [--kind sav]`: imports of each format, replacements, updates, copies,
 * studies made of copies, rescues and exports that are killed at random moments. `--power`: power cuts instead, at as many places (400), where there is strace.
 */
const { values } = parseArgs({
  options: {
    times: { type: 'string' },
    seed: { type: 'string', default: '1' },
    kind: { type: 'string', multiple: true },
    power: { type: 'boolean', default: false },
  },
});
const seed = Number(values.seed);
// A folder in memory: nothing here is to be kept, and much is synced.
const place = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();
const folder = mkdtempSync(join(values.power ? place : tmpdir(), 'larger-freedom-kill-'));
try {
  if (values.power) cutPower(Number(values.times ?? 400));
  else await killAll(Number(values.times ?? 50));
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function cutPower(times: number): void {
  if (!canRecord())
    throw new Error('strace, by which the calls to the system are recorded, cannot be run here');
  const work = recordWork(folder);
  const { calls, syncs, done, cuts, ahead, faults } = powerCuts(folder, work, times, seed);
  report(
    faults,
    `${calls} calls, ${syncs} of them syncs, for ${done} things done: ${cuts} cuts, ${ahead} left more`,
  );
  for (const [what, ending] of [
    ['the log', '-wal'],
    ['the study', '.lfstudy'],
  ]) {
    const careless = powerCuts(folder, work, Math.ceil(times / 4), seed, {
      unsynced: (path) => path.endsWith(ending),
    });
    console.log(
      `without the syncs of ${what}: ${careless.cuts} cuts, ${careless.faults.length} faults found`,
    );
    if (careless.faults.length === 0) process.exitCode = 1;
  }
}

function isWanted(kind: string): boolean {
  return values.kind === undefined || values.kind.includes(kind);
}

async function killAll(times: number): Promise<void> {
  for (const kind of killKinds.filter(isWanted)) {
    tell(kind, times, await killImports(ownFolder(kind), kind, times, seed));
  }
  for (const kind of careKinds.filter(isWanted)) {
    tell(kind, times, await killCare(ownFolder(kind), kind, times, seed));
  }
}

function ownFolder(kind: string): string {
  const own = join(folder, kind);
  mkdirSync(own);
  return own;
}

function tell(kind: string, times: number, { nothing, all, faults }: KillTally): void {
  report(faults, `${kind}: ${times} killed at random moments: ${nothing} left nothing, ${all} were through`);
}

function report(faults: readonly string[], counted: string): void {
  for (const fault of faults) console.log(fault);
  console.log(`${counted}, ${faults.length} faults`);
  if (faults.length > 0) process.exitCode = 1;
}
