/** Keys pressed together; `command` is Ctrl, or ⌘ on a Mac. */
export interface Shortcut {
  readonly key: string;
  readonly command?: boolean;
  /** Of keys that are pressed with `command`. */
  readonly shift?: boolean;
}

const isMac = (): boolean => /^Mac|^iP/.test(window.navigator.platform);

/** As it stands on the keys: `Ctrl`, `K`. */
export function keysOf({ key, command = false, shift = false }: Shortcut): readonly string[] {
  const shown = key.toLocaleUpperCase();
  if (!command) return [shown];
  return [isMac() ? '⌘' : 'Ctrl', ...(shift ? [isMac() ? '⇧' : 'Shift'] : []), shown];
}

/** Digits by their place: on some keyboards they are written with Shift. */
export function isPressed({ key, command = false, shift = false }: Shortcut, event: KeyboardEvent): boolean {
  if (event.altKey || event.isComposing || event.repeat) return false;
  const other = isMac() ? event.ctrlKey : event.metaKey;
  const held = isMac() ? event.metaKey : event.ctrlKey;
  if (other || held !== command) return false;
  if (/^\d$/.test(key)) return event.code === `Digit${key}` && !event.shiftKey;
  return event.key.toLocaleLowerCase() === key && (!command || event.shiftKey === shift);
}

/** Keys that write a letter belong to the field that has the focus. */
export function isWriting(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement)
    return !['checkbox', 'radio', 'button', 'file'].includes(target.type);
  return target instanceof HTMLTextAreaElement || target.isContentEditable;
}
