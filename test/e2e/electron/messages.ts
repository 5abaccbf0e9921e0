/** Between the process that runs the app's main module and the test that holds the Chromium pages. */
export interface PageRequest {
  readonly url: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
}

export interface PageAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

/** What the test asks of the app's process; each has an answer. */
export interface ToApp {
  /** A request of a page: answered by `protocol.handle`, cancelled by `webRequest`, or left to the network. */
  request: { ask: { window: number; request: PageRequest }; answer: PageAnswer | 'cancelled' | 'network' };
  /** Whether the page may go there. */
  navigate: { ask: { window: number; url: string; isMainFrame: boolean }; answer: boolean };
  navigated: { ask: { window: number; url: string }; answer: null };
  openWindow: { ask: { window: number; url: string }; answer: boolean };
  ipc: {
    ask: {
      window: number;
      kind: 'send' | 'invoke';
      channel: string;
      args: unknown[];
      frame: { url: string; isMain: boolean };
    };
    answer: unknown;
  };
  closed: { ask: { window: number }; answer: null };
  secondInstance: { ask: { data: unknown }; answer: null };
  /** What macOS tells a program whose file was double-clicked. */
  openFile: { ask: { path: string }; answer: null };
  /** Keys of a menu entry, which the page did not take. */
  menuKey: { ask: { accelerator: string }; answer: null };
  /** An entry of the menu as it is now, by its words. */
  menuItem: { ask: { label: string }; answer: null };
  /** What the user will say to the next dialog that asks where to save: a path, or nothing. */
  answerSave: { ask: { path: string | null }; answer: null };
  inspect: { ask: null; answer: Inspection };
}

/** What the app's process tells the test. */
export type FromApp =
  | {
      readonly kind: 'open';
      readonly window: number;
      readonly preload: string;
      readonly width: number;
      readonly height: number;
    }
  | { readonly kind: 'load'; readonly window: number; readonly url: string }
  | { readonly kind: 'send'; readonly window: number; readonly channel: string; readonly args: unknown[] }
  | { readonly kind: 'close'; readonly window: number }
  | { readonly kind: 'answer'; readonly id: number; readonly answer: unknown }
  | { readonly kind: 'failed'; readonly id: number; readonly error: string };

/** How the app set Electron up. */
export interface Inspection {
  readonly switches: Readonly<Record<string, string>>;
  readonly sandboxed: boolean;
  readonly schemes: readonly unknown[];
  readonly channels: readonly string[];
  readonly windows: readonly Readonly<Record<string, unknown>>[];
  readonly bounds: readonly { readonly x: number; readonly y: number }[];
  /** The window that was brought to the front last. */
  readonly inFront: number | null;
  readonly permissions: readonly boolean[];
  readonly menuRoles: readonly string[];
  readonly menuLabels: readonly string[];
  readonly saveDialogs: readonly SaveDialog[];
}

/** What a dialog that asks where to save was opened with. */
export interface SaveDialog {
  readonly defaultPath?: string;
  readonly filters?: readonly { readonly name: string; readonly extensions: readonly string[] }[];
  readonly properties?: readonly string[];
}

export type ToAppName = keyof ToApp;
export interface ToAppMessage {
  readonly id: number;
  readonly name: ToAppName;
  readonly ask: unknown;
}
