import { readFile } from 'node:fs/promises';
import { protocol, type Session } from 'electron';
import { listPageFiles } from '#page/pageFiles.ts';
import { pageHeaders } from '#page/pageHeaders.ts';
import { isPageAddress } from './pageAddress.ts';

/** Before the app is ready: `app://` has an origin, is secure, and loads modules and fonts. */
export function registerPageScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
}

/** `app://larger-freedom/…` gives the files of the built window, and nothing else of this machine. */
export function servePage(session: Session, folder: string): void {
  const files = listPageFiles(folder);
  session.protocol.handle('app', async (request) => {
    if (request.method !== 'GET') return new Response(null, { status: 405, headers: pageHeaders });
    const found = isPageAddress(request.url) ? files.get(new URL(request.url).pathname) : undefined;
    if (!found) return new Response(null, { status: 404, headers: pageHeaders });
    return new Response(await readFile(found.file), {
      headers: { ...pageHeaders, 'content-type': found.contentType },
    });
  });
}
