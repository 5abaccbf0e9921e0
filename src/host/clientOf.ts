import { createClient, type Client } from '#contract/client.ts';
import type { Reply } from '#contract/envelope.ts';
import type { Host } from './host.ts';

/** The typed client of a host in the same process. */
export function clientOf(host: Host): Client {
  const listeners = new Set<(reply: Reply) => void>();
  return createClient({
    call: (request) => host.call(request, (reply) => listeners.forEach((listener) => listener(reply))),
    cancel: (id) => host.cancel(id),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  });
}
