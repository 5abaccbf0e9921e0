import { join } from 'node:path';
import { become, ensureBuilt, ensureInstalled, nodePath, root } from './runtime.mjs';

/** What `bin/larger-freedom` runs: makes sure the program is there, then becomes it. */
const [command, ...rest] = process.argv.slice(2);
ensureInstalled();
ensureBuilt();
if (command === undefined) become(nodePath(), [join(root, 'tools', 'start.mjs')]);
else if (command === 'serve') become(nodePath(), [join(root, 'out', 'main', 'serve.js'), ...rest]);
else become(nodePath(), [join(root, 'out', 'main', 'cli.js'), command, ...rest]);
