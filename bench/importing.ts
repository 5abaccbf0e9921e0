import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { clientOf } from '#host/clientOf.ts';
import { createHost } from '#host/createHost.ts';
import { bigSurvey, writeBigSurvey } from './bigSurvey.ts';
import { median, secondsInR } from './measure.ts';

/** From the click to a study that is whole on the disk, through the host and its worker. */
export async function benchImport(): Promise<string[]> {
  const path = writeBigSurvey();
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
    for (let run = 0; run < 6; run++) {
      const start = performance.now();
      const { study } = await client.survey.import({ file: path, study: null, name: `run ${run}` });
      spent.push(performance.now() - start);
      bytes = statSync(study.study).size;
    }
    const ours = median(spent.slice(1));
    const size = `${(bytes / 1e6).toFixed(1)} MB`;
    const lines = [
      `import .sav ${bigSurvey.rows} × ${bigSurvey.variables} into a study on disk (${size}): ${Math.round(ours)} ms`,
    ];
    const haven = secondsInR('importHaven.R', path);
    if (haven === null) return [...lines, '  R haven: not installed here'];
    const ratio = ((1000 * haven) / ours).toFixed(1);
    return [...lines, `  R haven::read_sav into memory: ${Math.round(1000 * haven)} ms; ratio ${ratio} ×`];
  } finally {
    await host.close();
    rmSync(studies, { recursive: true, force: true });
  }
}
