import { createClient, type Client } from '#contract/client.ts';
import type { Reply } from '#contract/envelope.ts';
import type { Host } from '#host/host.ts';

/** What one window or tab asks its host with. */
export function pageOf(host: Host, page: string): Client {
  const listeners = new Set<(reply: Reply) => void>();
  return createClient({
    call: (request) =>
      host.call(
        { ...request, id: `${page} ${request.id}` },
        (reply) => listeners.forEach((listener) => listener({ ...reply, id: request.id })),
        page,
      ),
    cancel: (id) => host.cancel(`${page} ${id}`),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  });
}
