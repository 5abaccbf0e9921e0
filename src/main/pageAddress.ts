import { app } from 'electron';
import { startQuery, type Start } from '#page/start.ts';

const appOrigin = 'app://larger-freedom';

/** Where the window's page comes from. Only `npm run dev` has a server, and no packaged app listens to it. */
export function pageOrigin(): string {
  const server = app.isPackaged ? undefined : process.env.ELECTRON_RENDERER_URL;
  return server ? new URL(server).origin : appOrigin;
}

export function pageAddress(start: Start): string {
  return `${pageOrigin()}/${startQuery(start)}`;
}

/** `URL.origin` is opaque for schemes that Node does not know, so it is put together here. */
export function isPageAddress(address: string): boolean {
  const url = URL.parse(address);
  return url !== null && `${url.protocol}//${url.host}` === pageOrigin();
}
