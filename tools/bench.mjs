import { join } from 'node:path';
import { become, ensureBuilt, ensureInstalled, nodePath, root } from './runtime.mjs';

/** `npm run bench`: what the README claims about speed, measured beside the peers that are installed. */
ensureInstalled();
ensureBuilt();
become(nodePath(), [join(root, 'bench', 'run.ts'), ...process.argv.slice(2)]);
