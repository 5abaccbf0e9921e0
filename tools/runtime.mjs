import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What has to be there before anything else runs. Plain JavaScript for the Node that the machine has, 20 or newer. */

export const root = fileURLToPath(new URL('../', import.meta.url));
const neededMajor = 24;

/** A Node of version 24 or newer: the one that runs this, or one from the npm registry. */
export function nodePath() {
  if (Number(process.versions.node.split('.')[0]) >= neededMajor) return process.execPath;
  const folder = join(root, 'tools', 'node24');
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  const node = join(
    folder,
    'node_modules',
    `node-${platform}-${process.arch}`,
    'bin',
    process.platform === 'win32' ? 'node.exe' : 'node',
  );
  if (!existsSync(node)) {
    say(
      `Node ${process.versions.node} is older than ${neededMajor}: fetching Node ${neededMajor} for this project`,
    );
    npm(['ci', '--no-audit', '--no-fund', '--prefix', folder], process.env);
  }
  if (!existsSync(node)) {
    fail(`Please install Node ${neededMajor} or newer (https://nodejs.org), then run this again.`);
  }
  return node;
}

/** The environment in which `node` and the project's own programs are the right ones. */
export function environment() {
  const path = [dirname(nodePath()), join(root, 'node_modules', '.bin'), process.env.PATH ?? ''];
  return { ...process.env, PATH: path.join(delimiter) };
}

/** Installs what package-lock.json names, unless it is there already. */
export function ensureInstalled() {
  const wanted = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  const stamp = join(root, 'node_modules', '.cache', 'installed');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  say('Installing what the project needs');
  npm(['ci', '--no-audit', '--no-fund'], environment());
  writeStamp(stamp, wanted);
}

/** Builds the app when its sources are newer than the build; the old build serves until the new one is whole. */
export function ensureBuilt() {
  const sources = [
    ...filesUnder(join(root, 'src')),
    join(root, 'electron.vite.config.ts'),
    join(root, 'tools', 'aboutModule.mjs'),
    join(root, 'tools', 'licences.mjs'),
    join(root, 'package-lock.json'),
  ];
  const wanted = hashOf(sources);
  const out = join(root, 'out');
  const stamp = join(out, '.built');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  say('Building the app');
  const next = join(root, `out-${process.pid}`);
  const built = run(
    nodePath(),
    [join(root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js'), 'build', '--outDir', next],
    { quiet: true },
  );
  if (built.status !== 0) {
    rmSync(next, { recursive: true, force: true });
    fail(`The build failed:\n${built.output}`);
  }
  writeStamp(join(next, '.built'), wanted);
  rmSync(out, { recursive: true, force: true });
  renameSync(next, out);
}

/** Runs a program to its end; with `quiet`, keeps what it prints. */
export function run(program, parameters, { quiet = false, env = environment() } = {}) {
  const { status, stdout, stderr, error } = spawnSync(program, parameters, {
    cwd: root,
    env,
    encoding: 'utf8',
    stdio: quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit',
    maxBuffer: 64 * 1024 * 1024,
  });
  return { status: error ? 127 : status, output: `${stdout ?? ''}${stderr ?? ''}` };
}

/** Hands this process over to another program: same streams, same signals, same exit code. */
export function become(program, parameters, env = environment()) {
  const child = spawn(program, parameters, { stdio: 'inherit', env });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => fail(error.message));
  child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
}

/** Everything but answers goes to standard error: `--json` prints one document and nothing else. */
export function say(text) {
  process.stderr.write(`${text}\n`);
}

export function fail(text) {
  say(text);
  process.exit(1);
}

function npm(parameters, env) {
  const { status } = spawnSync('npm', parameters, {
    cwd: root,
    env,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (status !== 0) fail('npm could not install what is missing. Is the npm registry reachable from here?');
}

function filesUnder(folder) {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort();
}

/** Of names, sizes and times: quick enough to ask before every command. */
function hashOf(files) {
  const hash = createHash('sha256');
  for (const file of files) {
    const { size, mtimeMs } = statSync(file);
    hash.update(`${file} ${size} ${mtimeMs}\n`);
  }
  return hash.digest('hex');
}

function writeStamp(file, text) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
