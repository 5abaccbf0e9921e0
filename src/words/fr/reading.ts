import type { reading as english } from '../en/reading.ts';
import type { Translated } from '../languages.ts';

export const reading: Translated<typeof english> = {
  title: 'Comment le fichier est lu',
  sheet: 'Feuille',
  delimiter: 'Séparateur',
  decimal: 'Décimales',
  encoding: 'Encodage',
  language: 'Langue des libellés',
  delimiters: {
    comma: 'Virgule ,',
    semicolon: 'Point-virgule ;',
    tab: 'Tabulation',
    bar: 'Barre \u2758',
  },
  decimals: { point: 'Point 1.5', comma: 'Virgule 1,5' },
  withRows: '{name} ({rows} ligne) | {name} ({rows} lignes)',
  companion: 'Formulaire ou dictionnaire',
  addCompanion: 'Ajouter son formulaire ou dictionnaire…',
  withoutCompanion: 'Lire sans {file}',
  remove: 'Retirer',
  leftOut: 'Pas des variables, donc non importé : {names}.',
  labels: {
    both: 'Le fichier contient les libellés du formulaire : ses questions reçoivent leurs noms, ses réponses leurs codes.',
    headers: 'L’en-tête contient les libellés des questions du formulaire : elles reçoivent leurs noms.',
    answers: 'Les réponses sont des libellés du formulaire : elles reçoivent leurs codes.',
  },
  unknownDates: 'Ni date ni heure reconnue, donc gardé comme texte : {texts}.',
  unknownAnswers: 'Ne correspond au libellé d’aucun choix précis, donc gardé comme texte : {texts}.',
  again: 'Nouvelle lecture',
  repeats:
    'Importer aussi, chacune comme une enquête à part dans la même étude, avec le poids, les strates, les grappes et la zone de son ménage',
};
