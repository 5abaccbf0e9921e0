import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { killImports, killKinds } from './killImports.ts';

/**
 * `npm run kill [-- --times 50] [--seed 1] [--kind sav]`: imports of each format, and replacements, that are killed
 * at random moments.
 */
const { values } = parseArgs({
  options: {
    times: { type: 'string', default: '50' },
    seed: { type: 'string', default: '1' },
    kind: { type: 'string', multiple: true },
  },
});
const folder = mkdtempSync(join(tmpdir(), 'larger-freedom-kill-'));
try {
  for (const kind of killKinds.filter((one) => values.kind === undefined || values.kind.includes(one))) {
    const own = join(folder, kind);
    mkdirSync(own);
    const { nothing, all, faults } = await killImports(own, kind, Number(values.times), Number(values.seed));
    for (const fault of faults) console.log(fault);
    console.log(
      `${kind}: ${values.times} killed at random moments: ${nothing} left nothing, ${all} were through, ${faults.length} faults`,
    );
    if (faults.length > 0) process.exitCode = 1;
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
