import dns from 'node:dns';
import { appendFileSync } from 'node:fs';
import net from 'node:net';

/**
 * Writes down every connection and every name that Node looks up in this thread, in the file that
 * `NETWORK_LOG` names, but for this machine's own 127.0.0.1. Loaded with `--import` it is loaded in each worker thread too.
 */
export function recordNetwork(): void {
  const log = process.env.NETWORK_LOG;
  if (!log) return;
  const record = (what: string, args: unknown[]): void => {
    if (args[0] === '127.0.0.1') return;
    appendFileSync(
      log,
      `${what} ${JSON.stringify(args, (_, value) => (typeof value === 'function' ? undefined : value))}\n`,
    );
  };
  watch(net.Socket.prototype, 'connect', record);
  for (const name of ['lookup', 'resolve', 'resolve4', 'resolve6'] as const) {
    watch(dns, name, record);
    watch(dns.promises, name, record);
  }
}

function watch(target: object, name: string, record: (what: string, args: unknown[]) => void): void {
  const original: unknown = Reflect.get(target, name);
  if (typeof original !== 'function') return;
  Reflect.set(target, name, function (this: unknown, ...args: unknown[]) {
    record(name, args);
    return Reflect.apply(original, this, args);
  });
}
