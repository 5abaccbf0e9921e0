import { onTestFinished } from 'vitest';
import type { Client } from '#contract/client.ts';
import { clientOf } from '#host/clientOf.ts';
import { createHost } from '#host/createHost.ts';
import type { Host, HostOptions } from '#host/host.ts';

/** A host whose workers run the sources as they are, closed after the test. */
export function sourceHost(
  studies: string,
  files: HostOptions['files'] = 'any',
  kept: { readonly settings?: string; readonly reopens?: boolean } = {},
): { readonly host: Host; readonly client: Client } {
  const host = createHost({
    places: { studies, samples: studies, settings: kept.settings },
    files,
    reopens: kept.reopens,
    worker: new URL('../../src/host/worker.ts', import.meta.url),
  });
  onTestFinished(() => host.close());
  return { host, client: clientOf(host) };
}
