import type { menuWords as english } from '../en/menu.ts';
import type { Translated } from '../languages.ts';

export const menuWords: Translated<typeof english> = {
  file: 'Fichier',
  newWindow: 'Nouvelle fenêtre',
  view: 'Affichage',
};
