import { app, Menu, type MenuItemConstructorOptions } from 'electron';
import type { AppSettings } from '#contract/settings.ts';
import { languageFrom, languageNames, languages, type Language } from '#words/languages.ts';
import { menus } from '#words/menus.ts';

export interface MenuActions {
  newWindow(): void;
  /** What was chosen, and the settings that come of it. */
  change(wanted: Partial<AppSettings>, now: AppSettings): void;
}

const spokenIn = ({ language }: AppSettings): Language =>
  language === 'system' ? languageFrom(app.getPreferredSystemLanguages()) : language;

export const wordsOf = (settings: AppSettings): (typeof menus)[Language] => menus[spokenIn(settings)];

/** Standard roles, which Electron words in the system's language, and beside them a window and the language. */
export function setMenu(settings: AppSettings, { newWindow, change }: MenuActions): void {
  const isMac = process.platform === 'darwin';
  const { language, digits } = settings;
  const words = wordsOf(settings);
  const choose = (wanted: Partial<AppSettings>) => (): void => change(wanted, { ...settings, ...wanted });
  const choice = (value: AppSettings['language'], label: string): MenuItemConstructorOptions => ({
    label,
    type: 'radio',
    checked: value === language,
    click: choose({ language: value }),
  });
  const bangla: MenuItemConstructorOptions[] = [
    { type: 'separator' },
    {
      label: words.digits,
      type: 'checkbox',
      checked: digits === 'bangla',
      click: choose({ digits: digits === 'bangla' ? 'western' : 'bangla' }),
    },
  ];
  const file: MenuItemConstructorOptions[] = [
    { label: words.newWindow, accelerator: 'CmdOrCtrl+Shift+N', click: newWindow },
    { type: 'separator' },
    { role: isMac ? 'close' : 'quit' },
  ];
  const view: MenuItemConstructorOptions[] = [
    {
      label: words.language,
      submenu: [
        ...languages.map((each) => choice(each, languageNames[each])),
        choice('system', words.languageSystem),
        ...(spokenIn(settings) === 'bn' ? bangla : []),
      ],
    },
    { type: 'separator' },
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
    { label: words.file, submenu: file },
    { role: 'editMenu' },
    { label: words.view, submenu: app.isPackaged ? view : [...view, ...development] },
    { role: 'windowMenu' },
  ];
  Menu.setApplicationMenu(Menu.buildFromTemplate(isMac ? [{ role: 'appMenu' }, ...menu] : menu));
}
