import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { rooms } from './rooms.mjs';
import { root } from './runtime.mjs';

/** Of what an npm package says in its licence field alone. */
const noText = 'The package carries no text of its licence.';

/**
 * Every npm package whose code reaches the user: those of package.json's `dependencies`, those that the window
 * is made of (tools/rooms.mjs) or that are built into the program, and all that they need in turn.
 *
 * @returns {{ packages: { name: string, version: string, licence: string, text: number }[], texts: string[] }} by
 * name; `text` is a place in `texts`, which holds each text once
 */
export function licences() {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  const found = new Map();
  const builtIn = Object.values(rooms)
    .flatMap((room) => room.packages)
    .filter((name) => `node_modules/${name}` in packages);
  const queue = [...Object.keys(packages[''].dependencies), ...builtIn].map((name) => `node_modules/${name}`);
  for (const path of queue) {
    const entry = packages[path];
    const folder = join(root, path);
    if (found.has(path) || path === 'node_modules/electron' || !existsSync(folder)) continue;
    const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    found.set(path, { name, version, licence: String(license ?? entry.license), text: textIn(folder) });
    for (const needed of Object.keys({ ...entry.dependencies, ...entry.optionalDependencies })) {
      const at = placeOf(packages, path, needed);
      if (at !== null) queue.push(at);
    }
  }
  const once = new Map([...found.values()].map((one) => [`${one.name} ${one.version}`, one]));
  const sorted = [...once].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one);
  const texts = [...new Set(sorted.map(({ text }) => text))];
  return { packages: sorted.map((one) => ({ ...one, text: texts.indexOf(one.text) })), texts };
}

/** Where Node finds a package that one in `from` asks for. */
function placeOf(packages, from, name) {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
    const path = folder === '' ? `node_modules/${name}` : `${folder}/node_modules/${name}`;
    if (path in packages) return path;
    if (folder === '') return null;
  }
}

function textIn(folder) {
  const names = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && /^(licen[cs]e|copying|notice)/i.test(entry.name))
    .map(({ name }) => name)
    .sort();
  const texts = names.map((file) => readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim());
  return texts.length > 0 ? texts.join('\n\n') : noText;
}
