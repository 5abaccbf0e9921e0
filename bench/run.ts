import { cpus } from 'node:os';
import { benchImports } from './importing.ts';
import { benchMatrix } from './matrix.ts';
import { benchScale } from './scale.ts';

/** `npm run bench [-- --full | --scale]`: medians, and ratios beside the peers that are installed here. */
console.log(`${cpus().length} × ${cpus()[0].model}, Node ${process.versions.node}`);
if (process.argv.includes('--scale')) {
  for await (const line of benchScale()) console.log(line);
} else {
  for (const line of await benchMatrix(process.argv.includes('--full'))) console.log(line);
  for await (const line of benchImports()) console.log(line);
}
