import { join } from 'node:path';
import { become, ensureInstalled, nodePath, root } from './runtime.mjs';

/** `npm run fuzz [-- --files N] [--target sav]`: damaged files for every reader. */
ensureInstalled();
become(nodePath(), [join(root, 'test', 'fuzz', 'run.ts'), ...process.argv.slice(2)]);
