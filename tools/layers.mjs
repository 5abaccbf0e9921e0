import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { rooms } from './rooms.mjs';
import { root, say } from './runtime.mjs';

/**
 * Holds the sources against tools/rooms.mjs: every import as it resolves (a relative path cannot sneak
 * out of its room), no room that the table does not know, and no circle of files, not even of types.
 */
const source = join(root, 'src');
const problems = [];
const graph = new Map();

for (const file of filesUnder(source)) {
  const room = roomOf(file);
  const rules = rooms[room];
  if (!rules) {
    problems.push(`${short(file)}: ${room} is no room of tools/rooms.mjs`);
    continue;
  }
  const imports = importsOf(file, readFileSync(file, 'utf8'));
  const imported = [];
  for (const { name, typeOnly } of imports) {
    // The program's version, which is nobody's room.
    if (name.endsWith('/package.json')) continue;
    const target = resolveImport(file, name);
    if (target === null) {
      const allowed = rules.packages.some(
        (one) => name === one || name.startsWith(one.endsWith(':') || one.endsWith('/') ? one : `${one}/`),
      );
      if (!allowed) problems.push(`${short(file)}: ${room} may not import ${name}`);
      continue;
    }
    if (!existsSync(target)) problems.push(`${short(file)}: ${name} is not there`);
    const other = roomOf(target);
    if (other !== room && !rules.knows.includes(other)) {
      problems.push(`${short(file)}: ${room} may not know ${other} (${name})`);
    }
    if (!typeOnly && rules.typesOnly?.includes(other) && !rules.except?.includes(short(target))) {
      problems.push(`${short(file)}: ${room} may import only types from ${other} (${name})`);
    }
    imported.push(target);
  }
  graph.set(file, imported);
}

for (const circle of circles()) problems.push(`a circle of imports: ${circle.map(short).join(' → ')}`);

if (problems.length > 0) {
  say(problems.join('\n'));
  process.exit(1);
}
say(`${graph.size} files keep to their rooms`);

function importsOf(file, text) {
  const code = text.replace(/\/\*[\s\S]*?\*\//g, '');
  const found = [];
  for (const match of code.matchAll(/\b(import|export)\s+(type\s+)?([^'";]*?\bfrom\s+)?['"]([^'"]+)['"]/g)) {
    found.push({ name: match[4].replace(/\?.*$/, ''), typeOnly: match[2] !== undefined });
  }
  for (const match of code.matchAll(/\bimport\(\s*['"]([^'"]+)['"]\s*\)/g)) {
    found.push({ name: match[1], typeOnly: file.endsWith('.d.ts') });
  }
  return found;
}

/** The file an import means; null for packages and Node's own modules. */
function resolveImport(file, name) {
  if (name.startsWith('#')) return join(source, name.slice(1));
  if (name.startsWith('.')) return resolve(dirname(file), name);
  return null;
}

function roomOf(file) {
  return relative(source, file).split(sep)[0];
}

function short(file) {
  return relative(root, file);
}

function filesUnder(folder) {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.(ts|vue)$/.test(entry.name))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name));
}

function circles() {
  const found = [];
  const state = new Map();
  const path = [];
  const visit = (file) => {
    state.set(file, 'open');
    path.push(file);
    for (const next of graph.get(file) ?? []) {
      if (state.get(next) === 'open') found.push([...path.slice(path.indexOf(next)), next]);
      else if (!state.has(next)) visit(next);
    }
    path.pop();
    state.set(file, 'done');
  };
  for (const file of graph.keys()) if (!state.has(file)) visit(file);
  return found;
}
