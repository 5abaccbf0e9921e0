import { spawnSync } from 'node:child_process';
import { cpus, loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';
import { benchCoverage } from './coverage.ts';
import { benchImports } from './importing.ts';
import { benchScale, benchTablesAtScale } from './scale.ts';
import { benchTables } from './tables.ts';

/**
 * `npm run bench [-- --tables | --full | --scale | --tables-at-scale | --window | --window-at-scale | --coverage [--each]]`:
 * times, and ratios beside the peers that are installed here; with `--coverage` how often intervals hold true shares.
 * See README.md.
 */
const asked = (option: string): boolean => process.argv.includes(option);

async function* lines(): AsyncGenerator<string> {
  if (asked('--coverage')) yield* benchCoverage(1000, asked('--each'));
  else if (asked('--scale')) yield* benchScale();
  else if (asked('--tables-at-scale')) yield* benchTablesAtScale();
  else {
    yield* benchTables(asked('--full'));
    if (!asked('--tables')) yield* benchImports();
  }
}

if (asked('--window') || asked('--window-at-scale')) {
  const window = fileURLToPath(new URL('window/run.ts', import.meta.url));
  const { status } = spawnSync(process.execPath, [window, ...process.argv.slice(2)], { stdio: 'inherit' });
  process.exit(status ?? 1);
}

const load = loadavg().map((one) => one.toFixed(1));
console.log(`${cpus().length} × ${cpus()[0].model}, Node ${process.versions.node}, load ${load.join(' ')}`);
for await (const line of lines()) console.log(line);
console.log(`load at the end ${loadavg()[0].toFixed(1)}`);
