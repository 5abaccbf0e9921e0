import { join } from 'node:path';
import { become, ensureInstalled, nodePath, root } from './runtime.mjs';

/** `npm run dev`: the app in Electron, rebuilt as the sources change. */
ensureInstalled();
become(nodePath(), [
  join(root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js'),
  'dev',
  '--watch',
  ...process.argv.slice(2),
]);
