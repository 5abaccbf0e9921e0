import { readFileSync, rmSync, statSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { clientOf } from '#host/clientOf.ts';
import { createHost } from '#host/createHost.ts';

/**
 * `node importOnce.ts FILE TIMES [BESIDE]`: from the click to a study that is whole on the disk, through the host and its
 * worker, TIMES times, each into a new study, or into one that holds BESIDE. Prints, as JSON, milliseconds of each, the size of the study and the most memory that this
 * process ever had.
 */
const [file, times, beside] = process.argv.slice(2);
const studies = mkdtempSync(join(tmpdir(), 'larger-freedom-bench-'));
const host = createHost({
  places: { studies, samples: studies },
  files: 'any',
  worker: new URL('../out/main/worker.js', import.meta.url),
});
try {
  const client = clientOf(host);
  const spent: number[] = [];
  let bytes = 0;
  for (let run = 0; run < Number(times); run++) {
    const name = `run ${run}`;
    const held =
      beside === undefined ? null : await client.survey.import({ file: beside, study: null, name });
    const start = performance.now();
    const { study } = await client.survey.import({ file, study: held?.study.study ?? null, name });
    spent.push(performance.now() - start);
    bytes = statSync(study.study).size;
  }
  console.log(JSON.stringify({ spent, bytes, peak: peakMemory() }));
} finally {
  await host.close();
  rmSync(studies, { recursive: true, force: true });
}

/** Bytes. Linux counts the memory of the parent in `maxRSS`, not in `VmHWM`. */
function peakMemory(): number {
  if (process.platform !== 'linux') return 1024 * process.resourceUsage().maxRSS;
  const [, kilobytes] = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync('/proc/self/status', 'utf8')) ?? [];
  return 1024 * Number(kilobytes);
}
