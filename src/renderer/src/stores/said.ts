import { defineStore } from 'pinia';
import { ref } from 'vue';

const shownForMs = 6000;

/** What was done, said once: to those who see it for a few seconds, to screen readers as it happens. */
export const useSaidStore = defineStore('said', () => {
  const said = ref('');
  let timer: ReturnType<typeof setTimeout> | undefined;

  function say(text: string): void {
    said.value = text;
    clearTimeout(timer);
    timer = setTimeout(() => (said.value = ''), shownForMs);
  }

  return { said, say };
});
