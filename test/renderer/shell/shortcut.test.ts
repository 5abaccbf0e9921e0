// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { isPressed, isWriting, keysOf } from '#renderer/src/shell/shortcut.ts';

const press = (key: string, more: KeyboardEventInit = {}): KeyboardEvent =>
  new KeyboardEvent('keydown', { key, ...more });

describe('a shortcut', () => {
  it('is pressed with its keys and no others', () => {
    const palette = { key: 'k', command: true };
    expect(isPressed(palette, press('k', { ctrlKey: true }))).toBe(true);
    expect(isPressed(palette, press('K', { ctrlKey: true }))).toBe(true);
    for (const more of [
      {},
      { ctrlKey: true, altKey: true },
      { metaKey: true },
      { ctrlKey: true, shiftKey: true },
    ])
      expect(isPressed(palette, press('k', more))).toBe(false);
    expect(isPressed(palette, press('k', { ctrlKey: true, repeat: true }))).toBe(false);
  });

  it('takes digits by their place, and signs however they are written', () => {
    const first = { key: '1', command: true };
    expect(isPressed(first, press('&', { code: 'Digit1', ctrlKey: true }))).toBe(true);
    expect(isPressed(first, press('2', { code: 'Digit2', ctrlKey: true }))).toBe(false);
    expect(isPressed({ key: '?' }, press('?', { shiftKey: true }))).toBe(true);
    expect(keysOf(first)).toEqual(['Ctrl', '1']);
    expect(keysOf({ key: '?' })).toEqual(['?']);
  });

  it('leaves letters to what is being written', () => {
    const of = (html: string): boolean => {
      document.body.innerHTML = html;
      return isWriting(document.body.firstElementChild);
    };
    expect(['<input>', '<input type="search">', '<textarea></textarea>'].map(of)).toEqual([true, true, true]);
    expect(['<input type="radio">', '<button></button>', '<p></p>'].map(of)).toEqual([false, false, false]);
  });
});
