import type { Translated } from '../languages.ts';
import type { code as english } from '../en/code.ts';

/** Les scripts qui recalculent un résultat. */
export const code: Translated<typeof english> = {
  show: 'Afficher le code…',
  title: 'Le code derrière ce résultat',
  lead: 'Un script qui recalcule les chiffres, pour qui veut vérifier ou poursuivre.',
  language: 'Programme',
  r: 'R',
  stata: 'Stata',
  reads:
    'Il lit l’enquête telle que l’étude l’exporte, dans un fichier nommé survey.sav, et ne contient lui-même aucun chiffre.',
  notRun:
    'Le script pour R est exécuté dans les tests de ce programme. Celui pour Stata est écrit d’après son manuel et ne l’est pas.',
  exportSurvey: 'Exporter l’enquête…',
  copy: 'Copier',
  copied: 'Le code est dans le presse-papiers.',
  notCopied: 'Le code n’a pas pu être copié. Il est sélectionné : copiez-le au clavier.',
  save: 'Enregistrer…',
  saved: 'Le script est enregistré.',
  writing: 'Écriture du script…',
};
