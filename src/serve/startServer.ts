import { createReadStream, rmSync, statSync } from 'node:fs';
import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import type { Reply } from '#contract/envelope.ts';
import { Problem } from '#engine/survey/problem.ts';
import type { Host } from '#host/host.ts';
import { pageHeaders } from '#page/pageHeaders.ts';
import { readRequest } from '#page/readRequest.ts';
import { startQuery, type Start } from '#page/start.ts';
import { browserLanguage } from './browserLanguage.ts';
import { isFromHere } from './isFromHere.ts';
import { createOneTimeToken } from './oneTimeToken.ts';
import { messagePage, type Answer } from './pages.ts';
import { createPageUploads } from './pageUploads.ts';
import { readBody } from './readBody.ts';
import { readCookie } from './readCookie.ts';
import type { Uploads } from './uploads.ts';

const callLimit = 4 * 1024 * 1024;

export interface ServerOptions {
  readonly port: number;
  readonly start: Start;
  readonly host: Host;
  readonly pages: (path: string) => Promise<Answer | undefined>;
  readonly uploads: Uploads;
}

export interface RunningServer {
  /** With the token: works once. */
  readonly address: string;
  close(): Promise<void>;
}

/** The app on 127.0.0.1, for the one browser that brings the token. */
export async function startServer({
  port: asked,
  start,
  host,
  pages,
  uploads,
}: ServerOptions): Promise<RunningServer> {
  const access = createOneTimeToken();
  const sent = createPageUploads(uploads);
  /** Pages that have asked for a study, and have not gone since. */
  const known = new Set<string>();
  // A large upload may take its time, but who has said nothing yet may not wait for ever.
  const server = createServer({
    requestTimeout: 0,
    headersTimeout: 20_000,
    connectionsCheckingInterval: 5_000,
  });
  await listen(server, asked);
  const { port } = server.address() as AddressInfo;
  const cookie = `larger-freedom-${port}`;

  server.on('request', (request, response) => {
    answer(request, response).catch((error: unknown) => {
      if (response.headersSent || response.destroyed) return void response.destroy();
      const problem = problemOf(error);
      sendJson(response, problem.code === 'internal' ? 500 : 507, { problem });
    });
  });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = '', headers } = request;
    const url = URL.parse(request.url ?? '', `http://127.0.0.1:${port}`);
    if (!url || !isFromHere(method, headers, port)) return refuse(response, 'notFromHere');
    const token = url.searchParams.get('token');
    if (method === 'GET' && url.pathname === '/' && token !== null) return enter(response, token);
    const isOurs = access.isCookie(readCookie(headers.cookie, cookie) ?? '');
    // The page itself says nothing about any survey: it is for those who ask or send something to show the key.
    if (!isOurs || (method !== 'GET' && !access.isKey(keyOf(headers)))) {
      return refuse(response, 'noSession');
    }
    if (method === 'GET' && url.pathname.startsWith('/files/')) return handOut(response, url);
    if (method === 'GET') {
      const page = await pages(url.pathname);
      return page ? send(response, 200, page) : notFound(response);
    }
    if (method === 'POST' && url.pathname === '/call') return call(request, response);
    if (method === 'POST' && url.pathname === '/cancel') return cancel(request, response);
    if (method === 'POST' && url.pathname === '/files') return receive(request, response, url);
    if (method === 'POST' && url.pathname === '/gone') return gone(request, response);
    if (method === 'POST' && url.pathname === '/targets') return reserve(request, response);
    notFound(response);
  }

  function enter(response: ServerResponse, token: string): void {
    const session = access.exchange(token);
    if (!session) return refuse(response, 'tokenRefused');
    response.writeHead(303, {
      ...pageHeaders,
      'set-cookie': `${cookie}=${session.cookie}; HttpOnly; SameSite=Strict; Path=/`,
      location: `/${startQuery(start)}#key=${session.key}`,
    });
    response.end();
  }

  /** Streams the replies of one call, a line each. A page that goes away no longer wants its answer. */
  async function call(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const message = await readCall(request);
    if (!message) return sendJson(response, 400, { problem: 'not a call' });
    const { page, pages, request: asked } = message;
    const key = `${page} ${asked.id}`;
    if (pages) {
      // A page that crashed could not say that it is gone.
      for (const each of known) if (!pages.includes(each)) leave(each);
      known.add(page);
    }
    response.writeHead(200, { ...pageHeaders, 'content-type': 'application/x-ndjson' });
    let ended = false;
    response.on('close', () => {
      if (!ended) host.abandon(key);
    });
    const answered = (reply: Reply): void => {
      ended ||= reply.kind !== 'progress';
      sent.answered(page, asked, reply);
      if (response.destroyed) return;
      response.write(`${JSON.stringify({ ...reply, id: asked.id })}\n`);
      if (ended) response.end();
    };
    host.call({ ...asked, id: key }, answered, page);
  }

  async function cancel(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const message = cancellation.safeParse(await readBody(request, callLimit)).data;
    if (!message) return sendJson(response, 400, { problem: 'not a cancellation' });
    host.cancel(`${message.page} ${message.id}`);
    sendJson(response, 200, {});
  }

  async function receive(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
    const bytes = Number(request.headers['content-length'] ?? 0);
    const path = await uploads.receive(url.searchParams.get('name') ?? '', request, bytes);
    host.permit(path);
    sent.came(pageId.safeParse(url.searchParams.get('page')).data ?? '', path);
    sendJson(response, 200, { path });
  }

  function leave(page: string): void {
    known.delete(page);
    sent.gone(page);
    host.leave(page);
  }

  async function gone(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const message = leaving.safeParse(await readBody(request, callLimit)).data;
    if (!message) return sendJson(response, 400, { problem: 'not a page' });
    leave(message.page);
    sendJson(response, 200, {});
  }

  async function reserve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const message = target.safeParse(await readBody(request, callLimit)).data;
    if (!message) return sendJson(response, 400, { problem: 'not a name' });
    const path = await uploads.reserve(message.name);
    host.permitWriting(path);
    sendJson(response, 200, { path });
  }

  /** A file that an operation wrote for the browser: once, then its copy here is gone. */
  async function handOut(response: ServerResponse, url: URL): Promise<void> {
    const [, , folder = '', name = ''] = url.pathname.split('/');
    const path = uploads.written(folder, name);
    if (path === undefined) return notFound(response);
    response.writeHead(200, {
      ...pageHeaders,
      'content-type': 'application/octet-stream',
      'content-length': statSync(path).size,
      'content-disposition': `attachment; filename*=UTF-8''${name}`,
    });
    await pipeline(createReadStream(path), response);
    rmSync(path, { force: true });
  }

  const startFile = start.study ?? start.file;
  if (startFile) host.permit(startFile);
  return {
    address: `http://127.0.0.1:${port}/?token=${access.token}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const pageId = z.string().regex(/^[\w-]{1,64}$/);
const target = z.strictObject({ name: z.string().max(1000) });
const cancellation = z.strictObject({ page: pageId, id: z.string() });
const leaving = z.strictObject({ page: pageId });
const pageCall = z.looseObject({ page: pageId, pages: z.array(pageId).optional() });

async function readCall(request: IncomingMessage) {
  const message = pageCall.safeParse(await readBody(request, callLimit)).data;
  if (!message) return undefined;
  const { page, pages, ...rest } = message;
  const asked = readRequest(rest);
  return asked && { page, pages, request: asked };
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve();
    });
  });
}

/** The shared secret that the page's bridge sends along. */
function keyOf(headers: IncomingHttpHeaders): string {
  const key = headers['x-larger-freedom-key'];
  return typeof key === 'string' ? key : '';
}

/** Whoever is not let in does not keep the connection either, nor goes on sending. */
function refuse(response: ServerResponse, page: Parameters<typeof messagePage>[0]): void {
  response.setHeader('connection', 'close');
  send(response, 403, messagePage(page, browserLanguage(response.req.headers)));
}

function notFound(response: ServerResponse): void {
  send(response, 404, messagePage('notFound', browserLanguage(response.req.headers)));
}

function send(response: ServerResponse, status: number, { contentType, content }: Answer): void {
  response.writeHead(status, { ...pageHeaders, 'content-type': contentType });
  response.end(content);
}

function sendJson(response: ServerResponse, status: number, body: object): void {
  send(response, status, { contentType: 'application/json', content: JSON.stringify(body) });
}

function problemOf(error: unknown): Pick<Problem, 'code' | 'params'> {
  if (error instanceof Problem) return { code: error.code, params: error.params };
  return { code: 'internal', params: { detail: error instanceof Error ? error.message : String(error) } };
}
