import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { app, BrowserWindow, dialog, session as sessions } from 'electron';
import type { AppSettings } from '#contract/settings.ts';
import { clientOf } from '#host/clientOf.ts';
import { createHost } from '#host/createHost.ts';
import { startPath, startWithPath, type Start } from '#page/start.ts';
import { studyPlaces } from '#page/studyPlaces.ts';
import { answerCalls } from './answerCalls.ts';
import { keepChromiumOffline, keepSessionOffline } from './keepOffline.ts';
import { setMenu, wordsOf } from './menu.ts';
import { openWindow } from './openWindow.ts';
import { refuseElsewhere } from './refuseElsewhere.ts';
import { registerPageScheme, servePage } from './servePage.ts';
import { showWindow } from './showWindow.ts';
import { startFromArguments } from './startFromArguments.ts';

const first = startFromArguments(process.argv, process.cwd(), process.defaultApp === true);

keepChromiumOffline();
registerPageScheme();
app.enableSandbox();
app.on('web-contents-created', (_event, contents) => refuseElsewhere(contents));

if (app.requestSingleInstanceLock({ ...first })) run();
else app.quit();

function run(): void {
  const waiting: Start[] = [first];
  let open = (start: Start): void => void waiting.push(start);

  app.on('second-instance', (_event, _argv, _folder, start) => open(start as Start));
  app.on('open-file', (event, path) => {
    event.preventDefault();
    open(startWithPath(path, process.cwd()));
  });
  app.on('activate', () => {
    if (BrowserWindow.getAllWindows().length === 0) open({});
  });
  app.on('window-all-closed', () => app.quit());

  void app.whenReady().then(() => {
    const host = createHost({
      places: studyPlaces(app.getPath('documents'), fileURLToPath(new URL('../..', import.meta.url))),
      files: 'chosen',
      reopens: true,
      worker: new URL('./worker.js', import.meta.url),
    });
    // Without `persist:` the session is kept in memory: nothing of a survey lies in a browser cache.
    const session = sessions.fromPartition('window');
    keepSessionOffline(session);
    keepSessionOffline(sessions.defaultSession);
    servePage(session, fileURLToPath(new URL('../renderer', import.meta.url)));
    const client = clientOf(host);
    const newWindow = (): void => open({});
    const showMenu = (settings: AppSettings): void => setMenu(settings, { newWindow, change });
    function change(wanted: Partial<AppSettings>, now: AppSettings): void {
      windows.tell(now);
      showMenu(now);
      client.settings.change(wanted).catch(() => dialog.showErrorBox(app.name, wordsOf(now).notKept));
    }
    const windows = answerCalls(host, newWindow, showMenu);
    showMenu({ theme: 'system', language: 'system', digits: 'western' });
    // Where there is no answer, the menu stays as it is: the window says why, or the app has ended already.
    client.settings.get({}).then(showMenu, () => undefined);

    open = (start) => {
      const shown = start.study && windows.withStudy(start.study);
      if (shown) return showWindow(shown);
      const path = startPath(start);
      if (path) host.permit(path);
      const stateFile = join(app.getPath('userData'), 'window.json');
      windows.admit(openWindow({ start, session, stateFile }).webContents);
    };
    // A file that the desktop opened the app with comes instead of the empty start.
    const asked = waiting.filter((start) => startPath(start) ?? start.sample);
    for (const start of asked.length > 0 ? asked : [first]) open(start);

    let closed = false;
    app.on('will-quit', (event) => {
      if (closed) return;
      event.preventDefault();
      void host.close().finally(() => {
        closed = true;
        app.quit();
      });
    });
  });
}
