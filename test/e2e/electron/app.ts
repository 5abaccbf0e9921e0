import { EventEmitter } from 'node:events';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

class StandInApp extends EventEmitter {
  /** As in the installed program: no developer tools, no development server. */
  readonly isPackaged = true;
  readonly switches: Record<string, string> = {};
  sandboxed = false;
  readonly commandLine = {
    appendSwitch: (name: string, value = '') => void (this.switches[name] = value),
  };
  private quitting = false;

  enableSandbox(): void {
    this.sandboxed = true;
  }
  getPreferredSystemLanguages(): string[] {
    return ['en-GB'];
  }
  requestSingleInstanceLock(): boolean {
    return true;
  }
  async whenReady(): Promise<void> {}
  getPath(name: string): string {
    const folder = join(process.env.STAND_IN_FOLDER ?? '', name);
    mkdirSync(folder, { recursive: true });
    return folder;
  }
  quit(): void {
    let prevented = false;
    if (!this.quitting) this.emit('before-quit', { preventDefault: () => undefined });
    this.quitting = true;
    this.emit('will-quit', { preventDefault: () => void (prevented = true) });
    if (!prevented) process.exit(0);
  }
}

export const app = new StandInApp();
