import { homedir } from 'node:os';
import { join } from 'node:path';

/** Where the window's settings are kept: one file for the desktop app and the browser alike. */
export function settingsFile(): string {
  const home = homedir();
  const folder =
    process.platform === 'win32'
      ? join(process.env.APPDATA ?? join(home, 'AppData', 'Roaming'), 'Larger Freedom')
      : process.platform === 'darwin'
        ? join(home, 'Library', 'Application Support', 'Larger Freedom')
        : join(process.env.XDG_CONFIG_HOME ?? join(home, '.config'), 'larger-freedom');
  return join(folder, 'settings.json');
}
