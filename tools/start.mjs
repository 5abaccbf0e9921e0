import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { become, ensureBuilt, ensureInstalled, nodePath, root, run, say } from './runtime.mjs';

/** `npm start`: opens the app, with the Benin teaching study or with the study or file that is named. */
ensureInstalled();
ensureBuilt();
const named = process.argv.slice(2);
const opens = named.length > 0 ? named : ['--sample=benin'];
const screen = process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
const electron = electronPath();
const whyNot =
  electron === null ? 'Electron’s program is not here and could not be fetched' : 'There is no screen here';
if (electron !== null && screen) {
  become(electron, [root, ...opens]);
} else {
  say(`${whyNot}: serving the same app to a browser on this machine.`);
  become(nodePath(), [join(root, 'out', 'main', 'serve.js'), '--open', ...opens]);
}

/** Electron's program, fetched where it is missing and can be had; else null. */
function electronPath() {
  const require = createRequire(join(root, 'package.json'));
  const folder = join(root, 'node_modules', 'electron');
  const name = join(folder, 'path.txt');
  if (!existsSync(name)) run(nodePath(), [join(folder, 'install.js')], { quiet: true });
  if (!existsSync(name)) return null;
  try {
    const path = require('electron');
    return typeof path === 'string' && existsSync(path) ? path : null;
  } catch {
    return null;
  }
}
