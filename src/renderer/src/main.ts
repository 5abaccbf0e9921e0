import { createPinia } from 'pinia';
import { createApp } from 'vue';
import { createClient } from '#contract/client.ts';
import { languageFrom } from '#words/languages.ts';
import { bridgeKey, clientKey } from './api.ts';
import './design/tokens.css';
import './design/bangla.css';
import './design/base.css';
import './design/menus.css';
import { followLanguage } from './followLanguage.ts';
import { makeI18n, speak } from './i18n.ts';
import { loadCatalogue } from './loadCatalogue.ts';
import AppWindow from './shell/AppWindow.vue';
import NoBridge from './shell/NoBridge.vue';
import { useLanguageStore } from './stores/language.ts';
import { useSettingsStore } from './stores/settings.ts';
import { toProblem } from './toProblem.ts';

const bridge = window.largerFreedom;
const i18n = makeI18n();
const app = createApp(bridge ? AppWindow : NoBridge).use(i18n);
if (bridge) {
  const pinia = createPinia();
  app.provide(bridgeKey, bridge).provide(clientKey, createClient(bridge)).use(pinia);
  const kept = useSettingsStore(pinia);
  const language = useLanguageStore(pinia);
  // Words and colours come up as they were chosen, not as others first.
  await kept.read;
  await followLanguage(
    i18n,
    () => language.reader,
    (error) => (kept.problem = toProblem(error)),
  );
} else {
  const language = languageFrom(navigator.languages);
  speak(i18n, { language, digits: 'western' }, await loadCatalogue(language));
  document.documentElement.lang = language;
}
app.mount('#app');
