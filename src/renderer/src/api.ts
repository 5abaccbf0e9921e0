import { inject, type InjectionKey } from 'vue';
import type { Bridge } from '#contract/bridge.ts';
import type { Client } from '#contract/client.ts';

export const clientKey: InjectionKey<Client> = Symbol('client');
export const bridgeKey: InjectionKey<Bridge> = Symbol('bridge');

export function useClient(): Client {
  const client = inject(clientKey);
  if (!client) throw new Error('no client was provided to the app');
  return client;
}

export function useBridge(): Bridge {
  const bridge = inject(bridgeKey);
  if (!bridge) throw new Error('no bridge was provided to the app');
  return bridge;
}
