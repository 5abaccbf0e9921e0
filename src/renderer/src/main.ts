import { createPinia } from 'pinia';
import { createApp } from 'vue';
import { createClient } from '#contract/client.ts';
import { bridgeKey, clientKey } from './api.ts';
import './design/tokens.css';
import './design/base.css';
import './design/menus.css';
import { makeI18n } from './i18n.ts';
import AppWindow from './shell/AppWindow.vue';
import NoBridge from './shell/NoBridge.vue';

const bridge = window.largerFreedom;
const app = createApp(bridge ? AppWindow : NoBridge).use(makeI18n());
if (bridge) {
  app.provide(bridgeKey, bridge).provide(clientKey, createClient(bridge)).use(createPinia());
}
app.mount('#app');
