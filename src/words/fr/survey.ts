import type * as english from '../en/survey.ts';
import type { Translated } from '../languages.ts';

export const survey: Translated<typeof english.survey> = {
  title: 'Enquête',
  summary: '{rows} répondants · {variables} variables · {format} · {file}',
  tabs: 'Parties de l’enquête',
  setUp: 'Préparation',
  variables: 'Variables',
  next: 'Suite : préoccupations',
};

export const roles: Translated<typeof english.roles> = {
  title: 'Comment l’échantillon a été tiré',
  lead: 'D’après le rapport de sondage. Chaque changement compte aussitôt.',
  weight: 'Poids',
  strata: 'Strates',
  psu: 'Grappes (UPS)',
  area: 'Zone',
  weightHelp: 'Combien compte chaque répondant, pour que l’échantillon représente la population.',
  strataHelp: 'Groupes échantillonnés séparément.',
  psuHelp: 'Lieux tirés d’abord, où des gens ont ensuite été interrogés.',
  areaHelp: 'Département, commune ou région, pour comparer ensuite.',
  lonely: 'Si une strate n’a qu’une UPS',
  saving: 'Enregistrement…',
};

export const variables: Translated<typeof english.variables> = {
  search: 'Nom ou libellé',
  count: '{shown} variables sur {count}',
  list: 'Variables',
  missing: '{share} manquantes',
  none: 'Aucune variable ne correspond à « {query} ».',
  choose: 'Choisissez une variable pour voir ses réponses.',
  type: {
    numeric: 'Numérique',
    text: 'Texte',
    date: 'Date',
    datetime: 'Date et heure',
    time: 'Heure',
  },
  measure: {
    labelled: 'réponses étiquetées',
    nominal: 'nominale',
    ordinal: 'ordinale',
    scale: 'échelle',
    unknown: 'niveau de mesure inconnu',
  },
  valid: '{count} valides',
  missingCount: '{count} manquantes',
  distinct: '{count} valeur différente | {count} valeurs différentes',
  distinctMany: 'plus de 200 valeurs différentes',
  code: 'Code',
  label: 'Libellé',
  share: 'Part pondérée',
  n: 'n',
  shareUnweighted: 'Part non pondérée',
  treatMissing: 'Déclarer {label} comme manquant',
  missingKind: {
    declared: 'manquant, selon le fichier',
    marked: 'manquant, selon vous',
    system: 'pas de réponse',
  },
  markMissing: 'Manquant',
  notListed: 'Plus de textes différents que l’on ne peut en lister.',
  nothing: 'Personne n’y a répondu.',
  truncated: 'Seules les {count} premières valeurs sont listées.',
  noLabel: 'sans libellé',
  notes: 'Notes du fichier',
  span: '{first} à {last}',
  band: '{from} – {to}',
  tag: 'Désigner comme préoccupation :',
  tagAs: 'Désigner {variable} comme préoccupation : {freedom}',
  tagged: 'Désignée : {freedom}',
  openConcerns: 'Ouvrir dans Préoccupations',
};

export const selection: Translated<typeof english.selection> = {
  title: 'Variables choisies ensemble',
  count: '{count} variable choisie | {count} variables choisies',
  all: 'Choisir ces {count}',
  set: 'Question multiple…',
  missing: 'Codes manquants',
  tagAs: 'Désigner {count} : {freedom}',
  clear: 'Effacer',
};
