import { join } from 'node:path';
import { become, ensureBuilt, ensureInstalled, nodePath, root } from './runtime.mjs';

/** `npm run package [-- --dir] [--electron FOLDER] [--output FOLDER]`: the installers of this system, in `dist/`. */
ensureInstalled();
ensureBuilt();
become(nodePath(), [join(root, 'tools', 'makePackage.mjs'), ...process.argv.slice(2)]);
