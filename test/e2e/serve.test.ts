import { execFile } from 'node:child_process';
import { existsSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { request } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startServe, type Server } from './harness/browser.ts';
import { built } from './harness/built.ts';
import { closeChromium, sharedChromium } from './harness/chromium.ts';
import { eventually } from './harness/eventually.ts';
import { patience } from './harness/patience.ts';

let server: Server;
let cookie: string;
let key: string;

beforeAll(async () => {
  server = await startServe({ args: ['--sample', 'benin'] });
});
afterAll(async () => {
  expect(await server.stop('SIGINT')).toBe(0);
  server.work.remove();
  await closeChromium();
});

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly text: string;
}

/** A request as no browser would send it: every header is ours to choose. */
function send(
  path: string,
  {
    method = 'GET',
    headers = {},
    body = '',
  }: { method?: string; headers?: Record<string, string>; body?: string } = {},
): Promise<Answer> {
  const { hostname, port, host } = new URL(server.origin);
  return new Promise((resolve, reject) => {
    const sent = request({ hostname, port, path, method, headers: { host, ...headers } }, (response) => {
      let text = '';
      response.on('data', (chunk) => (text += String(chunk)));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text }),
      );
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

const call = JSON.stringify({ page: 'p', id: '1', operation: 'study.list', input: {} });
const own = (): Record<string, string> => ({
  cookie,
  origin: server.origin,
  'x-larger-freedom-key': key,
});

test('without the token nothing is shown, and the page says what to do', async () => {
  for (const path of ['/', '/index.html', '/bridge.js', '/nowhere']) {
    const { status, text } = await send(path);
    expect(status).toBe(403);
    expect(text).toContain('Open the whole address');
  }
});

test('a wrong token is refused and does not use up the right one', async () => {
  expect((await send('/?token=wrong')).status).toBe(403);
  expect((await send('/?token=')).status).toBe(403);
});

test('another site cannot use the token, even if it knows it', async () => {
  const { search } = new URL(server.address);
  expect((await send(`/${search}`, { headers: { 'sec-fetch-site': 'cross-site' } })).status).toBe(403);
});

test('the token lets one browser in, once, and leads to a clean address', async () => {
  const { search } = new URL(server.address);
  const first = await send(`/${search}`);
  expect(first.status).toBe(303);
  expect(first.headers.location).toMatch(/^\/\?sample=benin#key=[\w-]{43}$/);
  key = String(first.headers.location).split('#key=')[1];
  const [set] = first.headers['set-cookie'] as string[];
  expect(set).toMatch(/; HttpOnly; SameSite=Strict; Path=\/$/);
  cookie = set.split(';')[0];
  const second = await send(`/${search}`);
  expect(second.status).toBe(403);
  expect(second.text).toContain('start it again');
  expect(second.headers['set-cookie']).toBeUndefined();
});

test('the page comes with the same policy as in the desktop app, its bridge before its app', async () => {
  const { status, headers, text } = await send('/', { headers: { cookie } });
  expect(status).toBe(200);
  expect(headers['content-security-policy']).toMatch(
    /^default-src 'none'; script-src 'self'; style-src 'self';/,
  );
  expect(headers['x-content-type-options']).toBe('nosniff');
  expect(headers['cache-control']).toBe('no-store');
  expect(text.indexOf('/bridge.js')).toBeGreaterThan(0);
  expect(text.indexOf('/bridge.js')).toBeLessThan(text.indexOf('type="module"'));
});

test.each(['evil.example', '127.0.0.1', '127.0.0.1:1', 'localhost', '[::1]:80'])(
  'Host “%s” is refused',
  async (host) => {
    expect((await send('/', { headers: { cookie, host } })).status).toBe(403);
  },
);

test.each(['http://evil.example', 'null', 'http://127.0.0.1:1', 'https://127.0.0.1', ''])(
  'Origin “%s” is refused',
  async (origin) => {
    const headers = { ...own(), origin };
    expect((await send('/call', { method: 'POST', headers, body: call })).status).toBe(403);
    expect((await send('/files?name=a.sav', { method: 'POST', headers, body: 'x' })).status).toBe(403);
    expect((await send('/', { headers })).status).toBe(403);
  },
);

test('a call without an Origin, or from another site, is refused', async () => {
  const post = (headers: Record<string, string>) => send('/call', { method: 'POST', headers, body: call });
  expect((await post({ cookie, 'x-larger-freedom-key': key })).status).toBe(403);
  expect((await post({ ...own(), 'sec-fetch-site': 'cross-site' })).status).toBe(403);
  expect((await post({ ...own(), 'sec-fetch-site': 'same-site' })).status).toBe(403);
  expect((await post({ ...own(), 'sec-fetch-site': 'none' })).status).toBe(403);
  expect((await post({ ...own(), cookie: '' })).status).toBe(403);
  expect((await post({ ...own(), cookie: `${cookie}x` })).status).toBe(403);
});

test('a file that was written for the browser is handed out once, under its own name', async () => {
  const reserved = await send('/targets', {
    method: 'POST',
    headers: own(),
    body: JSON.stringify({ name: '../enquête 1.sav' }),
  });
  const { path } = JSON.parse(reserved.text) as { path: string };
  const [folder, name] = path.split('/').slice(-2);
  const address = `/files/${folder}/${encodeURIComponent(name)}`;
  expect(name).toBe('enquête 1.sav');
  expect((await send(address, { headers: { cookie } })).status).toBe(404);
  writeFileSync(path, 'answers');
  expect((await send(address)).status).toBe(403);
  for (const elsewhere of [
    '/files/',
    `/files/${folder}`,
    `/files/${folder}/..`,
    `/files/../${encodeURIComponent(name)}`,
    '/files/1/a',
  ]) {
    expect((await send(elsewhere, { headers: { cookie } })).status).toBe(404);
  }
  const { status, text, headers } = await send(address, { headers: { cookie } });
  expect([status, text]).toEqual([200, 'answers']);
  expect(headers['content-disposition']).toBe("attachment; filename*=UTF-8''enqu%C3%AAte%201.sav");
  expect(headers['x-content-type-options']).toBe('nosniff');
  await eventually(() => existsSync(path)).toBe(false);
  expect((await send(address, { headers: { cookie } })).status).toBe(404);
});

test('the cookie alone, which a server on another port of this machine is shown, is not enough', async () => {
  for (const offered of ['', cookie, cookie.split('=')[1]]) {
    const headers = { ...own(), 'x-larger-freedom-key': offered };
    expect((await send('/call', { method: 'POST', headers, body: call })).status).toBe(403);
    expect((await send('/files?name=a.csv', { method: 'POST', headers, body: 'x' })).status).toBe(403);
    expect((await send('/targets', { method: 'POST', headers, body: '{"name":"a"}' })).status).toBe(403);
  }
});

test('who is not let in does not keep the connection', async () => {
  expect((await send('/')).headers.connection).toBe('close');
});

test('a call from our own page is answered, a line for each reply', async () => {
  const { status, text } = await send('/call', { method: 'POST', headers: own(), body: call });
  expect(status).toBe(200);
  const replies = text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(replies.at(-1)).toMatchObject({ id: '1', kind: 'result', result: { studies: [] } });
});

test.each([
  ['no JSON', 'x'],
  ['nothing', ''],
  ['no page', JSON.stringify({ id: '1', operation: 'study.list', input: {} })],
  ['fields that do not belong', JSON.stringify({ ...JSON.parse(call), more: 1 })],
  ['more than four megabytes', JSON.stringify({ ...JSON.parse(call), input: 'x'.repeat(4 * 1024 * 1024) })],
])('a call with %s is refused', async (_what, body) => {
  expect((await send('/call', { method: 'POST', headers: own(), body })).status).toBe(400);
});

test.each([
  '/../main/index.js',
  '/..%2fmain%2findex.js',
  '/%2e%2e/%2e%2e/package.json',
  '//etc/passwd',
  '/%00',
  '/assets/',
])('%s is not there', async (path) => {
  const { status, text } = await send(path, { headers: { cookie } });
  expect(status).toBe(404);
  expect(text).not.toContain('dependencies');
});

test.each(['PUT', 'DELETE', 'HEAD', 'OPTIONS', 'TRACE'])('%s is refused', async (method) => {
  expect((await send('/', { method, headers: own() })).status).toBeGreaterThanOrEqual(403);
});

test('an uploaded file is kept where only its user can read it, under a plain name', async () => {
  const upload = (name: string) =>
    send(`/files?name=${encodeURIComponent(name)}`, { method: 'POST', headers: own(), body: 'a,b\n1,2\n' });
  for (const [name, kept] of [
    ['answers.csv', 'answers.csv'],
    ['../../../etc/cron.d/x.csv', 'x.csv'],
    ['..', 'file'],
    ['', 'file'],
  ]) {
    const { path } = JSON.parse((await upload(name)).text) as { path: string };
    expect(path.startsWith(join(server.work.folder, 'tmp', 'larger-freedom-files-'))).toBe(true);
    expect(path.endsWith(`/${kept}`)).toBe(true);
    expect(statSync(path).mode & 0o077).toBe(0);
  }
});

test('an upload that cannot fit is refused before a byte is written, with its words', async () => {
  const headers = { ...own(), 'content-length': String(2 ** 50) };
  const answer = await new Promise<Answer>((resolve, reject) => {
    const { hostname, port, host } = new URL(server.origin);
    const options = {
      hostname,
      port,
      path: '/files?name=big.sav',
      method: 'POST',
      headers: { host, ...headers },
    };
    const sent = request(options, (response) => {
      let text = '';
      response.on('data', (chunk) => (text += String(chunk)));
      response.on('end', () => {
        sent.destroy();
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text });
      });
    });
    sent.on('error', reject);
    sent.flushHeaders();
  });
  expect(answer.status).toBe(507);
  expect(JSON.parse(answer.text)).toMatchObject({
    problem: { code: 'file.noSpace', params: { file: 'big.sav' } },
  });
});

test('a page on another port of this machine gets nothing out of a browser that is let in', async () => {
  const browser = await sharedChromium();
  const context = await browser.newContext();
  const [name, value] = cookie.split('=');
  await context.addCookies([
    { name, value, domain: '127.0.0.1', path: '/', httpOnly: true, sameSite: 'Strict' },
  ]);
  const page = await context.newPage();
  await page.route('http://elsewhere.test/**', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<p>elsewhere' }),
  );
  await page.goto('http://elsewhere.test/');
  const attempts = await page.evaluate(async (origin) => {
    const outcome = (work: Promise<Response>) =>
      work.then(
        (answer) => `${answer.type} ${answer.status}`,
        () => 'refused',
      );
    return {
      read: await outcome(fetch(`${origin}/`, { credentials: 'include' })),
      call: await outcome(fetch(`${origin}/call`, { method: 'POST', credentials: 'include', body: '{}' })),
      script: await new Promise((resolve) => {
        const script = Object.assign(document.createElement('script'), { src: `${origin}/bridge.js` });
        script.onload = () => resolve('loaded');
        script.onerror = () => resolve('refused');
        document.head.append(script);
      }),
    };
  }, server.origin);
  expect(attempts).toEqual({ read: 'refused', call: 'refused', script: 'refused' });
  await context.close();
});

test('only 127.0.0.1 listens', async () => {
  const { port } = new URL(server.origin);
  const others = Object.values(networkInterfaces())
    .flat()
    .filter((one) => one && !one.internal && one.family === 'IPv4');
  for (const { address } of others.filter((one) => one !== undefined)) {
    await expect(fetch(`http://${address}:${port}/`)).rejects.toThrow();
  }
});

interface Ended {
  readonly code: number | null;
  readonly output: string;
}

const run = (...args: string[]): Promise<Ended> =>
  new Promise((resolve) => {
    execFile(process.execPath, [built.serve, ...args], { timeout: patience }, (error, stdout, stderr) =>
      resolve({ code: error ? Number(error.code) : 0, output: stdout + stderr }),
    );
  });

test.each([
  ['an unknown option', ['--wide'], 'There is no option --wide.'],
  ['a port that is none', ['--port', 'eighty'], '--port takes a number'],
  ['a missing value', ['--port'], '--port needs a value.'],
  ['an unknown sample', ['--sample', 'atlantis'], 'benin, bangladesh'],
  ['two things to open', ['a.sav', 'b.sav'], 'Name one study or one file.'],
])('%s is wrong usage: exit code 2', async (_what, args, words) => {
  const { code, output } = await run(...args);
  expect(code).toBe(2);
  expect(output).toContain(words);
});

test('an older Node is refused at once, with the one that is needed and what to run', async () => {
  const older = "Object.defineProperty(process.versions, 'node', { value: '20.20.2' })";
  const { code, output } = await new Promise<Ended>((resolve) => {
    const args = ['--import', `data:text/javascript,${older}`, built.serve, '--no-open'];
    execFile(process.execPath, args, { timeout: patience }, (error, stdout, stderr) =>
      resolve({ code: error ? Number(error.code) : 0, output: stdout + stderr }),
    );
  });
  expect(code).toBe(1);
  expect(output).toBe(
    'This needs Node 24 or newer, and this is Node 20.20.2. Run: npm start, which brings its own.\n',
  );
});

test('a file that is not there: exit code 1 and its name', async () => {
  const { code, output } = await run('--no-open', '/nowhere/survey.sav');
  expect(code).toBe(1);
  expect(output).toContain('/nowhere/survey.sav');
});

test('a port in use: exit code 1, and what to do', async () => {
  const taken = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => taken.once('listening', resolve));
  const { port } = taken.address() as AddressInfo;
  const { code, output } = await run('--no-open', '--port', String(port));
  taken.close();
  expect(code).toBe(1);
  expect(output).toContain(`Port ${port} is in use`);
  expect(output).not.toContain('    at ');
});

test('ending it removes what was uploaded', async () => {
  const kept = (one: Server) =>
    readdirSync(join(one.work.folder, 'tmp')).filter((name) => name.startsWith('larger-freedom-files-'));
  const first = await startServe();
  expect(kept(first)).toHaveLength(1);
  const temporary = join(first.work.folder, 'tmp', kept(first)[0]);
  writeFileSync(join(temporary, 'survey.csv'), 'a\n1\n');
  expect(await first.stop('SIGINT')).toBe(0);
  expect(existsSync(temporary)).toBe(false);
  first.work.remove();
});
