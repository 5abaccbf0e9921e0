/** Runs in the page, before its own scripts: what Electron gives a sandboxed preload, as its `require`. */
function electronInPage(origin: string): ((name: string) => object) | undefined {
  if (window !== window.top || location.origin !== origin) return undefined;
  const page = window as unknown as Record<string | symbol, unknown>;
  const toApp = page.standInIpc as (message: object) => Promise<unknown>;
  delete page.standInIpc;

  type Listener = (event: object, ...args: unknown[]) => void;
  const listeners = new Map<string, Set<Listener>>();
  const paths = new Map<string, string>();
  page[Symbol.for('stand-in')] = {
    deliver: (channel: string, args: unknown[]) =>
      listeners.get(channel)?.forEach((listener) => listener({}, ...args)),
    registerFile: (name: string, size: number, path: string) => paths.set(`${name} ${size}`, path),
  };

  // Electron clones what travels; what cannot be cloned fails here as it would there.
  const message = (kind: string, channel: string, args: unknown[]): object => ({
    kind,
    channel,
    args: structuredClone(args),
  });
  const electron = {
    ipcRenderer: {
      send: (channel: string, ...args: unknown[]) => void toApp(message('send', channel, args)),
      invoke: (channel: string, ...args: unknown[]) => toApp(message('invoke', channel, args)),
      on(channel: string, listener: Listener) {
        listeners.set(channel, (listeners.get(channel) ?? new Set()).add(listener));
      },
      off: (channel: string, listener: Listener) => void listeners.get(channel)?.delete(listener),
    },
    contextBridge: {
      exposeInMainWorld: (name: string, api: object) =>
        Object.defineProperty(window, name, { value: Object.freeze(api), enumerable: true }),
    },
    webUtils: { getPathForFile: (file: File) => paths.get(`${file.name} ${file.size}`) ?? '' },
  };
  return (name) => {
    if (name !== 'electron') throw new Error(`a sandboxed preload cannot require ${name}`);
    return electron;
  };
}

/** The built preload, unmodified, as a script for the start of each page. */
export function preloadScript(preload: string, origin: string): string {
  return `(() => {
  const require = (${electronInPage.toString()})(${JSON.stringify(origin)});
  if (!require) return;
  const module = { exports: {} };
  const exports = module.exports;
${preload}
})();`;
}
