import { isAbsolute } from 'node:path';
import { ipcMain, type IpcMainEvent, type IpcMainInvokeEvent, type WebContents } from 'electron';
import type { Reply } from '#contract/envelope.ts';
import { appSettings, type AppSettings } from '#contract/settings.ts';
import type { Host } from '#host/host.ts';
import { readRequest } from '#page/readRequest.ts';
import { chooseTarget } from './chooseTarget.ts';
import { isPageAddress } from './pageAddress.ts';
import { showWindow } from './showWindow.ts';

interface Page {
  /** As the host knows it; a page that is loaded anew is another one. */
  name: string;
  /** The calls that it has not had its answer to, by its own ids. */
  readonly unfinished: Map<string, string>;
}

export interface Windows {
  /** Lets a window be heard. */
  admit(contents: WebContents): void;
  /** Tells all windows, but the one that changed them, of the settings as they are now. */
  tell(settings: AppSettings, but?: WebContents): void;
  /** The window that has a study. */
  withStudy(study: string): WebContents | undefined;
}

/**
 * The channels between a window and the host: `call`, `cancel`, `chosen`, `saveTarget`, `newWindow` in, `reply` and
 * `settings` out. Whoever is not the main frame of one of our windows, showing our page, is not heard.
 */
export function answerCalls(
  host: Host,
  newWindow: () => void,
  settingsChanged: (settings: AppSettings) => void,
): Windows {
  const pages = new Map<WebContents, Page>();
  let calls = 0;
  let loads = 0;
  const newName = (): string => `window ${++loads}`;

  const pageOf = ({ sender, senderFrame }: IpcMainEvent | IpcMainInvokeEvent): Page | undefined =>
    senderFrame === sender.mainFrame && senderFrame !== null && isPageAddress(senderFrame.url)
      ? pages.get(sender)
      : undefined;

  ipcMain.on('call', (event, message: unknown) => {
    const page = pageOf(event);
    const request = readRequest(message);
    if (!page || !request) return;
    const key = `window:${++calls}`;
    const { name, unfinished } = page;
    unfinished.set(request.id, key);
    const answered = (reply: Reply): void => {
      if (unfinished.get(request.id) !== key) return;
      if (reply.kind !== 'progress') unfinished.delete(request.id);
      if (reply.kind === 'error' && reply.problem.code === 'study.openInWindow')
        show(reply.problem.params.study);
      const answer: Reply = { ...reply, id: request.id };
      event.sender.send('reply', answer);
      if (request.operation === 'settings.change' && reply.kind === 'result') {
        const settings = appSettings.parse(reply.result);
        tell(settings, event.sender);
        settingsChanged(settings);
      }
    };
    host.call({ ...request, id: key }, answered, name);
  });

  /** Where another window has the study, that one comes to the front. */
  function show(study: unknown): void {
    const found = typeof study === 'string' ? withStudy(study) : undefined;
    if (found) showWindow(found);
  }

  function tell(settings: AppSettings, but?: WebContents): void {
    for (const contents of pages.keys()) if (contents !== but) contents.send('settings', settings);
  }

  function withStudy(study: string): WebContents | undefined {
    const name = host.pageOf(study);
    return name === undefined ? undefined : [...pages].find(([, page]) => page.name === name)?.[0];
  }

  ipcMain.on('cancel', (event, id: unknown) => {
    const key = typeof id === 'string' ? pageOf(event)?.unfinished.get(id) : undefined;
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

  ipcMain.on('newWindow', (event) => {
    if (pageOf(event)) newWindow();
  });

  function admit(contents: WebContents): void {
    const page: Page = { name: newName(), unfinished: new Map() };
    const leave = (): void => {
      page.unfinished.clear();
      host.leave(page.name);
      page.name = newName();
    };
    pages.set(contents, page);
    contents.on('did-start-navigation', ({ isMainFrame, isSameDocument }) => {
      if (isMainFrame && !isSameDocument) leave();
    });
    contents.on('render-process-gone', leave);
    contents.once('destroyed', () => {
      leave();
      pages.delete(contents);
    });
  }

  return { admit, tell, withStudy };
}
