import { existsSync } from 'node:fs';
import { run, say } from './runtime.mjs';

/** Installs a package where that may be done: as root of a Debian. What it is for is said. */
export function installDebian(name, what) {
  const debian = existsSync('/etc/debian_version') && process.getuid?.() === 0;
  if (!debian) return;
  say(`Installing ${name} for ${what}`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  run('apt-get', ['update'], { quiet: true, env });
  const { status, output } = run('apt-get', ['install', '-y', '--no-install-recommends', name], {
    quiet: true,
    env,
  });
  if (status !== 0) say(output);
}
