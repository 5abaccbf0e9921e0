import { isAbsolute } from 'node:path';
import { ipcMain, type IpcMainEvent, type IpcMainInvokeEvent, type WebContents } from 'electron';
import type { Reply } from '#contract/envelope.ts';
import type { Host } from '#host/host.ts';
import { readRequest } from '#page/readRequest.ts';
import { chooseTarget } from './chooseTarget.ts';
import { isPageAddress } from './pageAddress.ts';

/** The calls that a window has not had its answer to, by the window's own ids. */
type Unfinished = Map<string, string>;

/**
 * The channels between a window and the host: `call`, `cancel`, `chosen`, `saveTarget` in, `reply` out.
 * Whoever is not the main frame of one of our windows, showing our page, is not heard.
 */
export function answerCalls(host: Host): (contents: WebContents) => void {
  const pages = new Map<WebContents, Unfinished>();
  let calls = 0;

  const pageOf = ({ sender, senderFrame }: IpcMainEvent | IpcMainInvokeEvent): Unfinished | undefined =>
    senderFrame === sender.mainFrame && senderFrame !== null && isPageAddress(senderFrame.url)
      ? pages.get(sender)
      : undefined;

  ipcMain.on('call', (event, message: unknown) => {
    const page = pageOf(event);
    const request = readRequest(message);
    if (!page || !request) return;
    const key = `window:${++calls}`;
    page.set(request.id, key);
    host.call({ ...request, id: key }, (reply) => {
      if (page.get(request.id) !== key) return;
      if (reply.kind !== 'progress') page.delete(request.id);
      const answer: Reply = { ...reply, id: request.id };
      event.sender.send('reply', answer);
    });
  });

  ipcMain.on('cancel', (event, id: unknown) => {
    const key = typeof id === 'string' ? pageOf(event)?.get(id) : undefined;
    if (key) host.cancel(key);
  });

  ipcMain.handle('chosen', (event, paths: unknown) => {
    if (!pageOf(event) || !Array.isArray(paths)) return [];
    const chosen = paths.filter((path): path is string => typeof path === 'string' && isAbsolute(path));
    for (const path of chosen) host.permit(path);
    return chosen;
  });

  ipcMain.handle('saveTarget', async (event, name: unknown) => {
    if (!pageOf(event) || typeof name !== 'string' || name.length > 1000) return null;
    const path = await chooseTarget(event.sender, name);
    if (path !== null) host.permitWriting(path);
    return path;
  });

  return function admit(contents) {
    const page: Unfinished = new Map();
    const abandon = (): void => {
      const keys = [...page.values()];
      page.clear();
      for (const key of keys) host.cancel(key);
    };
    pages.set(contents, page);
    contents.on('did-start-navigation', ({ isMainFrame, isSameDocument }) => {
      if (isMainFrame && !isSameDocument) abandon();
    });
    contents.on('render-process-gone', abandon);
    contents.once('destroyed', () => {
      abandon();
      pages.delete(contents);
    });
  };
}
