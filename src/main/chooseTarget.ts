import { extname, join } from 'node:path';
import { app, BrowserWindow, dialog, type WebContents } from 'electron';
import { plainName } from '#page/plainName.ts';

/** Asks the user where a file of this name is to be written; the system's dialog asks before one is replaced. */
export async function chooseTarget(contents: WebContents, suggestedName: string): Promise<string | null> {
  const window = BrowserWindow.fromWebContents(contents);
  if (!window) return null;
  const name = plainName(suggestedName);
  const ending = extname(name).slice(1);
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    defaultPath: join(app.getPath('documents'), name),
    filters: ending === '' ? [] : [{ name: ending.toUpperCase(), extensions: [ending] }],
    properties: ['createDirectory', 'showOverwriteConfirmation'],
  });
  return canceled || filePath === '' ? null : filePath;
}
