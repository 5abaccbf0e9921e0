import { fileURLToPath } from 'node:url';
import { app, BrowserWindow, nativeTheme, type Session } from 'electron';
import type { Start } from '#page/start.ts';
import { pageAddress } from './pageAddress.ts';
import { keepWindowState, windowBounds } from './windowState.ts';

const preload = fileURLToPath(new URL('../preload/index.cjs', import.meta.url));

export interface WindowOptions {
  readonly start: Start;
  readonly session: Session;
  readonly stateFile: string;
}

export function openWindow({ start, session, stateFile }: WindowOptions): BrowserWindow {
  const { bounds, maximized } = windowBounds(stateFile);
  const window = new BrowserWindow({
    ...bounds,
    minWidth: 900,
    minHeight: 600,
    show: false,
    title: 'Larger Freedom',
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#14171a' : '#ffffff',
    webPreferences: {
      preload,
      session,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
      spellcheck: false,
      devTools: !app.isPackaged,
    },
  });
  keepWindowState(window, stateFile);
  if (maximized) window.maximize();
  window.once('ready-to-show', () => window.show());
  let reloads = 0;
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason !== 'clean-exit' && !window.isDestroyed() && ++reloads <= 3) window.reload();
  });
  window.loadURL(pageAddress(start)).catch((error: unknown) => {
    // A window that is closed while it loads has nothing more to say.
    if (!window.isDestroyed()) throw error;
  });
  return window;
}
