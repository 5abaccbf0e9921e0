import { onMounted, onUnmounted, type ComputedRef } from 'vue';
import type { Command } from './commands.ts';
import { isPressed, isWriting, type Shortcut } from './shortcut.ts';

export const paletteShortcut: Shortcut = { key: 'k', command: true };

/** Hears the keys of commands wherever the focus is, unless a dialog waits for an answer. */
export function useShortcuts(commands: ComputedRef<readonly Command[]>, openPalette: () => void): void {
  function pressed(event: KeyboardEvent): void {
    if (event.defaultPrevented || document.querySelector('dialog[open], .veil')) return;
    if (isPressed(paletteShortcut, event)) {
      event.preventDefault();
      return openPalette();
    }
    const command = commands.value.find((each) =>
      [each.shortcut, each.also].some((keys) => keys && isPressed(keys, event)),
    );
    if (!command) return;
    if ((command.sparesFields || !command.shortcut?.command) && isWriting(event.target)) return;
    event.preventDefault();
    command.run();
  }
  onMounted(() => window.addEventListener('keydown', pressed));
  onUnmounted(() => window.removeEventListener('keydown', pressed));
}
