import { join } from 'node:path';
import { become, ensureInstalled, nodePath, root } from './runtime.mjs';

/** `npm run reference`: asks R and PSPP again, where they are installed, and compares with test/reference/cases. */
ensureInstalled();
become(nodePath(), [join(root, 'test', 'reference', 'askAgain.ts'), ...process.argv.slice(2)]);
