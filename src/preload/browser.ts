import type { Bridge } from '#contract/bridge.ts';
import type { Reply } from '#contract/envelope.ts';
import type { AppSettings } from '#contract/settings.ts';

/**
 * The bridge where the app runs in a browser: `serve` sends this script before the app. A call is one
 * POST whose answer is a stream of replies, a line each; when the page goes, the stream ends, and with
 * it the work.
 */
const page = crypto.randomUUID();
const key = ownKey();
const pageLock = 'larger-freedom page ';
const listeners = new Set<(reply: Reply) => void>();
const settingsNews = new BroadcastChannel('larger-freedom settings');

/** What is asked as the page goes arrives all the same, unless it is longer than browsers take then. */
let leaving = false;
/** A lock with the page's name is held for as long as the page lives, however it ends. */
const lives = new Promise<void>((resolve) => {
  void navigator.locks.request(pageLock + page, () => {
    resolve();
    return new Promise(() => undefined);
  });
});

const tell = (reply: Reply): void => listeners.forEach((listener) => listener(reply));
const post = (path: string, body: object, more: RequestInit = {}): Promise<Response> =>
  fetch(path, {
    ...more,
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-larger-freedom-key': key },
    body: JSON.stringify(body),
  });

async function call(request: Parameters<Bridge['call']>[0]): Promise<void> {
  let ended = false;
  const hear = (reply: Reply): void => {
    ended ||= reply.kind !== 'progress';
    if (request.operation === 'settings.change' && reply.kind === 'result')
      settingsNews.postMessage(reply.result);
    tell(reply);
  };
  try {
    const pages = request.operation === 'study.open' ? await openPages() : undefined;
    const answer = await post('/call', { page, pages, ...request }, { keepalive: leaving });
    if (!answer.ok || !answer.body) throw new Error(`${answer.status} ${answer.statusText}`);
    await eachLine(answer.body, (line) => hear(JSON.parse(line)));
    if (!ended) throw new Error('the answer broke off');
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    tell({ id: request.id, kind: 'error', problem: { code: 'server.gone', params: { detail } } });
  }
}

/** Every page of this program that is still there: a tab that crashed has not said so. */
async function openPages(): Promise<string[]> {
  await lives;
  const { held = [] } = await navigator.locks.query();
  return held.flatMap(({ name }) => (name?.startsWith(pageLock) ? [name.slice(pageLock.length)] : []));
}

async function eachLine(body: ReadableStream<Uint8Array>, take: (line: string) => void): Promise<void> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  // An answer may be long and come in many pieces: they are put together once.
  let pieces: string[] = [];
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    const [first, ...lines] = decoder.decode(value, { stream: true }).split('\n');
    pieces.push(first);
    for (const line of lines) {
      take(pieces.join(''));
      pieces = [line];
    }
  }
}

async function upload(file: File): Promise<string> {
  const answer = await fetch(`/files?page=${page}&name=${encodeURIComponent(file.name)}`, {
    method: 'POST',
    headers: { 'x-larger-freedom-key': key },
    body: file,
  });
  const { path, problem } = await answer.json();
  if (typeof path === 'string') return path;
  throw Object.assign(new Error(problem.code), problem);
}

/**
 * The address that the browser was let in with carries the key, once. It is kept where only pages of this address
 * and port can read it: a cookie is shown to every other server of this machine too.
 */
function ownKey(): string {
  const given = /^#key=([\w-]+)$/.exec(location.hash)?.[1];
  if (given !== undefined) {
    localStorage.setItem('key', given);
    history.replaceState(null, '', location.pathname + location.search);
  }
  return localStorage.getItem('key') ?? '';
}

const bridge: Bridge = {
  place: 'browser',
  call: (request) => void call(request),
  cancel: (id) => void post('/cancel', { page, id }),
  subscribe(listener) {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  async chosen(files) {
    const paths: string[] = [];
    for (const file of files) paths.push(await upload(file));
    return paths;
  },
  async saveTarget(suggestedName) {
    const answer = await post('/targets', { name: suggestedName });
    const { path, problem } = await answer.json();
    if (typeof path === 'string') return path;
    throw Object.assign(new Error(problem.code), problem);
  },
  async deliver(paths) {
    for (const path of paths) download(path);
  },
  newWindow: () => void window.open('/', '_blank', 'noopener'),
  settingsChanged(listener) {
    const hear = ({ data }: MessageEvent<AppSettings>): void => listener(data);
    settingsNews.addEventListener('message', hear);
    return () => settingsNews.removeEventListener('message', hear);
  },
};

/** A written file lies in a folder of its own, and is handed out once, under the names of both. */
function download(path: string): void {
  const [folder, name] = path.split(/[/\\]/).slice(-2);
  const link = document.createElement('a');
  link.href = `/files/${folder}/${encodeURIComponent(name)}`;
  link.download = name;
  link.click();
}

addEventListener('beforeunload', () => (leaving = true));
addEventListener('pageshow', () => (leaving = false));

// What was sent and is in no study yet is not kept for a page that is no more.
addEventListener('pagehide', ({ persisted }) => {
  leaving = true;
  if (!persisted) void post('/gone', { page }, { keepalive: true });
});

Object.defineProperty(window, 'largerFreedom', { value: Object.freeze(bridge) });
