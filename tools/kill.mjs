import { join } from 'node:path';
import { become, ensureBuilt, ensureInstalled, nodePath, root } from './runtime.mjs';

/** `npm run kill [-- --times 50]`: work that is killed at any moment leaves all or nothing. `--power`: power cuts. */
ensureInstalled();
ensureBuilt();
become(nodePath(), [join(root, 'test', 'kill', 'run.ts'), ...process.argv.slice(2)]);
