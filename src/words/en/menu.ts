/** The desktop menu's own words; the rest of it is worded by the system. */
export const menuWords = {
  file: 'File',
  newWindow: 'New Window',
  view: 'View',
  language: 'Language',
  languageSystem: 'As the System',
  digits: 'Bangla Digits',
  notKept: 'This holds for now only: the settings cannot be saved.',
};
