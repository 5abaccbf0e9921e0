import { join } from 'node:path';
import { become, ensureBuilt, ensureInstalled, nodePath, root } from './runtime.mjs';

/** `npm run kill [-- --times 50]`: imports that are killed at any moment leave all or nothing. */
ensureInstalled();
ensureBuilt();
become(nodePath(), [join(root, 'test', 'kill', 'run.ts'), ...process.argv.slice(2)]);
