import { readFileSync } from 'node:fs';

interface NetLog {
  readonly constants: { readonly logEventTypes: Readonly<Record<string, number>> };
  readonly events: readonly { readonly type: number; readonly params?: Readonly<Record<string, unknown>> }[];
}

/**
 * What Chromium itself wrote down (`--log-net-log`): names looked up, addresses connected to, bytes sent
 * by UDP. Left out: 127.0.0.1, which is this machine; what was turned into `~NOTFOUND` instead of being
 * looked up; and the browser's own errands to its maker, which Electron has not.
 */
export function leftTheMachine(file: string): string[] {
  const { constants, events } = JSON.parse(readFileSync(file, 'utf8')) as NetLog;
  const names = new Map(Object.entries(constants.logEventTypes).map(([name, type]) => [type, name]));
  const asked: Readonly<Record<string, string>> = {
    HOST_RESOLVER_MANAGER_JOB: 'host',
    DNS_TRANSACTION: 'hostname',
    TCP_CONNECT_ATTEMPT: 'address',
    UDP_BYTES_SENT: 'address',
    URL_REQUEST_START_JOB: 'url',
  };
  const here = /^(https?:\/\/)?127\.0\.0\.1(:|\/|$)|^(data|blob|chrome|devtools|about):/;
  const errands = /^(https?:\/\/)?([a-z0-9-]+\.)+(google|googleapis|gvt1)\.com(:|\/|$)/;
  const found = new Set<string>();
  for (const { type, params } of events) {
    const name = names.get(type) ?? '';
    const value = params?.[asked[name]];
    if (!(name in asked) || value === undefined) continue;
    const text = String(value);
    if (!here.test(text) && !errands.test(text)) found.add(`${name} ${text}`);
  }
  return [...found];
}
