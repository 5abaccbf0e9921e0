import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/**
 * The user's documents, as the desktop names them (`xdg-user-dirs` on Linux): the same folder that
 * Electron's `app.getPath('documents')` gives, for programs that run without Electron.
 */
export function documentsFolder(): string {
  const home = homedir();
  const usual = join(home, 'Documents');
  if (process.platform === 'win32' || process.platform === 'darwin') return usual;
  const settings = join(process.env.XDG_CONFIG_HOME ?? join(home, '.config'), 'user-dirs.dirs');
  return documentsSetting(readIfThere(settings), home) ?? usual;
}

export function documentsSetting(settings: string, home: string): string | undefined {
  return /^\s*XDG_DOCUMENTS_DIR="(.*)"/m.exec(settings)?.[1]?.replace(/^\$HOME/, home);
}

function readIfThere(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
    throw error;
  }
}
