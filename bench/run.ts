import { cpus } from 'node:os';
import { benchImport } from './importing.ts';
import { benchMatrix } from './matrix.ts';

/** `npm run bench [-- --full]`: medians, and ratios beside the peers that are installed here. */
console.log(`${cpus().length} × ${cpus()[0].model}, Node ${process.versions.node}`);
for (const line of await benchMatrix(process.argv.includes('--full'))) console.log(line);
for (const line of await benchImport()) console.log(line);
