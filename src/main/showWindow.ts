import { BrowserWindow, type WebContents } from 'electron';

/** Brings a window to the front. */
export function showWindow(contents: WebContents): void {
  const window = BrowserWindow.fromWebContents(contents);
  if (window?.isMinimized()) window.restore();
  window?.focus();
}
