import { createPinia, setActivePinia } from 'pinia';
import { createApp, type App } from 'vue';
import { createClient } from '#contract/client.ts';
import { bridgeKey, clientKey } from '#renderer/src/api.ts';
import type { FakeBridge } from './fakeBridge.ts';
import { englishI18n } from './englishI18n.ts';

/** An app with all that the window's stores and components look for, without a component of its own. */
export function appWith(bridge: FakeBridge): App {
  const pinia = createPinia();
  const app = createApp({ render: () => null })
    .use(englishI18n())
    .use(pinia);
  app.provide(bridgeKey, bridge).provide(clientKey, createClient(bridge));
  setActivePinia(pinia);
  return app;
}

/** The same as plugins and provided values for `mount`. */
export function globalWith(bridge: FakeBridge) {
  const pinia = createPinia();
  setActivePinia(pinia);
  return {
    plugins: [englishI18n(), pinia],
    provide: { [bridgeKey as symbol]: bridge, [clientKey as symbol]: createClient(bridge) },
  };
}
