import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { killImports } from './killImports.ts';

/** `npm run kill [-- --times 50] [--seed 1]`: imports that are killed at random moments. */
const { values } = parseArgs({
  options: { times: { type: 'string', default: '50' }, seed: { type: 'string', default: '1' } },
});
const folder = mkdtempSync(join(tmpdir(), 'larger-freedom-kill-'));
try {
  const { nothing, all, faults } = await killImports(folder, Number(values.times), Number(values.seed));
  for (const fault of faults) console.log(fault);
  console.log(
    `${values.times} imports killed at random moments: ${nothing} left nothing, ${all} were through, ${faults.length} faults`,
  );
  process.exitCode = faults.length === 0 ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
