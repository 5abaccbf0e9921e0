import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { median } from '../measure.ts';

/** Seconds that PSPP takes from its start to have passed over all rows of an SPSS file. */
const [path] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'larger-freedom-bench-'));
try {
  const syntax = join(folder, 'read.sps');
  writeFileSync(syntax, `GET FILE='${path}'.\nDESCRIPTIVES VARIABLES=F1.\n`);
  const spent: number[] = [];
  for (let run = 0; run < 6; run++) {
    const start = performance.now();
    const { status } = spawnSync('pspp', [syntax], { stdio: 'ignore' });
    if (status !== 0) process.exit(1);
    spent.push(performance.now() - start);
  }
  console.log(median(spent.slice(1)) / 1000);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
