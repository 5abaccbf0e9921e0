import type { Bridge } from '#contract/bridge.ts';
import type { Reply } from '#contract/envelope.ts';

/**
 * The bridge where the app runs in a browser: `serve` sends this script before the app. A call is one
 * POST whose answer is a stream of replies, a line each; when the page goes, the stream ends, and with
 * it the work.
 */
const page = crypto.randomUUID();
const key = ownKey();
const listeners = new Set<(reply: Reply) => void>();

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
    tell(reply);
  };
  try {
    const answer = await post('/call', { page, ...request });
    if (!answer.ok || !answer.body) throw new Error(`${answer.status} ${answer.statusText}`);
    await eachLine(answer.body, (line) => hear(JSON.parse(line)));
    if (!ended) throw new Error('the answer broke off');
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    tell({ id: request.id, kind: 'error', problem: { code: 'server.gone', params: { detail } } });
  }
}

async function eachLine(body: ReadableStream<Uint8Array>, take: (line: string) => void): Promise<void> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let rest = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    const lines = (rest + decoder.decode(value, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    lines.forEach(take);
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
};

/** A written file lies in a folder of its own, and is handed out once, under the names of both. */
function download(path: string): void {
  const [folder, name] = path.split(/[/\\]/).slice(-2);
  const link = document.createElement('a');
  link.href = `/files/${folder}/${encodeURIComponent(name)}`;
  link.download = name;
  link.click();
}

// What was sent and is in no study yet is not kept for a page that is no more.
addEventListener('pagehide', ({ persisted }) => {
  if (!persisted) void post('/gone', { page }, { keepalive: true });
});

Object.defineProperty(window, 'largerFreedom', { value: Object.freeze(bridge) });
