import { app, Menu, type MenuItemConstructorOptions } from 'electron';
import { menuWords } from '#words/en/menu.ts';

/** Standard roles, which Electron words in the system's language, and a window beside. */
export function setMenu(newWindow: () => void): void {
  const isMac = process.platform === 'darwin';
  const file: MenuItemConstructorOptions[] = [
    { label: menuWords.newWindow, accelerator: 'CmdOrCtrl+Shift+N', click: newWindow },
    { type: 'separator' },
    { role: isMac ? 'close' : 'quit' },
  ];
  const view: MenuItemConstructorOptions[] = [
    { role: 'resetZoom' },
    { role: 'zoomIn' },
    { role: 'zoomOut' },
    { type: 'separator' },
    { role: 'togglefullscreen' },
  ];
  const development: MenuItemConstructorOptions[] = [
    { type: 'separator' },
    { role: 'reload' },
    { role: 'toggleDevTools' },
  ];
  const menu: MenuItemConstructorOptions[] = [
    { label: menuWords.file, submenu: file },
    { role: 'editMenu' },
    { label: menuWords.view, submenu: app.isPackaged ? view : [...view, ...development] },
    { role: 'windowMenu' },
  ];
  Menu.setApplicationMenu(Menu.buildFromTemplate(isMac ? [{ role: 'appMenu' }, ...menu] : menu));
}
