import { EventEmitter } from 'node:events';
import { app } from './app.ts';
import { BrowserWindow } from './browserWindow.ts';
import type { Inspection, SaveDialog, ToApp, ToAppMessage, ToAppName } from './messages.ts';
import { everySession, session } from './session.ts';
import { tellTest } from './tellTest.ts';

/**
 * Stands in for Electron's main module, as far as this app uses it. Pages live in the test's Chromium;
 * what they ask comes here as messages. Not covered: a true isolated world, native dialogs and menus,
 * Electron's own Chromium.
 */

type Roles = readonly {
  readonly role?: string;
  readonly label?: string;
  readonly accelerator?: string;
  readonly click?: () => void;
  readonly submenu?: Roles;
}[];

// Electron's own argument list has no script in it.
process.argv.splice(1, 1);

class IpcMain extends EventEmitter {
  readonly invokable = new Map<string, (event: unknown, ...args: unknown[]) => unknown>();
  handle(channel: string, handler: (event: unknown, ...args: unknown[]) => unknown): void {
    this.invokable.set(channel, handler);
  }
}

const schemes: unknown[] = [];
const menuRoles: string[] = [];
const menuKeys = new Map<string, () => void>();
/** Of the menu that is set now. */
const menuItems = new Map<string, (() => void) | undefined>();

const protocol = { registerSchemesAsPrivileged: (list: unknown[]) => void schemes.push(...list) };
const nativeTheme = { shouldUseDarkColors: false };
const display = { workArea: { x: 0, y: 0, width: 1920, height: 1080 } };
const screen = { getAllDisplays: () => [display], getDisplayMatching: () => display };
const ipcMain = new IpcMain();
const saveAnswers: (string | null)[] = [];
const asked: SaveDialog[] = [];
/** The system's dialog, with the answer that the test has given before: cancelled without one. */
const dialog = {
  async showSaveDialog(
    window: unknown,
    options: SaveDialog,
  ): Promise<{ canceled: boolean; filePath: string }> {
    if (!(window instanceof BrowserWindow)) throw new Error('a dialog without its window');
    asked.push(options);
    const filePath = saveAnswers.shift() ?? '';
    return { canceled: filePath === '', filePath };
  },
};
const Menu = {
  buildFromTemplate(template: Roles): Roles {
    for (const { role, accelerator, click, submenu } of template) {
      if (role) menuRoles.push(role);
      if (accelerator && click) menuKeys.set(accelerator, click);
      if (submenu) Menu.buildFromTemplate(submenu);
    }
    return template;
  },
  setApplicationMenu(menu: Roles): void {
    menuItems.clear();
    Menu.list(menu);
  },
  list(items: Roles): void {
    for (const { label, click, submenu } of items) {
      if (label !== undefined) menuItems.set(label, click);
      Menu.list(submenu ?? []);
    }
  },
};

type Answers = { [Name in ToAppName]: (ask: ToApp[Name]['ask']) => Promise<ToApp[Name]['answer']> };

const contentsOf = (window: number) => {
  const found = BrowserWindow.of(window);
  if (!found) throw new Error(`window ${window} is closed`);
  return found.webContents;
};

const answers: Answers = {
  request: async ({ window, request }) => contentsOf(window).session.answer(request),
  navigate: async ({ window, url, isMainFrame }) => contentsOf(window).mayNavigate(url, isMainFrame),
  async navigated({ window, url }) {
    contentsOf(window).navigated(url);
    return null;
  },
  openWindow: async ({ window, url }) => contentsOf(window).mayOpen(url),
  async ipc({ window, kind, channel, args, frame }) {
    const sender = contentsOf(window);
    const event = { sender, senderFrame: frame.isMain ? sender.mainFrame : { url: frame.url } };
    if (kind === 'invoke') {
      const handler = ipcMain.invokable.get(channel);
      if (!handler) throw new Error(`No handler registered for '${channel}'`);
      return handler(event, ...args);
    }
    ipcMain.emit(channel, event, ...args);
    return null;
  },
  async closed({ window }) {
    BrowserWindow.of(window)?.destroy();
    return null;
  },
  async secondInstance({ data }) {
    app.emit('second-instance', {}, [], process.cwd(), data);
    return null;
  },
  async openFile({ path }) {
    app.emit('open-file', { preventDefault: () => undefined }, path);
    return null;
  },
  async menuKey({ accelerator }) {
    const click = menuKeys.get(accelerator);
    if (!click) throw new Error(`no menu has ${accelerator}`);
    click();
    return null;
  },
  async menuItem({ label }) {
    const click = menuItems.get(label);
    if (!click) throw new Error(`no menu has ${label}`);
    click();
    return null;
  },
  async answerSave({ path }) {
    saveAnswers.push(path);
    return null;
  },
  inspect: async (): Promise<Inspection> => ({
    switches: app.switches,
    sandboxed: app.sandboxed,
    schemes,
    channels: [...ipcMain.eventNames().map(String), ...ipcMain.invokable.keys()].sort(),
    windows: BrowserWindow.getAllWindows().map(({ options }) => ({
      ...options.webPreferences,
      session: undefined,
    })),
    bounds: BrowserWindow.getAllWindows().map((window) => window.getNormalBounds()),
    inFront: BrowserWindow.getFocusedWindow()?.webContents.id ?? null,
    permissions: (await Promise.all(everySession().map((one) => one.permissionAnswers()))).flat(),
    menuRoles,
    menuLabels: [...menuItems.keys()],
    saveDialogs: asked,
  }),
};

process.on('message', ({ id, name, ask }: ToAppMessage) => {
  const answer = answers[name] as (ask: unknown) => Promise<unknown>;
  answer(ask).then(
    (given) => tellTest({ kind: 'answer', id, answer: given }),
    (error: unknown) => tellTest({ kind: 'failed', id, error: String(error) }),
  );
});
process.on('disconnect', () => process.exit(0));

export { app, BrowserWindow, dialog, ipcMain, Menu, nativeTheme, protocol, screen, session };
