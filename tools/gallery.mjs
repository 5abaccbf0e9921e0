import { join } from 'node:path';
import { become, ensureBuilt, ensureInstalled, nodePath, root } from './runtime.mjs';

/** `npm run gallery`: makes the pictures of docs/gallery again, of the teaching surveys. */
ensureInstalled();
ensureBuilt();
become(nodePath(), [join(root, 'tools', 'takeGallery.mjs')]);
