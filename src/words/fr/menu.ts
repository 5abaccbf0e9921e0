import type { menuWords as english } from '../en/menu.ts';
import type { Translated } from '../languages.ts';

export const menuWords: Translated<typeof english> = {
  file: 'Fichier',
  newWindow: 'Nouvelle fenêtre',
  view: 'Affichage',
  language: 'Langue',
  languageSystem: 'Celle du système',
  digits: 'Chiffres bengalis',
  notKept: 'Ceci ne vaut que pour maintenant : les réglages ne peuvent pas être enregistrés.',
};
