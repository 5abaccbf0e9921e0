import { EventEmitter } from 'node:events';
import { app } from './app.ts';
import { session, type StandInSession } from './session.ts';
import { tellTest } from './tellTest.ts';

interface WebPreferences {
  readonly preload: string;
  readonly session?: StandInSession;
  readonly sandbox?: boolean;
  readonly contextIsolation?: boolean;
  readonly nodeIntegration?: boolean;
  readonly webSecurity?: boolean;
  readonly [name: string]: unknown;
}

interface Bounds {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

interface WindowOptions {
  readonly x?: number;
  readonly y?: number;
  readonly width?: number;
  readonly height?: number;
  readonly webPreferences: WebPreferences;
}

/** What a navigation of the page is announced with; the app may prevent it. */
class Navigation {
  prevented = false;
  readonly url: string;
  readonly isMainFrame: boolean;
  readonly isSameDocument = false;
  constructor(url: string, isMainFrame: boolean) {
    this.url = url;
    this.isMainFrame = isMainFrame;
  }
  preventDefault(): void {
    this.prevented = true;
  }
}

export class WebContents extends EventEmitter {
  readonly id: number;
  readonly session: StandInSession;
  readonly mainFrame = { url: 'about:blank' };
  private windowOpen: (details: { url: string }) => { action: string } = () => ({ action: 'allow' });

  constructor(id: number, ownSession: StandInSession) {
    super();
    this.id = id;
    this.session = ownSession;
  }
  getURL(): string {
    return this.mainFrame.url;
  }
  setWindowOpenHandler(handler: (details: { url: string }) => { action: string }): void {
    this.windowOpen = handler;
  }
  setWebRTCIPHandlingPolicy(): void {}
  send(channel: string, ...args: unknown[]): void {
    tellTest({ kind: 'send', window: this.id, channel, args });
  }
  /** Whether the app lets the page go there. */
  mayNavigate(url: string, isMainFrame: boolean): boolean {
    const navigation = new Navigation(url, isMainFrame);
    this.emit('will-frame-navigate', navigation);
    return !navigation.prevented;
  }
  mayOpen(url: string): boolean {
    return this.windowOpen({ url }).action !== 'deny';
  }
  navigated(url: string): void {
    this.mainFrame.url = url;
    this.emit('did-start-navigation', new Navigation(url, true));
  }
}

let windows = 0;
let inFront: number | null = null;
const open = new Map<number, BrowserWindow>();

/** Refuses what the real one would let through and what no window of this app may be. */
export class BrowserWindow extends EventEmitter {
  readonly webContents: WebContents;
  readonly options: WindowOptions;

  constructor(options: WindowOptions) {
    super();
    const { sandbox, contextIsolation, nodeIntegration, webSecurity, preload } = options.webPreferences;
    if (sandbox !== true) throw new Error('a window without the sandbox');
    if (contextIsolation !== true) throw new Error('a window without context isolation');
    if (nodeIntegration !== false) throw new Error('a window with Node');
    if (webSecurity !== true) throw new Error('a window without web security');
    this.options = options;
    const id = ++windows;
    this.webContents = new WebContents(id, options.webPreferences.session ?? session.defaultSession);
    open.set(id, this);
    app.emit('web-contents-created', {}, this.webContents);
    tellTest({
      kind: 'open',
      window: id,
      preload,
      width: options.width ?? 1280,
      height: options.height ?? 800,
    });
  }

  static getAllWindows(): BrowserWindow[] {
    return [...open.values()];
  }
  static getFocusedWindow(): BrowserWindow | null {
    return inFront === null ? null : (open.get(inFront) ?? null);
  }
  static fromWebContents(contents: WebContents): BrowserWindow | null {
    return open.get(contents.id) ?? null;
  }
  static of(id: number): BrowserWindow | undefined {
    return open.get(id);
  }
  async loadURL(url: string): Promise<void> {
    tellTest({ kind: 'load', window: this.webContents.id, url });
  }
  /** The page is gone, or has to go. */
  destroy(): void {
    if (!open.delete(this.webContents.id)) return;
    this.emit('close');
    this.webContents.emit('destroyed');
    tellTest({ kind: 'close', window: this.webContents.id });
    this.emit('closed');
    if (open.size === 0) app.emit('window-all-closed');
  }
  close(): void {
    this.destroy();
  }
  isDestroyed(): boolean {
    return !open.has(this.webContents.id);
  }
  getNormalBounds(): Bounds {
    const { x = 0, y = 0, width = 1280, height = 800 } = this.options;
    return { x, y, width, height };
  }
  isMaximized(): boolean {
    return false;
  }
  isMinimized(): boolean {
    return false;
  }
  maximize(): void {}
  restore(): void {}
  show(): void {}
  focus(): void {
    inFront = this.webContents.id;
  }
  reload(): void {
    tellTest({ kind: 'load', window: this.webContents.id, url: this.webContents.getURL() });
  }
}
